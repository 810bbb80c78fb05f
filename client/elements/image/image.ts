/** The picture on the screen: drawn each time, in its own proportions. Its text says what is seen on it and is written in its own panel. */
import { type ImageProps, image as kind } from '../../../shared/elements/image/image.ts';
import type { ElementView } from '../ElementView.ts';

export const image: ElementView<ImageProps> = {
  label: 'editor.kind.image',
  counted: 'editor.counted.image',
  icon: 'image',
  raster: 'vector',
  resize: 'aspect',
  discardEmpty: 'never',
  isMultiline: false,
  grabs: (element, point, _reach, around) => kind.hitTest(element, point, around),
  untitled: 'pictures.untitled',
  field: () => null,
};
