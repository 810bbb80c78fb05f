/** French texts of changing the session: title, subject, people, links (source language): what no page needs at first. */
export const session = {
  'common.save': 'Enregistrer',

  'subject.section': 'Le sujet',
  'subject.edit': 'Modifier le sujet',
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
} as const;
