/** English texts of pictures on the wall: bringing them, what waits, saying what is seen on them. */
import type { PicturesMessageId } from '../fr/pictures.ts';

export const pictures: Readonly<Record<PicturesMessageId, string>> = {
  'pictures.add': 'Add pictures…',
  'pictures.camera': 'Take a photo…',
  'pictures.describe': 'Describe the picture…',
  'pictures.untitled': 'Picture without a description',
  'pictures.unavailable':
    'Adding pictures could not be loaded: yours wait, and are added when the connection is back. Keep this page open.',
};
