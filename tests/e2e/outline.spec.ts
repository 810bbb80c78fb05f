/** The board as lines: what others do is told, what is written meets what others write, rights are kept, and a large board opens at once. */
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { OPEN_STEP } from '../../shared/access/Step.ts';
import { createElements, moveElements } from '../../shared/board/operations.ts';
import { command } from '../helpers/commands.ts';
import { readContributions, shortContributions } from '../helpers/contributions.ts';
import { connect, type RawClient } from '../helpers/rawClient.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { Keys } from './Keys.ts';
import { Person } from './Person.ts';

type CreatedBoard = Awaited<ReturnType<SpawnedServer['createBoard']>>;

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } as const;
const [FIRST = '', SECOND = '', THIRD = ''] = shortContributions(3);

test.describe('le plan du mur', () => {
  let server: SpawnedServer;

  test.beforeAll(async () => {
    server = await spawnServer();
  });

  test.afterAll(async () => {
    await server?.dispose();
  });

  const treeOf = (page: Page): Locator => page.getByRole('tree');
  const openOutline = async (person: Person): Promise<Keys> => {
    await person.canvas.focus();
    await person.press('o');
    await expect(treeOf(person.page)).toBeVisible();
    return new Keys(person.page);
  };
  /** An area with two notes on a board of one's own. */
  const small = async (): Promise<{ board: CreatedBoard; hand: RawClient; area: string; notes: readonly string[] }> => {
    const board = await server.createBoard();
    const hand = await (await connect(server, board.id, board.secrets.facilitate, { name: 'Bilal' })).synced();
    const [area = ''] = createElements(hand.board, 'test', [
      { kind: 'frame', parent: null, at: { x: 0, y: 0 }, size: [900, 700], text: 'Irritants' },
    ]);
    const notes = createElements(hand.board, 'test', [
      { kind: 'note', parent: area, at: { x: 20, y: 20 }, text: FIRST },
      { kind: 'note', parent: area, at: { x: 240, y: 20 }, text: SECOND, props: { color: 'green' } },
    ]);
    await hand.allSaved();
    return { board, hand, area, notes };
  };

  test('says in both languages what stands where', async ({ browser }: { browser: Browser }) => {
    const { board, hand } = await small();
    for (const [language, lines] of [
      ['fr', ['Irritants, zone, 2 éléments', `${FIRST}, note, jaune`, `${SECOND}, note, vert`, 'Sur le mur, vide']],
      ['en', ['Irritants, area, 2 items', `${FIRST}, note, yellow`, `${SECOND}, note, green`, 'On the wall, empty']],
    ] as const) {
      const ana = await Person.arrive(browser, { locale: language === 'fr' ? 'fr-FR' : 'en-GB' });
      await ana.page.goto(board.links.participate);
      await ana.page.getByRole('button', { name: /^(Entrer|Enter|Go)/ }).click();
      await ana.ready();
      await openOutline(ana);
      const names = await treeOf(ana.page)
        .getByRole('treeitem')
        .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')));
      expect(names).toEqual(lines);
      expect(ana.problems).toEqual([]);
      await ana.leave();
    }
    hand.leave();
  });

  test('tells what others do, by name, and can be told to keep quiet', async ({ browser }: { browser: Browser }) => {
    const { board, hand, area, notes } = await small();
    const ana = await Person.arrive(browser);
    await ana.join(board.links.participate, 'Ana');
    await openOutline(ana);
    const news = ana.page.getByRole('complementary', { name: 'Plan du mur' }).locator('[aria-live]').last();
    hand.showPresence(JSON.stringify({ selection: notes }));
    await expect
      .poll(async () => JSON.stringify(await ana.page.evaluate('peleMele.others()')))
      .toContain(notes[0] as string);
    moveElements(
      hand.board,
      'move',
      notes.map((id, n) => ({ id, parent: null, to: { x: 220 * n, y: 900 } })),
    );
    await expect(news).toHaveText('Bilal a déplacé 2 notes sur le mur');
    const [made = ''] = createElements(hand.board, 'test', [
      { kind: 'note', parent: area, at: { x: 20, y: 20 }, text: THIRD },
    ]);
    hand.showPresence(JSON.stringify({ editing: made }));
    await expect(news).toHaveText(/^Bilal a ajouté une note dans «\u202fIrritants\u202f»/, { timeout: 20_000 });
    const quiet = ana.page.getByRole('checkbox', { name: 'Annoncer ce que font les autres' });
    await quiet.press(' ');
    await expect(quiet).not.toBeChecked();
    await ana.page.reload();
    await ana.ready();
    await openOutline(ana);
    await expect(ana.page.getByRole('checkbox', { name: 'Annoncer ce que font les autres' })).not.toBeChecked();
    hand.leave();
    await ana.leave();
  });

  test('two people write in one note, one in a line and one on the wall: both texts stay', async ({
    browser,
  }: {
    browser: Browser;
  }) => {
    const { board, hand } = await small();
    const [ana, lea] = [await Person.arrive(browser), await Person.arrive(browser)];
    await ana.join(board.links.participate, 'Ana');
    await lea.join(board.links.participate, 'Léa');
    const keys = await openOutline(ana);
    await keys.press('ArrowRight', 'F2');
    await keys.expectFocus(/^textbox "Texte de la note"/);
    await lea.canvas.focus();
    await lea.fit();
    const at = await lea.middleOf(FIRST);
    await lea.page.mouse.dblclick(at.x, at.y);
    await expect(lea.field).toBeFocused();
    await lea.press('Home');
    await Promise.all([
      ana.page.keyboard.type(', dès lundi', { delay: 20 }),
      lea.page.keyboard.type('Priorité : ', { delay: 20 }),
    ]);
    // Meanwhile the line is carried elsewhere, because another stands before it now.
    const other = [...hand.board.elements()].find(({ text }) => text === SECOND)?.id ?? '';
    const area = hand.board.tree.parent(other);
    hand.board.edit('move', (write) => write.set(other, { place: [area, 0, 0] }));
    const order = treeOf(ana.page).getByRole('treeitem');
    await expect(order.nth(1)).toHaveAttribute('aria-label', `${SECOND}, note, vert`);
    await ana.page.keyboard.type(' prochain');
    for (const person of [ana, lea])
      await expect.poll(async () => (await person.find(FIRST)).text).toBe(`Priorité : ${FIRST}, dès lundi prochain`);
    await expect(ana.page.getByRole('textbox', { name: 'Texte de la note' })).toHaveValue(
      /^Priorité.: .*, dès lundi prochain$/,
    );
    await keys.press('Escape');
    await keys.expectFocus(/^treeitem "Priorité/);
    for (const person of [ana, lea]) {
      expect(person.problems).toEqual([]);
      await person.leave();
    }
    hand.leave();
  });

  test('goes both ways: what is selected here is selected there', async ({ browser }: { browser: Browser }) => {
    const { board, hand } = await small();
    const ana = await Person.arrive(browser);
    await ana.join(board.links.participate, 'Ana');
    const keys = await openOutline(ana);
    await keys.press('ArrowRight', 'Shift+ArrowDown');
    await expect(ana.page.getByRole('toolbar', { name: 'Sélection' })).toBeVisible();
    await expect(treeOf(ana.page).locator('[aria-selected="true"]')).toHaveCount(2);
    const at = await ana.middleOf(SECOND);
    await ana.page.mouse.click(at.x, at.y);
    await expect(treeOf(ana.page).locator('[aria-selected="true"]')).toHaveAttribute(
      'aria-label',
      `${SECOND}, note, vert`,
    );
    // Another person takes the line away on which one stands: the focus goes to a neighbour, not nowhere.
    await ana.press('o');
    await keys.expectFocus(/note, vert"/);
    hand.board.edit('delete', (write) =>
      write.delete([...hand.board.elements()].find(({ text }) => text === SECOND)?.id ?? ''),
    );
    await keys.expectFocus(/^treeitem /);
    await expect(treeOf(ana.page).getByRole('treeitem', { name: SECOND })).toHaveCount(0);
    hand.leave();
    await ana.leave();
  });

  test('keeps rights: a viewer reads, a step closes with its reason, a lock is lifted by whoever facilitates', async ({
    browser,
  }: {
    browser: Browser;
  }) => {
    const { board, hand, notes } = await small();
    const max = await Person.arrive(browser);
    await max.page.goto(board.links.watch);
    await max.page.getByRole('button', { name: 'Regarder le mur' }).click();
    await max.ready();
    await expect(max.page.getByRole('toolbar', { name: 'Outils' })).toHaveCount(0);
    await expect(max.page.getByRole('button', { name: 'Partager' })).toHaveCount(0);
    const viewer = await openOutline(max);
    await viewer.press('ArrowRight', 'Enter', 'n', 'Delete');
    await expect(max.page.getByRole('button', { name: /^Ajouter une note/ })).toHaveCount(0);
    await expect(max.page.getByText('Vous regardez ce mur').first()).toBeVisible();
    await max.leave();

    const ana = await Person.arrive(browser);
    await ana.join(board.links.participate, 'Ana');
    const keys = await openOutline(ana);
    await keys.press('ArrowRight');
    hand.board.edit('lock', (write) => write.set(notes[0] as string, { lock: true }));
    await keys.expectFocus(/note, jaune, avec verrou"/);
    const remove = ana.page.getByRole('button', { name: 'Supprimer' }).last();
    await expect(remove).toHaveAttribute('aria-disabled', 'true');
    await expect(remove).toHaveAccessibleDescription(/seule une personne qui anime peut le déverrouiller/);
    await command(hand, {
      type: 'setStep',
      step: { ...OPEN_STEP, id: 'lecture', edit: 'none', move: 'none' },
    });
    await keys.expectFocus(/^treeitem /);
    await keys.press('ArrowDown');
    await expect(ana.page.getByText('Cette étape ne permet pas de le faire ici.').first()).toBeVisible();
    const before = (await ana.elements()).length;
    await keys.press('Delete', 'Alt+ArrowUp');
    expect((await ana.elements()).length).toBe(before);
    await ana.leave();

    const lea = await Person.arrive(browser);
    await lea.join(board.links.facilitate, 'Léa');
    const lead = await openOutline(lea);
    await lead.press('Home', 'ArrowRight');
    await lead.expectFocus(/avec verrou"/);
    await lead.to(/^button "Supprimer"/, 'Shift+Tab');
    await lead.to(/^button "Déverrouiller"/, 'ArrowLeft');
    await lead.press('Enter');
    await expect(treeOf(lea.page).getByRole('treeitem', { name: /avec verrou/ })).toHaveCount(0);
    expect(lea.problems).toEqual([]);
    await lea.leave();
    hand.leave();
  });

  test('fills the screen of a phone, and gives it back to the wall', async ({ browser }: { browser: Browser }) => {
    const { board, hand } = await small();
    const ana = await Person.arrive(browser, PHONE);
    await ana.join(board.links.participate, 'Ana');
    const { page } = ana;
    await page.getByRole('button', { name: 'Plus', exact: true }).tap();
    await expect(page.getByRole('menuitem', { name: 'Raccourcis clavier' })).toHaveCount(0);
    await page.getByRole('menuitem', { name: 'Plan du mur' }).tap();
    const panel = page.getByRole('complementary', { name: 'Plan du mur' });
    await expect(panel).toBeVisible();
    await expect.poll(() => panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    for (const item of await treeOf(page).getByRole('treeitem').all())
      expect((await item.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await treeOf(page).getByRole('treeitem', { name: FIRST }).tap();
    await panel.getByRole('button', { name: 'Aller à cet élément sur le mur' }).tap();
    await expect(panel).toHaveCount(0);
    expect([...(await ana.elements())].length).toBe(3);
    await ana.leave();
    hand.leave();
  });

  test('opens a wall of 5,000 notes with few lines in the page, and says how many there are', async ({
    browser,
  }: {
    browser: Browser;
  }) => {
    const board = await server.createBoard();
    const hand = await (await connect(server, board.id, board.secrets.facilitate)).synced();
    const texts = readContributions();
    const [area = ''] = createElements(hand.board, 'test', [
      { kind: 'frame', parent: null, at: { x: 0, y: 0 }, size: [15_000, 15_000], text: 'Toutes les réponses' },
    ]);
    for (let from = 0; from < 5_000; from += 500) {
      const drafts = Array.from({ length: 500 }, (_, n) => from + n).map((n) => ({
        kind: 'note',
        parent: area,
        at: { x: 20 + (n % 70) * 210, y: 20 + Math.floor(n / 70) * 205 },
        text: texts[n % texts.length]?.text ?? '',
      }));
      createElements(hand.board, 'fill', drafts);
    }
    await hand.allSaved();
    const ana = await Person.arrive(browser);
    await ana.join(board.links.participate, 'Ana');
    await expect.poll(async () => (await ana.elements()).length).toBe(5_001);
    const keys = await openOutline(ana);
    const items = treeOf(ana.page).getByRole('treeitem');
    expect(await items.count()).toBeLessThan(80);
    await keys.press('ArrowRight');
    await expect(ana.page.locator(':focus')).toHaveAttribute('aria-setsize', '5000');
    await keys.press('End', 'ArrowUp');
    await expect(ana.page.locator(':focus')).toHaveAttribute('aria-posinset', '5000');
    expect(await items.count()).toBeLessThan(80);
    // Others move notes about: the lines that stay the same are not touched.
    await keys.press('Home', 'ArrowRight');
    await ana.page.evaluate(() => {
      const scope = globalThis as unknown as { touched: number };
      scope.touched = 0;
      new MutationObserver((records) => (scope.touched += records.length)).observe(
        document.querySelector('[role="tree"]') as Element,
        { subtree: true, childList: true, attributes: true, characterData: true },
      );
    });
    const ids = hand.board.tree.children(area).slice(3_000, 3_050);
    for (const id of ids) hand.board.edit('move', (write) => write.set(id, { place: [area, 3, 14_000] }));
    const isThere = (id: string): Promise<boolean> =>
      ana.elements().then((all) => all.some((one) => one.id === id && one.y === 14_000));
    for (const id of ids.slice(-1)) await expect.poll(() => isThere(id)).toBe(true);
    expect(await ana.page.evaluate(() => (globalThis as unknown as { touched: number }).touched)).toBe(0);
    expect(ana.problems).toEqual([]);
    hand.leave();
    await ana.leave();
  });
});
