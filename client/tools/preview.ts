/** An element that is not on the board yet, as the canvas shows it while it is being drawn. */
import type { Element, Props } from '../../shared/elements/ElementKind.ts';
import { NO_MARKS } from '../../shared/elements/marks/Marks.ts';
import type { Box } from '../../shared/geometry/box.ts';

/** No element of a board can have it. */
export const PREVIEW_ID = '(preview)';

/** An element over a page box. */
export const previewOf = (kind: string, { x, y, w, h }: Box, props: Props): Element => ({
  id: PREVIEW_ID,
  kind,
  v: 1,
  place: [null, x, y],
  size: [w, h],
  z: 'a0',
  lock: false,
  text: '',
  props,
  marks: NO_MARKS,
  rev: 0,
});
