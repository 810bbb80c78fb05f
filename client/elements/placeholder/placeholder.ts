/** What stands for an unreadable element: it may be moved and deleted, never typed in or resized. */
import { placeholder as kind } from '../../../shared/elements/placeholder/placeholder.ts';
import type { ElementView } from '../ElementView.ts';

export const placeholder: ElementView = {
  label: 'editor.kind.unknown',
  counted: 'editor.counted.unknown',
  icon: 'circle-help',
  raster: 'vector',
  resize: 'none',
  discardEmpty: 'never',
  isMultiline: false,
  grabs: (element, point, _reach, around) => kind.hitTest(element, point, around),
  field: () => null,
};
