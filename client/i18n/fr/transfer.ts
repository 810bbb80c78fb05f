/** French texts of what comes onto the wall and leaves it: copies for other programs, tables, files (source language). */
export const transfer = {
  'transfer.copyText': 'Copier comme texte',
  'transfer.copyTable': 'Copier comme tableau',
  'transfer.copyPicture': 'Copier comme image',
  'transfer.say.copiedRows': '{count, plural, one {# ligne copiée} other {# lignes copiées}} en tableau',
  'transfer.column.text': 'Texte',
  'transfer.column.area': 'Zone',
  'transfer.column.tags': 'Étiquettes',
  'transfer.column.color': 'Couleur',
  'transfer.column.author': 'Auteur ou autrice',
  'transfer.picture.copied': 'Image copiée. Collez-la où vous voulez.',
  'transfer.picture.saved':
    'Ici, le navigateur ne peut pas copier d’image : elle est dans vos téléchargements ({file}).',
  'transfer.picture.tooLarge':
    'Cette sélection est trop grande pour une image faite ici. Prenez « Exporter », qui la demande au serveur.',
  'transfer.readOnly': 'Vous regardez ce mur : vous ne pouvez rien y déposer.',
  'transfer.unknownFile':
    '« {name} » ne peut pas être déposé ici. Le mur prend des images, et des tableaux ou textes en CSV, TSV ou TXT.',
  'transfer.oneTable': 'Un tableau à la fois : le premier est ouvert, déposez les autres ensuite.',
  'transfer.tooHeavy': 'C’est trop en une fois. Faites-le en deux parties.',
  'table.unavailable': 'Le tableau n’a pas pu être ouvert : vérifiez la connexion, puis recommencez.',
} as const;

export type TransferMessageId = keyof typeof transfer;
