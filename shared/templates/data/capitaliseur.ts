import { area, axis, column, grid, heading, matrix, numbered, row, step, subjectCard, t } from '../build.ts';
import type { Template } from '../Template.ts';

const SHEET = [
  row('title', t('Titre', 'Title'), 'text', 240),
  row('who', t('Pour qui', 'For whom'), 'text', 240),
  row('context', t('Contexte', 'Context'), 'text', 240),
  row('learnt', t('Ce que l’on a appris', 'What we learnt'), 'text', 240),
  row('reuse', t('Comment réutiliser', 'How to reuse it'), 'text', 240),
  row('first', t('Premier geste', 'First move'), 'text', 240),
  row('contact', t('Contact', 'Contact'), 'text', 240),
  row('files', t('Pièces', 'Attachments'), 'picture', 240),
];

const FORMS = [
  column('photo', t('Photo', 'Photo'), 260),
  column('video', t('Vidéo', 'Video'), 260),
  column('interview', t('Entretien', 'Interview'), 260),
  column('blog', t('Billet de blog', 'Blog post'), 260),
  column('sheet', t('Fiche', 'Sheet'), 260),
  column('game', t('Jeu', 'Game'), 260),
];

export const capitaliseur: Template = {
  id: 'capitaliseur',
  version: 1,
  isMode: true,
  title: t('Capitaliseur', 'Capitaliser'),
  purpose: t(
    'Rendre facile à reprendre ce que les services ont produit, sous une forme qui donne envie.',
    'Make what services have produced easy to take up, in a form that people like.',
  ),
  people: t('de 4 à 12 personnes', '4 to 12 people'),
  minutes: 75,
  bricks: ['documentation', 'narration'],
  example: t(
    'Par exemple : que faut-il garder de trois ans de rencontres avec les lycées ?',
    'For instance: what should be kept of three years of meetings with high schools?',
  ),
  prepare: t(
    'Autour de la table, au moins une personne qui réutilisera : c’est elle qui dit si c’est clair. Apportez documents, photos et liens.',
    'Around the table, at least one person who will reuse it: they say whether it is clear. Bring documents, photos and links.',
  ),
  deliverable: t('Un livret, une fiche par page.', 'A booklet, one card a page.'),
  elements: [
    ...heading(
      3800,
      t('Capitaliseur', 'Capitaliser'),
      t('Ce que d’autres pourront reprendre dès demain.', 'What others can take up tomorrow.'),
    ),
    subjectCard([0, 0, 620, 420], t('Notre sujet', 'Our subject'), 'question'),
    area([700, 0, 1240, 1180], t('Récolte', 'Harvest'), {
      color: 'yellow',
      prompt: t(
        'Qu’avez-vous produit que d’autres referaient de zéro ? Notes, liens avec un titre, images, documents.',
        'What have you produced that others would do all over again? Notes, links with a title, pictures, documents.',
      ),
    }),
    area([0, 520, 620, 660], t('Qui s’en servira', 'Who will use it'), {
      color: 'green',
      prompt: t(
        'Des personnes précises : un métier, un service, une commune.',
        'Real people: a job, a department, a town.',
      ),
    }),
    matrix(
      [2020, 0, 1780, 1180],
      t('Trier', 'Sort'),
      {
        x: axis(t('Effort de mise en forme', 'Effort to shape it'), t('faible', 'low'), t('élevé', 'high'), {
          isLessBetter: true,
        }),
        y: axis(t('Valeur pour les autres', 'Value for others'), t('faible', 'low'), t('forte', 'high')),
      },
      [
        t('À mettre en fiche aujourd’hui', 'Shape it today'),
        t('À planifier', 'Plan it'),
        t('Si l’on a le temps', 'If there is time'),
        t('À laisser', 'Leave it'),
      ],
    ),
    grid(
      [0, 1300],
      t('Fiches', 'Cards'),
      SHEET,
      numbered(4, (n) => column(`f${n}`, t(`Fiche ${n}`, `Card ${n}`), 440)),
      { preset: 'sheet' },
    ),
    grid(
      [2020, 1300],
      t('Formes et diffusion', 'Forms and sharing'),
      [
        row('wish', t('Pour quelles fiches ?', 'For which cards?'), 'notes', 640),
        row('test', t('Qui la teste ?', 'Who tries it?'), 'notes', 640),
        row('where', t('Où la trouver ?', 'Where to find it?'), 'notes', 640),
      ],
      FORMS,
    ),
  ],
  steps: [
    step(
      20,
      t('Récolter', 'Harvest'),
      t(
        'Qu’avez-vous produit que d’autres referaient de zéro ?',
        'What have you produced that others would do all over again?',
      ),
    ),
    step(15, t('Trier', 'Sort'), t('À qui cela servirait-il demain matin ?', 'Who could use it tomorrow morning?')),
    step(
      25,
      t('Mettre en fiche', 'Write the cards'),
      t('Une page, un premier geste à faire.', 'One page, one first move to make.'),
    ),
    step(
      15,
      t('Choisir la forme et diffuser', 'Choose the form and share'),
      t('Quelle forme donne envie ? Qui la teste ?', 'Which form makes one want it? Who tries it?'),
    ),
  ],
};
