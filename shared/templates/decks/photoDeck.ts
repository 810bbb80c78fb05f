/** The photo-langage that comes with the product: our own pictures (`pictures.ts`), of which several people may choose the same. */
import { t } from '../build.ts';
import type { TemplateElement } from '../Template.ts';
import { PHOTO_PICTURES, PICTURE_SIZE } from './pictures.ts';

/** How large a picture stands on the wall. */
const CARD = [360, 270] as const;
const [width, height] = PICTURE_SIZE;

export const photoDeck: TemplateElement = {
  kind: 'deck',
  at: [0, 0],
  size: [264, 284],
  text: t('Photo-langage : choisir une image, dire pourquoi', 'Photo deck: choose a picture, say why'),
  props: { face: 'up', draw: 'copy', back: 'blue' },
  // The first of them lies on top.
  children: [...PHOTO_PICTURES].reverse().map(({ hash, title, alt }) => ({
    kind: 'image',
    at: [0, 0],
    size: CARD,
    text: t(`${title.fr}. ${alt.fr}`, `${title.en}. ${alt.en}`),
    props: { hash, width, height },
  })),
};
