/** Much deleted at once by a participant: held back by the server, settled by whoever facilitates with one press. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { shortContributions } from '../helpers/contributions.ts';
import { spawnServer } from '../helpers/server.ts';
import { Person } from './Person.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4'];
const FOLDER = path.resolve(import.meta.dirname, '../../test-results/screens');

test('much deleted at once by a participant waits for a facilitator, who restores or allows it', async ({
  browser,
}) => {
  mkdirSync(FOLDER, { recursive: true });
  const server = await spawnServer();
  const board = await server.createBoard({ title: 'Marché couvert' });
  const lea = await Person.arrive(browser, { reducedMotion: 'reduce' });
  const max = await Person.arrive(browser, { reducedMotion: 'reduce' });
  await lea.join(board.links.facilitate, 'Léa');
  await max.join(board.links.participate, 'Max');
  const texts = shortContributions(40).sort();
  await lea.paste(texts.join('\n'), { x: 0, y: 0 });
  await lea.allSaved();
  await expect.poll(() => max.texts()).toEqual(texts);

  await max.canvas.focus();
  await max.press('Control+a');
  await max.press('Delete');
  await expect(max.page.getByText(/attendent l’accord d’une personne qui anime/)).toBeVisible();
  const notice = lea.page.getByRole('heading', { name: /^Max .* beaucoup d’éléments$/ });
  await expect(notice).toBeVisible();
  const { violations } = await new AxeBuilder({ page: lea.page }).withTags(TAGS).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await lea.page.screenshot({ path: path.join(FOLDER, 'suppressions.png') });
  const restore = lea.page.getByRole('button', { name: /^Rétablir l/ });
  if (await restore.isVisible()) await restore.click();
  await expect.poll(() => lea.texts()).toEqual(texts);
  await expect.poll(() => max.texts()).toEqual(texts);

  await lea.page.getByRole('button', { name: 'Autoriser' }).click();
  await expect(notice).toHaveCount(0);
  await max.canvas.focus();
  await max.press('Control+a');
  await max.press('Delete');
  await expect.poll(() => lea.texts()).toEqual([]);
  expect([...lea.problems, ...max.problems]).toEqual([]);
  await lea.leave();
  await max.leave();
  await server.dispose();
});
