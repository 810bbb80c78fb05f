/** Much deleted at once by a participant: held back by the server, settled by whoever facilitates with one press. */
import { expect } from '@playwright/test';
import { shortContributions } from '../helpers/contributions.ts';
import { expectClean } from './axe.ts';
import { apart } from './boxes.ts';
import { shot, test } from './room.ts';

test('much deleted at once by a participant waits for a facilitator, who restores or allows it', async ({
  room: { first: lea, second: max },
}) => {
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
  await expectClean(lea.page);
  // It stands until it is settled: the bar of what she selects keeps clear of it, wherever that lies.
  await lea.fit();
  const bar = lea.page.getByRole('toolbar', { name: 'Sélection' });
  const place = lea.page.locator('section').filter({ has: notice });
  const { x = 0, y = 0, width = 0, height = 0 } = (await place.boundingBox()) ?? {};
  const middles: { readonly x: number; readonly y: number }[] = [];
  for (const text of texts) middles.push(await lea.middleOf(text));
  // Just under it: the bar's own place would be where the notice stands.
  const [below] = middles
    .filter((at) => at.y > y + height && at.x > x && at.x < x + width)
    .sort((one, other) => one.y - other.y);
  expect(below).toBeDefined();
  await lea.press('Escape');
  await lea.page.mouse.click(below?.x ?? 0, below?.y ?? 0);
  await expect(bar).toBeVisible();
  expect(await apart(bar, place)).toBe(true);
  await lea.press('Escape');
  await shot(lea.page, 'suppressions');
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
});
