/** French texts of maps and their pins (source language). */
export const pins = {
  'pins.add': 'Ajouter un repère',
  'pins.note': 'Écrire la note du repère',
  'pins.link': 'Relier au repère choisi',
  'pins.remove': 'Retirer le repère',
  'pins.list': 'Liste des repères',
  'pins.picture': 'Choisir l’image du fond…',
  'pins.clear': 'Retirer l’image du fond',
  'pins.say.added': 'Repère {number} ajouté au milieu. Flèches : le déplacer.',
  'pins.say.removed': 'Repère {number} retiré',
  'pins.say.linked': 'Repère {number} relié à la note',
  'pins.say.unlinked': 'Repère {number} délié',
  'pins.say.renumbered': 'Ce repère porte le numéro {number}',
  'pins.notice.gone': 'Ce repère n’est plus là. Échap, puis Suppr : supprimer le fond de carte.',
  'pins.notice.full': 'Un fond de carte porte {limit} repères au plus.',
} as const;

export type PinsMessageId = keyof typeof pins;
