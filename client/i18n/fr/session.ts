/** French texts of changing the session: title, subject, people, links (source language). Thin no-break spaces before ; : ! ?. */
export const session = {
  'title.label': 'Titre du mur',
  'title.rename': 'Changer le titre',

  'people.find': 'Trouver une personne',

  'command.malformed': 'Le serveur n’a pas compris cette demande. Vérifiez ce que vous avez écrit.',
  'command.forbidden': 'Seule une personne qui anime peut faire cela.',
  'command.rev_conflict': 'Quelqu’un d’autre vient de changer cela. Regardez l’état actuel, puis recommencez.',
  'command.participant_unknown': 'Cette personne n’est plus sur ce mur.',
  'command.last_facilitator': 'Il doit rester au moins une personne qui anime. Donnez d’abord l’animation à quelqu’un.',
  'command.unreadable_notes':
    'Des notes privées sont illisibles sur le disque du serveur. Rien n’a été révélé, rien n’a été effacé.',
  'command.too_many_requests': 'Trop de demandes d’affilée. Réessayez dans quelques secondes.',
  'command.unreachable': 'Le serveur n’a pas répondu. Réessayez quand la connexion sera revenue.',
} as const;
