/**
 * Plain http at an address that is not localhost, as in a meeting room: the browser gives such a page no secure-context functions, and
 * all that people do must work without them.
 */
import { chromium, expect, test } from '@playwright/test';
import { shortContributions } from '../helpers/contributions.ts';
import { spawnServer } from '../helpers/server.ts';
import config from './playwright.config.ts';
import { Person } from './Person.ts';

test('a workshop works over plain http on the local network', async () => {
  const { executablePath, args = [] } = config.use?.launchOptions ?? {};
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    // The name stands for the machine's address in the room; the traffic stays on this machine.
    args: [...args, '--host-resolver-rules=MAP salle.test 127.0.0.1'],
  });
  const server = await spawnServer();
  const inTheRoom = (link: string): string => link.replace(/127\.0\.0\.1|localhost/, 'salle.test');
  const ana = await Person.arrive(browser, { locale: 'fr-FR', acceptDownloads: true });
  const { page } = ana;
  await page.goto(inTheRoom(server.url));
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  await page.getByRole('link', { name: /Mur blanc/ }).click();
  await page.getByRole('button', { name: 'Créer le mur' }).click();
  await ana.ready();
  const [first, ...others] = shortContributions(5) as [string, ...string[]];
  await ana.writeNote({ x: 0, y: 0 }, first);
  await ana.paste(others.join('\n'), { x: 0, y: 400 });
  await expect.poll(() => ana.texts()).toEqual([first, ...others].sort());

  await page.getByRole('button', { name: 'Partager' }).click();
  const dialog = page.getByRole('dialog', { name: 'Partager ce mur' });
  const link = await dialog.getByRole('textbox', { name: 'Lien Participer' }).inputValue();
  await dialog
    .getByRole('button', { name: /Copier/ })
    .nth(1)
    .click();
  await expect(dialog.getByText('Copié', { exact: true }).first()).toBeVisible();
  await ana.press('Escape');

  const bilal = await Person.arrive(browser, { locale: 'fr-FR' });
  await bilal.join(inTheRoom(link), 'Bilal');
  await expect.poll(() => bilal.elements()).toEqual(await ana.elements());

  await page.getByRole('button', { name: 'Exporter une image' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Télécharger le PNG' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.png$/);
  for (const person of [ana, bilal]) {
    expect(person.problems).toEqual([]);
    await person.leave();
  }
  await browser.close();
  await server.dispose();
});
