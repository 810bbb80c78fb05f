/** French texts of changing the session: title, subject, people, links (source language). Thin no-break spaces before ; : ! ?. */
export const session = {
  'common.save': 'Enregistrer',

  'title.label': 'Titre du mur',
  'title.rename': 'Changer le titre',

  'subject.section': 'Le sujet',
  'subject.edit': 'Modifier le sujet',

  'people.find': 'Trouver une personne',
  'people.none': 'Personne de ce nom n’est là.',
  'people.count.facilitator': '{count, plural, one {# anime} many {# animent} other {# animent}}',
  'people.count.participant': '{count, plural, one {# participe} many {# participent} other {# participent}}',
  'people.count.viewer': '{count, plural, one {# regarde} many {# regardent} other {# regardent}}',

  'people.rename': 'Changer le nom',
  'people.rename.me': 'Changer votre nom',
  'people.theirName': 'Nom de cette personne',
  'people.actions': 'Actions pour {name}',
  'people.promote': 'Donner l’animation',
  'people.demote': 'Retirer l’animation',
  'people.demote.title': 'Retirer l’animation à {name} ?',
  'people.demote.help':
    'Cette personne reste sur le mur et continue d’y écrire. Si elle a encore le lien « Animer », elle peut reprendre l’animation : renouvelez ce lien pour l’éviter.',
  'people.demote.me': 'Ne plus animer',
  'people.demote.me.title': 'Ne plus animer ce mur ?',
  'people.demote.me.help':
    'Vous restez sur le mur et continuez d’y écrire. Pour animer de nouveau, il vous faudra le lien « Animer », ou l’aide d’une personne qui anime.',
  'people.remove': 'Retirer du mur',
  'people.remove.title': 'Retirer {name} du mur ?',
  'people.remove.help':
    'Cette personne est déconnectée tout de suite et ne peut plus revenir depuis cet appareil. Ses notes restent. Pour que personne ne revienne par un ancien lien, renouvelez-le dans « Partager ».',

  'share.renew': 'Renouveler ce lien',
  'share.renew.which': 'Renouveler le lien {link}',
  'share.renew.title': 'Renouveler le lien « {link} » ?',
  'share.renew.help':
    'L’ancien lien et son code QR n’ouvriront plus rien, tout de suite. Les personnes déjà présentes restent. Vous devrez donner le nouveau lien à celles qui doivent encore arriver.',
  'share.renew.done': 'Le lien « {link} » est renouvelé. L’ancien n’ouvre plus rien.',

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
