/**
 * Plain http at an address that is not localhost, as in a meeting room: the browser gives such a page no secure-context functions, and
 * all that people do must work without them. Runs against the machine's own address on its network, opened by `HOST=0.0.0.0`; where it has
 * none, a name stands for it.
 */
import { chromium, expect, test } from '@playwright/test';
import { findLanAddress } from '../../server/http/PublicAddress.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { spawnServer } from '../helpers/server.ts';
import { Person } from './Person.ts';
import config from './playwright.config.ts';

test('a workshop works over plain http on the local network', async () => {
  const { executablePath, args = [] } = config.use?.launchOptions ?? {};
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...args, '--host-resolver-rules=MAP salle.test 127.0.0.1'],
  });
  const lan = findLanAddress();
  const server = await spawnServer({ env: lan === null ? {} : { HOST: '0.0.0.0' } });
  const port = new URL(server.url).port;
  const origin = `http://${lan ?? 'salle.test'}:${port}`;
  const inTheRoom = (link: string): string => link.replace(/^http:\/\/[^/]+/, origin);
  const ana = await Person.arrive(browser, { locale: 'fr-FR', acceptDownloads: true });
  const { page } = ana;
  await page.goto(origin);
  expect(await page.evaluate(() => [window.isSecureContext, 'clipboard' in navigator])).toEqual([false, false]);
  await page.getByRole('link', { name: /Mur blanc/ }).click();
  await page.getByLabel('Date').fill('2026-12-01');
  await page.getByRole('button', { name: 'Créer le mur' }).click();
  await ana.keepLink();
  const [first, ...others] = shortContributions(5) as [string, ...string[]];
  await ana.writeNote({ x: 0, y: 0 }, first);
  await ana.paste(others.join('\n'), { x: 0, y: 400 });
  await expect.poll(() => ana.texts()).toEqual([first, ...others].sort());

  await page.getByRole('button', { name: 'Partager' }).click();
  const dialog = page.getByRole('dialog', { name: 'Partager ce mur' });
  const field = dialog.getByRole('textbox', { name: 'Lien Participer' });
  const link = await field.inputValue();
  if (lan !== null) {
    // Open to the room: the links lead there, and nothing says « cet ordinateur seulement ».
    expect(link.startsWith(`${origin}/b/`)).toBe(true);
    await expect(dialog).not.toContainText('Cet ordinateur seulement');
    await expect(dialog).toContainText('même réseau');
  }
  await dialog.getByRole('button', { name: /Copier \(Lien Participer\)/ }).click();
  await expect(dialog.getByText('Copié', { exact: true }).first()).toBeVisible();
  const [calendar] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Fichier d’agenda' }).click(),
  ]);
  expect(calendar.suggestedFilename()).toMatch(/\.ics$/);
  await ana.press('Escape');

  // What was copied is the link: pasted where people paste it, it opens the wall.
  const bilal = await Person.arrive(browser, { locale: 'fr-FR' });
  const pasted = await pasteFrom(ana);
  expect(pasted).toBe(link);
  await bilal.page.goto(origin);
  await bilal.page.getByLabel('J’ai un lien').fill(inTheRoom(pasted));
  await bilal.page.getByRole('button', { name: /Rejoindre/ }).click();
  await bilal.page.getByLabel(/^Votre nom/).fill('Bilal');
  await bilal.page.getByRole('button', { name: /^Entrer/ }).click();
  await bilal.ready();
  await expect.poll(() => bilal.elements()).toEqual(await ana.elements());
  await bilal.writeNote({ x: 600, y: 0 }, 'Ouvrir les guichets le samedi');
  await expect.poll(async () => (await ana.texts()).includes('Ouvrir les guichets le samedi')).toBe(true);

  await page.getByRole('button', { name: 'Exporter le mur' }).click();
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

/** What stands on a person's clipboard, read the only way plain http leaves: by pasting it into a field with the keyboard. */
async function pasteFrom(person: Person): Promise<string> {
  const tab = await person.context.newPage();
  await tab.goto(new URL(person.page.url()).origin);
  const field = tab.getByLabel('J’ai un lien');
  await field.focus();
  await tab.keyboard.press('Control+v');
  const text = await field.inputValue();
  await tab.close();
  return text;
}
