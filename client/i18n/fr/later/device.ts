/** French texts of one's own work: kept on this device, drafts, own actions, what was refused (source language): what no page needs at first. */
export const device = {
  'forget.title': 'Oublier cet appareil ?',
  'forget.help':
    'Efface de ce navigateur ce qu’il garde : la copie du mur, vos brouillons et votre accès. Sur le serveur, rien ne change. À faire sur un ordinateur partagé, après l’atelier.',
  'forget.unsaved':
    '{count, plural, one {Une modification n’est pas encore sur le serveur : elle sera perdue.} many {# modifications ne sont pas encore sur le serveur : elles seront perdues.} other {# modifications ne sont pas encore sur le serveur : elles seront perdues.}}',
  'forget.facilitator':
    'Vous animez ce mur. Sans le lien « Animer », copié ailleurs, vous ne pourrez plus l’animer depuis cet appareil.',
  'forget.what': 'Que faut-il oublier ?',
  'forget.this': 'Ce mur',
  'forget.all': 'Tous les murs',
  'forget.confirm': 'Oublier',
  'forget.failed': 'Ce navigateur n’a pas tout effacé. Effacez les données de ce site dans ses réglages.',
  'history.lead':
    'Vos actions depuis l’ouverture de cette page. Ce qu’une autre personne a changé depuis n’est jamais défait.',
  'history.empty': 'Rien à annuler',
  'history.empty.help': 'Ce que vous ferez sur ce mur apparaîtra ici, le plus récent en haut.',
  'history.until': 'Annuler jusqu’ici',
  'history.untilOne': 'Annuler jusqu’ici : {action}',
  'history.undo': 'Annuler la dernière',
  'history.redo': 'Rétablir',
  'history.create': '{count, plural, one {Ajout} other {Ajout de # éléments}}',
  'history.paste': '{count, plural, one {Collage} other {Collage de # éléments}}',
  'history.duplicate': '{count, plural, one {Copie} other {Copie de # éléments}}',
  'history.delete': '{count, plural, one {Suppression} other {Suppression de # éléments}}',
  'history.move': '{count, plural, one {Déplacement} other {Déplacement de # éléments}}',
  'history.resize': 'Changement de taille',
  'history.typing': 'Écriture',
  'history.color': '{count, plural, one {Couleur} other {Couleur de # éléments}}',
  'history.order': 'Superposition',
  'history.lock': 'Verrouillage',
  'history.other': '{count, plural, one {Modification} other {Modification de # éléments}}',
} as const;
