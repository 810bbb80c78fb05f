import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

/** What the page gives when a format of « Exporter le mur » is chosen and the button pressed. */
export async function takeAway(page: Page, format: string, button: string): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Exporter le mur' }).click();
  const dialog = page.getByRole('dialog', { name: 'Exporter le mur' });
  await dialog.getByText(format, { exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: button }).click(),
  ]);
  await expect(dialog.getByText(download.suggestedFilename())).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}
