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
  'transfer.foreignPicture':
    'Certaines images viennent d’un mur auquel cet appareil n’a pas accès : enregistrez-les, puis déposez-les ici.',
  'transfer.tooHeavy': 'C’est trop en une fois. Faites-le en deux parties.',
  'transfer.tooTall': 'Ce tableau est trop long pour une note par cellule. Choisissez une note par ligne.',

  'table.title': 'Coller un tableau',
  'table.titleFile': 'Déposer « {name} »',
  'table.reading': 'Lecture du fichier… {percent} %',
  'table.unavailable': 'Le tableau n’a pas pu être ouvert : vérifiez la connexion, puis recommencez.',
  'table.failed.tooLarge': 'Ce fichier est trop gros : 20 Mo au plus.',
  'table.failed.binary':
    'Ce fichier n’est pas un texte. Depuis un tableur, enregistrez-le en CSV, ou copiez les cellules et collez-les sur le mur.',
  'table.failed.empty': 'Ce fichier ne contient rien.',
  'table.failed.unreadable': 'Ce fichier n’a pas pu être lu.',
  'table.each': 'Que faire de ce tableau ?',
  'table.each.cell': 'Une note par cellule',
  'table.each.row': 'Une note par ligne',
  'table.header': 'La première ligne',
  'table.header.none': 'est du contenu',
  'table.header.tags': 'nomme des étiquettes',
  'table.header.areas': 'nomme des zones',
  'table.hasNames': 'La première ligne donne le nom des colonnes',
  'table.columns': 'À quoi sert chaque colonne',
  'table.column': 'Colonne {number}',
  'table.role.text': 'Texte de la note',
  'table.role.tags': 'Étiquettes',
  'table.role.color': 'Couleur',
  'table.role.area': 'Zone',
  'table.role.none': 'Laisser de côté',
  'table.preview': 'Aperçu',
  'table.preview.rest': '{count, plural, one {et # autre ligne} other {et # autres lignes}}',
  'table.count.notes': '{count, plural, =0 {Aucune note} one {# note} other {# notes}}',
  'table.count.areas': '{count, plural, one {# zone} other {# zones}}',
  'table.count.tags': '{count, plural, one {# étiquette} other {# étiquettes}}',
  'table.noText': 'Choisissez au moins une colonne pour le texte.',
  'table.left':
    '{count, plural, one {# ligne au-delà des 5 000 premières est laissée de côté.} other {# lignes au-delà des 5 000 premières sont laissées de côté.}}',
  'table.cut':
    '{count, plural, one {# texte dépasse 10 000 caractères : il sera coupé.} other {# textes dépassent 10 000 caractères : ils seront coupés.}}',
  'table.tooMany': 'Ce mur ne peut plus recevoir que {room, plural, one {# élément} other {# éléments}}.',
  'table.place': '{count, plural, =0 {Poser} one {Poser la note} other {Poser les # notes}}',
  'table.placing': 'Les notes arrivent…',
} as const;

export type TransferMessageId = keyof typeof transfer;
