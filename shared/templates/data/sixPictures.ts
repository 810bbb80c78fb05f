import { area, column, grid, heading, row, step, subjectCard, t } from '../build.ts';
import type { Template } from '../Template.ts';

export const sixPictures: Template = {
  id: 'histoire-six-images',
  version: 1,
  title: t('Histoire en six images', 'Story in six pictures'),
  purpose: t(
    'Raconter en six images ce qu’une idée change dans la vie de quelqu’un.',
    'Tell in six pictures what an idea changes in somebody’s life.',
  ),
  people: t('de 2 à 12 personnes', '2 to 12 people'),
  minutes: 50,
  bricks: ['narration', 'prototyping'],
  example: t(
    'Par exemple : une matinée dans la vie d’une artisane, avec le nouveau service.',
    'For instance: one morning in a craftswoman’s life, with the new service.',
  ),
  deliverable: t('Une planche de six images, à montrer et à tester.', 'A page of six pictures, to show and to test.'),
  elements: [
    ...heading(
      2300,
      t('Histoire en six images', 'Story in six pictures'),
      t('Des bonshommes suffisent : c’est l’histoire qui compte.', 'Stick figures will do: the story is what counts.'),
    ),
    subjectCard([0, 0, 560, 420], t('L’idée que l’on raconte', 'The idea we tell'), 'question'),
    area([640, 0, 780, 420], t('Qui est au centre de l’histoire ?', 'Who is at the centre of the story?'), {
      color: 'pink',
      prompt: t('Un prénom, un lieu, ce qui lui pose problème.', 'A first name, a place, what troubles them.'),
    }),
    area([1500, 0, 788, 420], t('Ce que l’histoire nous apprend', 'What the story teaches us'), {
      color: 'green',
      prompt: t(
        'Où l’idée ne tient pas encore. Ce qu’il faut tester.',
        'Where the idea does not hold yet. What must be tested.',
      ),
    }),
    grid(
      [0, 520],
      t('L’histoire', 'The story'),
      [row('picture', t('Image', 'Picture'), 'picture', 380), row('caption', t('Légende', 'Caption'), 'text', 232)],
      [
        column('c1', t('1. Avant', '1. Before'), 353),
        column('c2', t('2. Le problème', '2. The problem'), 353),
        column('c3', t('3. La découverte', '3. The discovery'), 353),
        column('c4', t('4. L’usage', '4. In use'), 353),
        column('c5', t('5. L’obstacle', '5. The obstacle'), 353),
        column('c6', t('6. Après', '6. After'), 355),
      ],
      { preset: 'storyboard' },
    ),
  ],
  steps: [
    step(
      10,
      t('La personne', 'The person'),
      t('Qui ? Où ? Quel matin ? Qu’est-ce qui la gêne ?', 'Who? Where? Which morning? What is in the way?'),
    ),
    step(
      10,
      t('Six phrases', 'Six sentences'),
      t('Une phrase par image, avant tout dessin.', 'One sentence a picture, before any drawing.'),
    ),
    step(
      20,
      t('Six images', 'Six pictures'),
      t('Dessinez au crayon, ou prenez des photos.', 'Draw with the pen, or take photos.'),
    ),
    step(
      10,
      t('Raconter', 'Tell it'),
      t(
        'On raconte à voix haute. Où a-t-on décroché ? Que faut-il tester ?',
        'Tell it aloud. Where did we drop out? What must be tested?',
      ),
    ),
  ],
};
