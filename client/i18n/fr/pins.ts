/** French texts of maps and their pins (source language). */
export const pins = {
  'pins.add': 'Ajouter un repère',
  'pins.note': 'Écrire la note du repère',
  'pins.link': 'Relier au repère choisi',
  'pins.remove': 'Retirer le repère',
  'pins.list': 'Liste des repères',
  'pins.picture': 'Choisir l’image du fond…',
  'pins.clear': 'Retirer l’image du fond',
  'pins.say.removed': 'Repère {number} retiré',
  'pins.notice.gone': 'Ce repère n’est plus là. Échap, puis Suppr : supprimer le fond de carte.',
} as const;

export type PinsMessageId = keyof typeof pins;
