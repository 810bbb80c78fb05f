/** Every panel and dialog of the wall, in both languages, in three appearances, and on a phone: axe finds nothing. */
import { type Browser, expect, test } from '@playwright/test';
import { createElements } from '../../shared/board/operations.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { connect } from '../helpers/rawClient.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { expectClean } from './axe.ts';
import { Person } from './Person.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } as const;
const [FIRST = '', ...OTHERS] = shortContributions(9);

const CASES = [
  ['light', 'fr', 'laptop'],
  ['dark', 'en', 'laptop'],
  ['contrast', 'en', 'laptop'],
  ['light', 'fr', 'phone'],
] as const;

test.describe('tout le monde entre, partout', () => {
  let server: SpawnedServer;

  test.beforeAll(async () => {
    server = await spawnServer();
  });

  test.afterAll(async () => {
    await server?.dispose();
  });

  for (const [appearance, language, device] of CASES) {
    test(`axe finds nothing in any panel, ${appearance}, ${language}, ${device}`, async ({
      browser,
    }: {
      browser: Browser;
    }) => {
      test.slow();
      const isPhone = device === 'phone';
      const board = await server.createBoard({ template: 'demarreur-bienveillant', locale: language });
      const hand = await (await connect(server, board.id, board.secrets.facilitate, { name: 'Bilal' })).synced();
      const area =
        [...hand.board.elements()].find(({ text }) => text === 'Questions' || text === 'Notions')?.id ?? null;
      const at = area === null ? { x: 0, y: 0 } : hand.board.tree.origin(area);
      const notes = createElements(
        hand.board,
        'test',
        [FIRST, ...OTHERS].map((text, n) => ({
          kind: 'note',
          parent: area,
          at: { x: at.x + 20 + 216 * n, y: at.y + 20 },
          text,
        })),
      );
      hand.board.edit('lock', (write) => write.set(notes[1] as string, { lock: true }));
      await hand.allSaved();

      const ana = await Person.arrive(browser, {
        ...(isPhone && PHONE),
        locale: language === 'fr' ? 'fr-FR' : 'en-GB',
        reducedMotion: 'reduce',
      });
      const { page } = ana;
      await page.addInitScript(
        ([theme, locale]) => {
          localStorage.setItem('pelemele.theme', theme);
          localStorage.setItem('pelemele.locale', locale);
        },
        [appearance, language] as const,
      );
      const dialogs = page.getByRole('dialog');
      /** Closes what is open, one within the other. A key pressed while one of them fades away reaches nobody. */
      const closed = (): Promise<void> =>
        expect(async () => {
          if ((await dialogs.count()) > 0) await ana.press('Escape');
          await expect(dialogs).toHaveCount(0, { timeout: 1_000 });
        }).toPass();
      /** From the bar at the top, or on a phone from the menu at the bottom. */
      const choose = async (name: RegExp): Promise<void> => {
        if (isPhone) await page.getByRole('button', { name: /^(Plus|More)$/ }).click();
        await page.getByRole(isPhone ? 'menuitem' : 'button', { name }).click();
      };

      await page.goto(board.links.facilitate);
      await expect(page.getByRole('textbox').first()).toBeVisible();
      await expectClean(page, 'join');
      await page.getByRole('button', { name: /^(Entrer|Enter|Go)/ }).click();
      await ana.ready();
      await expectClean(page, 'board');

      await choose(/^(Déroulé|Agenda|Programme|Running order|Schedule)$/);
      await expect(page.getByRole('complementary')).toBeVisible();
      await expectClean(page, 'agenda');
      await page
        .getByRole('complementary')
        .getByRole('button', { name: /^(Fermer|Close)$/ })
        .click();

      await choose(/^(Plan du mur|Outline)$/);
      const tree = page.getByRole('tree');
      await expect(tree).toBeVisible();
      await expectClean(page, 'outline');
      await page.getByRole('searchbox').fill(FIRST);
      await expect(tree.getByRole('treeitem', { name: FIRST })).toBeVisible();
      await expectClean(page, 'outline, searching');
      await tree.getByRole('treeitem', { name: FIRST }).click();
      await page.getByRole('button', { name: /^(Déplacer vers|Move to)/ }).click();
      await expect(page.getByRole('listbox')).toBeVisible();
      await expectClean(page, 'outline, moving');
      await closed();
      // What closes gives the focus back to the line: a field that opens before would lose it again.
      await expect(tree.getByRole('treeitem', { name: FIRST })).toBeFocused();
      await page
        .getByRole('button', { name: /^(Écrire|Write)$/ })
        .last()
        .click();
      await expect(tree.getByRole('textbox')).toBeFocused();
      await expectClean(page, 'outline, writing');

      // Another person deletes what one is writing: the text is kept among the drafts.
      hand.board.edit('delete', (write) => write.delete(notes[0] as string));
      await expect(tree.getByRole('textbox')).toHaveCount(0);
      await page
        .getByRole('complementary')
        .getByRole('button', { name: /^(Fermer|Close)$/ })
        .click();
      await choose(/brouillon|draft/i);
      await expect(dialogs.or(page.getByRole('complementary')).first()).toBeVisible();
      await expectClean(page, 'drafts');
      await closed();

      await choose(/^(Partager|Share)/);
      await expect(dialogs).toBeVisible();
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      await expectClean(page, 'share');
      const renew = page.getByRole('button', { name: /^(Renouveler|Renew)/ });
      if ((await renew.count()) > 0) {
        await renew.first().click();
        await expect(page.getByRole('dialog').last()).toBeVisible();
        await expectClean(page, 'renew');
      }
      await closed();
      await choose(/^(Exporter|Export)/);
      await expect(dialogs).toBeVisible();
      await expectClean(page, 'export');
      await closed();
      await page.getByRole('button', { name: /^(Plus|More)$/ }).click();
      await expectClean(page, 'menu');
      await page.getByRole('menuitem', { name: /^(Langue|Language)/ }).click();
      await expect(dialogs).toBeVisible();
      await expectClean(page, 'settings');
      await closed();
      if (!isPhone) {
        await ana.canvas.focus();
        await ana.press('?');
        await expect(dialogs).toBeVisible();
        await expectClean(page, 'help');
        await closed();
      }
      await page
        .getByRole('button', { name: /personne|person|people/i })
        .first()
        .click();
      await expect(page.getByRole('complementary')).toBeVisible();
      await expectClean(page, 'people');

      expect(ana.problems).toEqual([]);
      hand.leave();
      await ana.leave();
    });
  }
});
