/** French texts of pictures on the wall: bringing them, what waits, saying what is seen on them (source language). */
export const pictures = {
  'pictures.add': 'Ajouter des images…',
  'pictures.camera': 'Prendre une photo…',
  'pictures.describe': 'Décrire l’image…',
  'pictures.untitled': 'Image sans description',
  'pictures.tray': 'Images en cours d’ajout',
  'pictures.named': 'Image « {name} »',
  'pictures.unnamed': 'Image',
  'pictures.preparing': 'Préparation…',
  'pictures.sending': 'Envoi… {percent} %',
  'pictures.waiting': 'En attente de connexion. Pour l’instant, elle ne se voit qu’ici.',
  'pictures.waitingServer': 'Le serveur est occupé, l’envoi reprend tout seul.',
  'pictures.unreadable': 'Ce fichier n’est pas une image que ce navigateur sache lire.',
  'pictures.tooLarge': 'Cette image est trop grande pour être préparée ici.',
  'pictures.unwritten': 'Le mur ne prend pas d’image en ce moment.',
  'pictures.refused': 'Le serveur n’a pas pris cette image.',
  'pictures.atRisk': 'Cet appareil ne peut pas la garder : ne fermez pas la page avant l’envoi.',
  'pictures.cancel': 'Annuler l’ajout',
  'pictures.remove': 'Retirer',
  'pictures.retry': 'Réessayer',
  'pictures.tooMany': 'Les {count} premières images sont ajoutées. Déposez les autres ensuite.',
  'pictures.placed':
    '{count, plural, one {Image ajoutée au mur} many {# images ajoutées au mur} other {# images ajoutées au mur}}',
  'pictures.question': 'Que voit-on sur cette image ?',
  'pictures.question.help': 'Lu à qui ne la voit pas. Facultatif.',
  'pictures.save': 'Enregistrer',
  'pictures.skipAll': 'Tout passer',
  'pictures.skip': 'Passer',
  'pictures.unavailable':
    'L’ajout d’images n’a pas pu être chargé : vos images attendent, et seront ajoutées au retour de la connexion. Gardez cette page ouverte.',
} as const;

export type PicturesMessageId = keyof typeof pictures;
