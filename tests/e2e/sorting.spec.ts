/** Help with sorting on real contributions: people begin, the rest is suggested, they accept one or some and go back in one step. */
import { expect, type Locator } from '@playwright/test';
import { readContributions } from '../helpers/contributions.ts';
import { expectClean } from './axe.ts';
import type { Person } from './Person.ts';
import { shot, test } from './room.ts';

const TAXES = [
  ...new Set(
    readContributions()
      .filter(({ question }) => question.startsWith('Quels sont selon vous les impôts'))
      .map(({ text }) => text.replace(/\s+/g, ' ')),
  ),
].filter((text) => text.length >= 10 && text.length <= 140);
const about = (word: RegExp): string[] => TAXES.filter((text) => word.test(text));
const VAT = about(/\bTVA\b/i);
const INCOME = about(/sur le revenu|revenus/i).filter((text) => !VAT.includes(text));
const REST = TAXES.filter((text) => !VAT.includes(text) && !INCOME.includes(text)).slice(0, 8);
const WALL = [...VAT.slice(0, 6), ...INCOME.slice(0, 6), ...REST];

const panelOf = (person: Person): Locator => person.page.getByRole('complementary', { name: 'Aide au tri' });

/** By its name, as one would type it. */
async function run(person: Person, command: string): Promise<void> {
  await person.press('Control+k');
  await person.page.getByRole('dialog').getByRole('combobox').fill(command);
  await person.page
    .getByRole('option', { name: new RegExp(command) })
    .first()
    .waitFor();
  await person.press('Enter');
}

async function choose(person: Person, texts: readonly string[]): Promise<void> {
  for (const [n, text] of texts.entries()) {
    const { x, y } = await person.middleOf(text.slice(0, 30));
    if (n > 0) await person.page.keyboard.down('Shift');
    await person.page.mouse.click(x, y);
    if (n > 0) await person.page.keyboard.up('Shift');
  }
}

async function cluster(person: Person, texts: readonly string[], name: string): Promise<void> {
  await choose(person, texts);
  await run(person, 'Regrouper');
  await expect(person.field).toBeFocused();
  await person.page.keyboard.type(name);
  await person.press('Escape');
  await person.press('Escape');
}

const parentOf = async (person: Person, text: string): Promise<string | null> => {
  const elements = await person.elements();
  const { parent } = await person.find(text.slice(0, 30));
  return elements.find(({ id }) => id === parent)?.text ?? null;
};

test('completes the groups people have begun: one accepted, then the ticked, then all taken back in one step', async ({
  room: { first: lea, second: max },
}) => {
  const { page } = lea;
  expect([VAT.length >= 5, INCOME.length >= 4]).toEqual([true, true]);
  await lea.paste(WALL.join('\n'), { x: 0, y: 0 });
  await lea.press('Escape');
  await lea.fit();
  await run(lea, 'Compléter nos regroupements');
  const panel = panelOf(lea);
  await expect(panel).toContainText('Il faut au moins deux regroupements commencés');
  await expect(panel).toContainText('Une suggestion, jamais un verdict');
  await expectClean(page, 'nothing begun');
  await panel.getByRole('button', { name: 'Fermer' }).click();

  await cluster(lea, VAT.slice(0, 3), 'TVA');
  await lea.fit();
  await cluster(lea, INCOME.slice(0, 3), 'Impôt sur le revenu');
  await lea.fit();
  await run(lea, 'Compléter nos regroupements');
  await panel.getByRole('button', { name: /^Proposer une place à/ }).click();
  await expect(panel.getByRole('heading', { name: /^TVA/ })).toBeVisible();
  await shot(page, 'aide-au-tri');
  await expectClean(page, 'suggestions');

  // One.
  const wanted = VAT[4] as string;
  await panel
    .getByRole('button', { name: new RegExp(`^Ranger cette note.*${literally(wanted.slice(0, 30))}`) })
    .click();
  await expect.poll(() => parentOf(lea, wanted)).toBe('TVA');
  await expect.poll(() => parentOf(max, wanted)).toBe('TVA');

  // Those that are ticked, and back in one step.
  const free = async (): Promise<number> =>
    (await lea.elements()).filter(({ parent, text }) => parent === null && WALL.some((one) => text === one)).length;
  const before = await free();
  const accept = panel.getByRole('button', { name: /^Ranger l/ }).last();
  await accept.click();
  await expect.poll(free).toBeLessThan(before);
  expect(await parentOf(lea, INCOME[3] as string)).toBe('Impôt sur le revenu');
  await page.getByRole('button', { name: 'Annuler', exact: true }).first().click();
  await expect.poll(free).toBe(before);
  expect(await parentOf(lea, wanted)).toBe('TVA');
});

test('drafts groups from nothing, as many as the slider says, with names to change', async ({
  room: { first: lea },
}) => {
  const { page } = lea;
  await lea.paste(WALL.join('\n'), { x: 0, y: 0 });
  await lea.press('Escape');
  await lea.fit();
  await run(lea, 'Proposer un premier tri');
  const panel = panelOf(lea);
  await panel.getByRole('button', { name: /^Proposer un tri de/ }).click();
  const slider = panel.getByRole('slider');
  await slider.focus();
  await slider.press('Home');
  await slider.press('ArrowRight');
  await slider.press('ArrowRight');
  await expect(panel.getByText('Nombre de groupes\u202f: 3')).toBeVisible();
  const names = panel.getByRole('textbox', { name: 'Nom du groupe' });
  await expect(names).toHaveCount(3);
  await names.first().fill('Notre nom');
  await panel.getByRole('checkbox').nth(2).uncheck();
  await expectClean(page, 'draft');
  await shot(page, 'premier-tri');
  await panel.getByRole('button', { name: 'Créer les 2 groupes cochés' }).click();
  await expect
    .poll(async () => (await lea.elements()).filter(({ kind }) => kind === 'cluster').map(({ text }) => text))
    .toContain('Notre nom');
  expect((await lea.elements()).filter(({ kind }) => kind === 'cluster').length).toBe(2);
  await lea.press('Control+z');
  await expect.poll(async () => (await lea.elements()).filter(({ kind }) => kind === 'cluster').length).toBe(0);
});

test('finds what says the same and piles it, shows what looks alike, and applies the rule of a zone', async ({
  room: { first: lea },
}) => {
  const { page } = lea;
  // One is the contributions’ own: « Impôts sur le revenus », « impots sur le revenus ».
  const [first = ''] = VAT;
  await lea.paste([...WALL, `${first.toUpperCase()} !`].join('\n'), { x: 0, y: 0 });
  await lea.press('Escape');
  await lea.fit();
  await run(lea, 'Trouver les doublons');
  const panel = panelOf(lea);
  await panel.getByRole('button', { name: /^Chercher dans/ }).click();
  await expect(panel.getByRole('button', { name: 'Empiler', exact: true })).toHaveCount(2);
  await expect(panel).toContainText('impots sur le revenus');
  await expectClean(page, 'duplicates');
  await panel.getByRole('button', { name: 'Empiler', exact: true }).first().click();
  await expect.poll(async () => (await lea.elements()).filter(({ kind }) => kind === 'cluster').length).toBe(1);

  await panel.getByRole('radio', { name: 'Ressemblances' }).check({ force: true });
  await choose(lea, [VAT[2] as string]);
  await expect(panel.getByRole('heading', { name: /^Ressemblent à/ })).toContainText((VAT[2] as string).slice(0, 30));
  await expect(panel.getByRole('listitem').first()).toContainText(/TVA/i);
  await expectClean(page, 'alike');

  await panel.getByRole('radio', { name: 'Zones' }).check({ force: true });
  await panel
    .getByRole('combobox', { name: /^Couleur accueillie/ })
    .first()
    .selectOption('yellow');
  await expect(panel.getByText(/notes à accueillir/)).toBeVisible();
  await panel.getByRole('button', { name: 'Appliquer', exact: true }).click();
  await expect(panel.getByText('Aucune note à accueillir')).toBeVisible();
  await lea.press('Control+z');
  await expect(panel.getByText(/notes à accueillir/)).toBeVisible();
});

test('works on a phone, and when the network has gone', async ({ room: { first: lea } }) => {
  const { page, context } = lea;
  // Fetched ahead, once one has been on the wall for a while.
  const fetched = page.waitForResponse(/sortingWorker/);
  await lea.paste(WALL.join('\n'), { x: 0, y: 0 });
  await lea.press('Escape');
  await lea.allSaved();
  await (await fetched).finished();
  await page.setViewportSize({ width: 390, height: 844 });
  await context.setOffline(true);
  await run(lea, 'Proposer un premier tri');
  const panel = panelOf(lea);
  await panel.getByRole('button', { name: /^Proposer un tri de/ }).click();
  await expect(panel.getByRole('slider')).toBeVisible();
  await expect(panel.getByText('Le calcul se fait sur cet appareil. Aucun texte n’est envoyé.')).toBeVisible();
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beyond).toBeLessThanOrEqual(0);
  await expectClean(page, 'phone');
  await shot(page, 'aide-au-tri-telephone');
  await context.setOffline(false);
  await page.setViewportSize({ width: 1440, height: 900 });
});

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
