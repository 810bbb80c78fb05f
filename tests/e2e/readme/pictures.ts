/**
 * The pictures of the README, made by the product itself: a démarreur under way, three people on it; notes sorted, set on a matrix, along a
 * journey. Run by hand, after a build: `npm run build && npx playwright test --config tests/e2e/readme/playwright.config.ts`. Writes into
 * `docs/images`.
 */
import path from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { createElements } from '../../../shared/board/operations.ts';
import type { NoteColor } from '../../../shared/theme/tokens.ts';
import { eventually } from '../../helpers/eventually.ts';
import { RawClient } from '../../helpers/rawClient.ts';
import { spawnServer } from '../../helpers/server.ts';
import { Person } from '../Person.ts';
import { journeyWall, placedWall, sortedWall } from './walls.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../docs/images');
const QUESTION = 'Comment associer les habitantes et les habitants aux décisions de la Région\u202f?';

interface Written {
  readonly area: string;
  readonly color: NoteColor;
  readonly texts: readonly string[];
}

/** In the spirit of the sample (tests/fixtures), turned into what a démarreur admits: questions. */
const WRITTEN: readonly Written[] = [
  {
    area: 'Contexte',
    color: 'grey',
    texts: [
      'Peu de réponses à la dernière enquête',
      'Les permanences du samedi sont pleines',
      'Un budget participatif, déjà',
    ],
  },
  {
    area: 'Pourquoi\u202f?',
    color: 'blue',
    texts: ['Des cahiers ouverts en mairie', 'D’un vote serré au conseil'],
  },
  {
    area: 'Pour qui\u202f?',
    color: 'blue',
    texts: ['Celles et ceux qui travaillent tard', 'Les communes sans gare'],
  },
  {
    area: 'Réussi quand\u202f?',
    color: 'blue',
    texts: ['On sait ce que la Région décide', 'Des visages nouveaux'],
  },
  {
    area: 'Questions',
    color: 'yellow',
    texts: [
      'Associer, est-ce informer, consulter ou décider\u202f?',
      'Qui ne vient jamais, et pourquoi\u202f?',
      'Faut-il tirer au sort\u202f?',
      'Que devient un avis une fois donné\u202f?',
      'Le référendum répond-il à la bonne question\u202f?',
      'Que sait-on du vote blanc\u202f?',
      'À quelle échelle se sent-on concerné\u202f?',
      'Qui explique les enjeux sans parti pris\u202f?',
      'Quelles décisions se prennent sans débat\u202f?',
      'Combien de temps peut-on demander aux gens\u202f?',
      'Comment entendre les moins de 18 ans\u202f?',
      'Le numérique éloigne-t-il une partie du public\u202f?',
      'Qui porte la parole des absents\u202f?',
    ],
  },
  {
    area: 'Hypothèses',
    color: 'purple',
    texts: [
      'Et si la commune s’en chargeait\u202f?',
      'Et si l’on partait des usages\u202f?',
      'Et si l’on ne faisait rien\u202f?',
    ],
  },
  {
    area: 'Controverses',
    color: 'pink',
    texts: ['Des citoyens sans mandat peuvent-ils décider\u202f?', 'La concertation retarde-t-elle l’action\u202f?'],
  },
  {
    area: 'Plus tard\u202f: mise en œuvre',
    color: 'orange',
    texts: ['Un bus de la participation', 'Une plateforme en ligne', 'Une lettre par trimestre'],
  },
  { area: 'Notions', color: 'green', texts: ['Confiance', 'Tirage au sort', 'Droit de suite', 'Proximité'] },
];

test('the pictures of the README', async ({ browser }: { browser: Browser }) => {
  const server = await spawnServer();
  try {
    const board = await server.createBoard({
      template: 'demarreur-bienveillant',
      fields: { question: QUESTION },
      title: 'Associer les habitants\u202f: démarreur',
    });
    const { ticket } = await server.join(board.id, { secret: board.secrets.participate, name: 'Ana' });
    const writer = new RawClient(server.wsUrl, board.id, ticket);
    await eventually(() => expect(writer.isSynced).toBe(true));
    for (const { area, color, texts } of WRITTEN) place(writer, area, color, texts);
    await eventually(() => expect(writer.saved).toBeGreaterThanOrEqual(WRITTEN.length));
    writer.socket.close();

    const ines = await Person.arrive(browser);
    await ines.join(board.links.facilitate, 'Inès');
    await comeNear(ines);
    const marc = await Person.arrive(browser);
    await marc.join(board.links.participate, 'Marc');
    const samira = await Person.arrive(browser, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      deviceScaleFactor: 2,
    });
    await samira.join(board.links.participate, 'Samira');
    await samira.page.getByRole('button', { name: 'Masquer ce conseil' }).tap();
    await samira.page.screenshot({ path: path.join(FOLDER, 'phone.png') });
    await samira.leave();
    const leila = await Person.arrive(browser);
    await leila.join(board.links.participate, 'Leïla');

    for (const person of [marc, leila]) await person.fit();
    const chosen = await marc.middleOf('tirer au sort');
    await marc.page.mouse.click(chosen.x, chosen.y);
    await marc.page.mouse.move(chosen.x + 18, chosen.y + 12);
    const near = await leila.middleOf('Et si l’on partait des usages');
    await leila.page.mouse.move(near.x + 12, near.y + 26);
    await ines.page.mouse.move(1300, 70);
    await expect
      .poll(() =>
        ines.page.evaluate(
          () =>
            (globalThis as unknown as { peleMele: { others(): { presence: { cursor?: unknown } }[] } }).peleMele
              .others()
              .filter(({ presence }) => presence.cursor !== undefined).length,
        ),
      )
      .toBe(2);
    await still(ines.page, 'board');
    for (const person of [ines, marc, leila]) await person.leave();
  } finally {
    await server.dispose();
  }
});

/** As wide as a column of the README twice over. */
const SMALL = { width: 1200, height: 750 };

for (const { name, title, fill, panel } of [
  { name: 'clusters', title: 'Le climat et nous', fill: sortedWall, panel: null },
  { name: 'matrix', title: 'Le climat et nous', fill: placedWall, panel: 'Classement et axes' },
  { name: 'journey', title: 'Aller voir les gens', fill: journeyWall, panel: null },
])
  test(`the picture of ${name}`, async ({ browser }: { browser: Browser }) => {
    const server = await spawnServer();
    try {
      const board = await server.createBoard({ title });
      const { ticket } = await server.join(board.id, { secret: board.secrets.participate, name: 'Ana' });
      const writer = await new RawClient(server.wsUrl, board.id, ticket).synced();
      fill(writer);
      await writer.allSaved();
      writer.leave();
      const ines = await Person.arrive(browser, { viewport: SMALL, reducedMotion: 'reduce' });
      await ines.join(board.links.facilitate, 'Inès');
      await ines.page.getByRole('button', { name: 'Masquer ce conseil' }).click();
      if (panel !== null) {
        const area = (await ines.elements()).find(({ parent }) => parent === null);
        const edge = await ines.toWindow({ x: area?.x ?? 0, y: area?.y ?? 0 });
        await ines.page.mouse.click(edge.x, edge.y);
        await ines.page.keyboard.press('Control+k');
        await ines.page.getByRole('combobox').fill(panel);
        await ines.page.keyboard.press('Enter');
        await expect(ines.page.getByRole('complementary')).toBeVisible();
        await ines.canvas.focus();
        await ines.press('Escape');
      }
      await ines.fit();
      // A click beside everything: who points sees no ring around the wall.
      await ines.page.mouse.click(700, 70);
      await ines.page.mouse.move(620, 26);
      await still(ines.page, name);
      await ines.leave();
    } finally {
      await server.dispose();
    }
  });

/** Things glide to their places; the picture is taken when two in a row are the same. */
async function still(page: Page, name: string): Promise<void> {
  let last = '';
  await expect
    .poll(async () => {
      const now = (await page.screenshot({ path: path.join(FOLDER, `${name}.png`) })).toString('base64');
      const isStill = now === last;
      last = now;
      return isStill;
    })
    .toBe(true);
}

/** Rows of notes in an area, as a tidy group leaves them. */
function place({ board }: RawClient, area: string, color: NoteColor, texts: readonly string[]): void {
  const id = [...board.ids()].find((other) => board.get(other)?.text === area);
  const frame = id === undefined ? null : board.frame(id);
  if (id === undefined || !frame) throw new Error(`no area « ${area} »`);
  const columns = Math.min(texts.length, Math.max(1, Math.floor((frame.w - 20) / 215)));
  const gap = Math.min(32, (frame.w - columns * 200) / (columns + 1));
  createElements(
    board,
    'fill',
    texts.map((text, index) => ({
      kind: 'note',
      parent: id,
      at: {
        x: Math.round(frame.x + gap + (index % columns) * (200 + gap)),
        y: Math.round(frame.y + gap + 10 + Math.floor(index / columns) * (200 + gap)),
      },
      text,
      props: { color },
    })),
  );
}

/** The hint put away, a step nearer than the whole board so that the notes can be read. */
async function comeNear(person: Person): Promise<void> {
  const hint = person.page.getByRole('button', { name: 'Masquer ce conseil' });
  await hint.click();
  await person.fit();
  await person.page.mouse.move(112, 150);
  await person.page.keyboard.down('Control');
  await person.page.mouse.wheel(0, -120);
  await person.page.keyboard.up('Control');
  // A click beside everything: who points sees no ring around the wall.
  await person.page.mouse.click(1000, 70);
}
