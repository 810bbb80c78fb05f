import { t } from '../build.ts';
import type { Template } from '../Template.ts';

export const blank: Template = {
  id: 'blank',
  version: 1,
  title: t('Mur blanc', 'Blank board'),
  purpose: t(
    'Un mur vide, pour écrire et ranger comme bon vous semble.',
    'An empty board, to write and sort as you like.',
  ),
  people: t('de 2 à 100 personnes', '2 to 100 people'),
  minutes: null,
  bricks: ['ideation', 'cocreation'],
  elements: [],
  steps: [],
};
