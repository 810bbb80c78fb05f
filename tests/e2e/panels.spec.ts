/** Panels beside the wall: the bar of what is selected keeps clear of them, a panel opens from where its area is worked in, none opens for nothing. */
import { expect } from '@playwright/test';
import { findPreset, presetProps } from '../../shared/elements/grid/presets.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { shot, test } from './room.ts';

const [TEXT = ''] = shortContributions(1);

test('the bar of a note in a grid opens the grid’s panel, and stands beside it as beside the outline', async ({
  room: { first: lea, board },
  server,
}) => {
  const { page } = lea;
  // A wall of nothing has no agenda to show to who comes to facilitate.
  await expect(page.getByRole('complementary')).toHaveCount(0);
  const { ticket } = await server.join(board.id, { secret: board.secrets.participate });
  const writer = await new RawClient(server.wsUrl, board.id, ticket).synced();
  writer.board.edit('write', (write) => {
    write.create({
      ...{ id: 'g', kind: 'grid', place: [null, 0, 0], size: [1560, 1400], z: 'a0', text: 'Le parcours d’Awa' },
      props: presetProps(findPreset('journey'), 'fr'),
    });
    write.create({ kind: 'note', place: ['g', 0, 0, 'contact:c6'], size: [200, 200], z: 'a0', text: TEXT, props: {} });
  });
  await writer.allSaved();
  writer.leave();
  await expect.poll(async () => (await lea.elements()).length).toBe(2);
  await lea.fit();
  const { x, y } = await lea.middleOf(TEXT);
  await page.mouse.click(x, y);
  const bar = page.getByRole('toolbar', { name: 'Sélection' });
  await bar.getByRole('button', { name: 'Lignes et colonnes' }).click();
  const panel = page.getByRole('complementary', { name: 'Lignes et colonnes' });
  await expect(panel.getByRole('textbox', { name: 'Nom de la ligne 4' })).toHaveValue('Émotion');
  const between = async (beside: typeof panel): Promise<number> => {
    const [left, right] = [await bar.boundingBox(), await beside.boundingBox()];
    return (right?.x ?? 0) - (left?.x ?? 0) - (left?.width ?? 0);
  };
  await expect.poll(() => between(panel)).toBeGreaterThan(0);
  await shot(page, 'bar-beside-panel');
  await lea.canvas.focus();
  await lea.press('o');
  const outline = page.getByRole('complementary', { name: 'Plan du mur' });
  await expect(outline).toBeVisible();
  await expect.poll(() => between(outline)).toBeGreaterThan(0);
  await shot(page, 'bar-beside-outline');
});

test('help with sorting is found in the menu of the page', async ({ room: { first: lea } }) => {
  const { page } = lea;
  await page.getByRole('banner').getByRole('button', { name: 'Plus', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Aide au tri' }).click();
  await expect(page.getByRole('complementary', { name: 'Aide au tri' })).toBeVisible();
});
