/** French texts of pictures on the wall: bringing them, what waits, saying what is seen on them (source language). */
export const pictures = {
  'pictures.add': 'Ajouter des images…',
  'pictures.camera': 'Prendre une photo…',
  'pictures.describe': 'Décrire l’image…',
  'pictures.untitled': 'Image sans description',
  'pictures.unavailable':
    'L’ajout d’images n’a pas pu être chargé : vos images attendent, et seront ajoutées au retour de la connexion. Gardez cette page ouverte.',
} as const;

export type PicturesMessageId = keyof typeof pictures;
