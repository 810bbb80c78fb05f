// @vitest-environment happy-dom
/** Keys pressed before what a command needs has come: nothing overtakes it, nothing of what people do is lost or turned round. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EditingPerson, openEditor, put } from '../../tests/helpers/editing.ts';
import { createExtras, type ExtraPorts, type Extras } from '../editor/extras.ts';
import { KeyboardController } from './KeyboardController.ts';
import { PointerController } from './PointerController.ts';
import { TextOverlay } from './TextOverlay.ts';

describe('keys pressed before what a command needs has come', () => {
  let person: EditingPerson;
  let surface: HTMLElement;
  let fetches: { come: () => void; fail: () => void }[];
  let ids: string[];
  const parts: { dispose(): void }[] = [];

  beforeEach(() => {
    vi.useFakeTimers();
    fetches = [];
    const slowly = (ports: ExtraPorts): Promise<Extras> =>
      new Promise((resolve, reject) => {
        fetches.push({ come: () => resolve(createExtras(ports)), fail: () => reject(new Error('no network')) });
      });
    person = openEditor({ createExtras: slowly });
    surface = document.createElement('div');
    surface.tabIndex = 0;
    const field = document.createElement('textarea');
    surface.append(field);
    document.body.append(surface);
    const pointer = new PointerController(person.editor, surface);
    parts.push(
      pointer,
      new KeyboardController(person.editor, surface, pointer),
      new TextOverlay(person.editor, field, { nameOf: () => 'Note', returnFocus: () => surface.focus() }),
    );
    // What a browser does with it, and this one does not know.
    document.execCommand = ((name: string, _ui: boolean, text = '') => {
      const { selectionStart: from, selectionEnd: to } = field;
      field.setRangeText(text, name === 'delete' && from === to ? from - 1 : from, to, 'end');
      return field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }) as typeof document.execCommand;
    surface.focus();
    ids = [0, 300, 700].map((x, n) => put(person.board, 'note', [x, 40 * n], { text: `Guichet ${n}` }));
  });
  afterEach(() => {
    for (const part of parts.splice(0)) part.dispose();
    person.editor.dispose();
    document.body.replaceChildren();
    vi.useRealTimers();
  });

  /** Presses keys one after the other where the focus is; whether the browser may do what it does with the last. */
  const press = (...keys: readonly string[]): boolean => {
    let isFree = true;
    for (const name of keys) {
      const [key = '', ...modifiers] = name.split('+').reverse();
      const init = { key, code: '', bubbles: true, cancelable: true };
      const event = new KeyboardEvent('keydown', {
        ...init,
        ctrlKey: modifiers.includes('ctrl'),
        shiftKey: modifiers.includes('shift'),
        altKey: modifiers.includes('alt'),
      });
      isFree = (document.activeElement ?? document.body).dispatchEvent(event);
    }
    return isFree;
  };
  const come = async (): Promise<void> => {
    fetches.at(-1)?.come();
    await vi.advanceTimersByTimeAsync(0);
  };
  const groups = (): (string | undefined)[] => ids.map((id) => person.board.get(id)?.group);
  const xs = (): number[] => ids.map((id) => person.board.get(id)?.place[1] as number);
  const selectTwo = (): void => person.editor.selection.set(ids.slice(0, 2));

  it('groups what was selected, though Escape was pressed after it', async () => {
    selectTwo();
    press('ctrl+g', 'Escape');
    expect([groups(), person.editor.selection.ids.size]).toEqual([[undefined, undefined, undefined], 2]);
    await come();
    const [one, two, three] = groups();
    expect([one !== undefined && one === two, three, person.editor.selection.ids.size]).toEqual([true, undefined, 0]);
  });

  it('undoes the command that waits, and nothing older', async () => {
    person.editor.selection.set([ids[2] as string]);
    press('ArrowRight');
    selectTwo();
    press('ctrl+g', 'ctrl+z');
    await come();
    expect([groups(), xs()]).toEqual([
      [undefined, undefined, undefined],
      [0, 300, 704],
    ]);
  });

  it('duplicates the group that was asked for just before, as a group', async () => {
    selectTwo();
    press('ctrl+g', 'ctrl+d');
    await come();
    const all = [...person.board.elements()].flatMap(({ group }) => group ?? []);
    expect([all.length, new Set(all).size, person.board.size]).toEqual([4, 2, 5]);
  });

  it('deletes what was pasted just before, and nothing else', async () => {
    const { editor, board } = person;
    editor.clipboard.paste({ text: 'Rampe\nSonnette', html: '' });
    press('Delete');
    await come();
    expect(board.size).toBe(3);
    expect([...board.elements()].map(({ text }) => text)).toEqual(['Guichet 0', 'Guichet 1', 'Guichet 2']);
  });

  it('writes into the note that was begun after it, letter by letter', async () => {
    const { board, editor } = person;
    selectTwo();
    press('ctrl+g', 'n', 'V', 'u', 'X', 'Backspace', ' ', '👍', 'Enter', 'n');
    expect(editor.store.getState().editing).toBe(null);
    await come();
    const { editing } = editor.store.getState();
    expect(board.get(editing ?? '')?.text).toBe('Vu👍\nn');
    expect(groups()[0]).toBeDefined();
    // And from then on the field has its keys itself.
    expect(press('b')).toBe(true);
  });

  it('writes into the idea that Tab has hung on a map, and goes on to the next', async () => {
    const { board, editor } = person;
    const heart = put(board, 'note', [0, 900], { text: 'Marché', props: { node: 'open' } });
    editor.selection.set([heart]);
    press('Tab', 'B', 'u', 's', 'Tab', 'n', 'o', 'x');
    expect(board.size).toBe(4);
    await come();
    const written = [...board.elements()].filter(({ kind, id }) => kind === 'note' && !ids.includes(id));
    expect(written.map(({ text }) => text)).toEqual(['Marché', 'Bus', 'nox']);
    expect(board.folds.map.below(heart)).toHaveLength(2);
  });

  it('runs what is chosen from a menu meanwhile in its turn too, if it still can be', async () => {
    const { editor } = person;
    selectTwo();
    editor.commands.run('arrange.alignLeft');
    editor.commands.run('edit.delete');
    editor.commands.run('arrange.tidyGrid');
    expect(person.board.size).toBe(3);
    await come();
    expect([person.board.size, [...person.board.ids()]]).toEqual([1, [ids[2]]]);
    expect(person.notices.filter(({ kind }) => kind === 'notice')).toEqual([]);
  });

  it('lines up what was selected when it was asked, though a hand has taken something else since', async () => {
    selectTwo();
    press('shift+G');
    press('ctrl+g');
    const third = ids[2] as string;
    person.editor.selection.set([third]);
    await come();
    expect(groups()[2]).toBe(undefined);
    expect(groups()[0]).toBeDefined();
    expect([...person.editor.selection.ids]).toEqual([third]);
  });

  it('leaves the browser its own keys', () => {
    selectTwo();
    press('ctrl+g');
    for (const key of ['F5', 'ctrl+r', 'ctrl+t', 'alt+ArrowLeft', 'ctrl+c', 'ctrl+v'])
      expect([key, press(key)]).toEqual([key, true]);
    expect(press('Escape')).toBe(false);
  });

  it('holds no key where nothing waits', () => {
    selectTwo();
    press('ArrowRight');
    expect([xs(), fetches.length]).toEqual([[4, 304, 700], 1]);
    press('Escape');
    expect(person.editor.selection.ids.size).toBe(0);
  });

  it('tells that it could not be had, with a code, does nothing of it, and does it when asked again', async () => {
    selectTwo();
    press('ctrl+g', 'Delete');
    fetches.at(-1)?.fail();
    await vi.advanceTimersByTimeAsync(0);
    const told = person.notices.filter(({ kind }) => kind === 'notice');
    expect(told).toMatchObject([
      { id: 'editor.notice.notHere', values: { code: 'part_unavailable' }, offer: { label: 'common.retry' } },
    ]);
    expect([groups(), person.board.size]).toEqual([[undefined, undefined, undefined], 3]);
    // Keys are theirs again.
    press('Escape');
    expect(person.editor.selection.ids.size).toBe(0);
    told[0]?.offer?.run?.();
    await come();
    expect([groups()[0] !== undefined, groups()[0] === groups()[1], person.board.size]).toEqual([true, true, 3]);
  });

  it('gives the keys back after five seconds on a line that says nothing, and tells so', async () => {
    selectTwo();
    press('ctrl+g', 'Delete');
    await vi.advanceTimersByTimeAsync(5_100);
    expect(person.notices).toContainEqual(expect.objectContaining({ values: { code: 'part_late' } }));
    press('Escape');
    expect([person.editor.selection.ids.size, person.board.size]).toEqual([0, 3]);
    await come();
    expect([groups(), person.board.size]).toEqual([[undefined, undefined, undefined], 3]);
  });
});
