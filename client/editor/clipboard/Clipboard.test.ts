// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import type { PicturesPort } from '../PicturesPort.ts';
import type { TableArrival } from './Clipboard.ts';
import { guessChoices, planTable } from './tableNotes.ts';

const WORDS = {
  ...{ text: 'Texte', area: 'Zone', tags: 'Étiquettes', color: 'Couleur', author: 'Auteur ou autrice' },
  colorName: (color: string) => (color === 'blue' ? 'Bleu' : color),
  person: () => undefined,
};

function open(
  boardId = 'un-mur',
  fetchPicture: (board: string, hash: string) => Promise<Blob | null> = () => Promise.resolve(null),
) {
  const inserted: Blob[] = [];
  const pictures: PicturesPort = {
    get: () => null,
    load: async () => null,
    onChange: () => () => undefined,
    insert: (files) => void inserted.push(...files),
  };
  const person = openEditor({ pictures, boardId, fetchPicture });
  const tables: TableArrival[] = [];
  person.editor.clipboard.onTable((arrival) => tables.push(arrival));
  person.editor.clipboard.setPointer({ x: 500, y: 400 });
  return { ...person, tables, inserted, clipboard: person.editor.clipboard };
}

const textsOn = ({ board }: ReturnType<typeof open>): string[] => [...board.elements()].map(({ text }) => text).sort();
const file = (name: string, type: string): File => new File(['x'], name, { type });

describe('the clipboard', () => {
  it('carries tags, groups and lines that lead to the copies from one board to another', () => {
    const here = open('un-mur');
    const a = put(here.board, 'note', [0, 0], { text: 'Gare' });
    const b = put(here.board, 'note', [400, 0], { text: 'Parc' });
    const c = put(here.board, 'note', [800, 0], { text: 'Mairie' });
    const line = put(here.board, 'connector', [0, 0], {
      text: 'à pied',
      props: { from: { id: a, x: 0, y: 0 }, to: { id: b, x: 0, y: 0 } },
    });
    const half = put(here.board, 'connector', [0, 0], {
      props: { from: { id: a, x: 0, y: 0 }, to: { id: c, x: 0, y: 0 } },
    });
    here.board.edit('test', (write) => {
      write.set(a, { group: 'g1', marks: { 'tag.Mobilité': 'blue', 'reaction.ana.like': true } });
      write.set(b, { group: 'g1' });
    });
    here.editor.selection.set([a, b, line, half]);
    const flavours = here.clipboard.copy();
    const there = open('un-autre');
    expect(there.clipboard.paste(flavours ?? { text: '', html: '' })).toBe(true);
    const find = (text: string) => [...there.board.elements()].find((one) => one.text === text);
    const [gare, parc, walk] = [find('Gare'), find('Parc'), find('à pied')];
    expect(gare?.marks.keys).toEqual({ 'tag.Mobilité': 'blue' });
    expect(gare?.group).toBe(parc?.group);
    expect(gare?.group).not.toBe('g1');
    expect([walk?.props.from, walk?.props.to]).toMatchObject([{ id: gare?.id }, { id: parc?.id }]);
    const loose = [...there.board.elements()].find((one) => one.kind === 'connector' && one.text === '');
    expect(loose?.props.from).toMatchObject({ id: gare?.id });
    expect(loose?.props.to).not.toHaveProperty('id');
    expect([...there.board.elements()].filter(({ problem }) => problem !== undefined)).toEqual([]);
  });

  it('takes a paste back in one step', () => {
    const me = open();
    me.clipboard.paste({ text: 'Gare\nParc', html: '' });
    expect(textsOn(me)).toEqual(['Gare', 'Parc']);
    me.editor.commands.run('edit.undo');
    expect(me.board.size).toBe(0);
  });

  it('hands a table to the page, and puts it on the board as one edit', () => {
    const me = open();
    const html = '<table><tr><td>Irritants</td><td>Idées</td></tr><tr><td>Attente</td><td>Un banc</td></tr></table>';
    expect(
      me.clipboard.paste({ text: 'Irritants\tIdées\nAttente\tUn banc', html, files: [file('image.png', 'image/png')] }),
    ).toBe(true);
    expect(me.board.size).toBe(0);
    expect(me.inserted).toEqual([]);
    const [arrival] = me.tables;
    if (!arrival || !('table' in arrival.from)) throw new Error('no table came');
    const { table } = arrival.from;
    const plan = planTable(table, { ...guessChoices(table, { isFile: false }), header: 'areas' }, { color: 'green' });
    expect(me.clipboard.placeTable(plan, arrival.at)).toBe(4);
    const frames = [...me.board.elements()].filter(({ kind }) => kind === 'frame');
    expect(frames.map(({ size }) => size)).toEqual(plan.areas.map(({ size }) => size));
    expect(new Set(frames.map(({ z }) => z)).size).toBe(2);
    const inside = [...me.board.elements()].filter(({ kind }) => kind === 'note');
    expect(
      inside.map(({ text, place, props }) => [text, me.board.get(place[0] ?? '')?.text, props.color]).sort(),
    ).toEqual([
      ['Attente', 'Irritants', 'green'],
      ['Un banc', 'Idées', 'green'],
    ]);
    me.editor.commands.run('edit.undo');
    expect(me.board.size).toBe(0);
  });

  it('reads a table from its tabs alone, and a single column as notes', () => {
    const me = open();
    me.clipboard.paste({ text: 'a\tb\nc\td', html: '' });
    expect(me.tables.length).toBe(1);
    me.clipboard.paste({
      text: 'Gare\nParc',
      html: '<table><tr><td>Gare</td></tr><tr><td>Parc<br>du Nord</td></tr></table>',
    });
    expect(textsOn(me)).toEqual(['Gare', 'Parc\ndu Nord']);
  });

  it('takes pictures where nothing else is given, tables and texts by their files, and says what it does not take', () => {
    const me = open();
    me.clipboard.paste({
      text: '',
      html: '<img src="https://example.org/x.png">',
      files: [file('image.png', 'image/png')],
    });
    expect(me.inserted.length).toBe(1);
    me.clipboard.insertFiles([file('réponses.csv', ''), file('plan.pdf', 'application/pdf')], { x: 0, y: 0 });
    expect(me.tables.map(({ from }) => 'file' in from && from.file.name)).toEqual(['réponses.csv']);
    expect(me.notices.filter(({ kind }) => kind === 'notice')).toEqual([
      { kind: 'notice', id: 'transfer.unknownFile', values: { name: 'plan.pdf' } },
    ]);
  });

  it('takes nothing from who may not write', () => {
    const viewer = openEditor({ readOnly: true });
    expect(viewer.editor.clipboard.paste({ text: 'Gare', html: '' })).toBe(false);
    expect(viewer.editor.clipboard.insertFiles([file('a.csv', 'text/csv')], { x: 0, y: 0 })).toBe(false);
    expect(viewer.board.size).toBe(0);
  });

  it('copies as a table what has words, with its area, its tags and its colour; nothing in it is calculated', () => {
    const me = open();
    const area = put(me.board, 'frame', [0, 0], { text: 'Irritants' });
    const note = put(me.board, 'note', [20, 20], {
      parent: area,
      text: '=HYPERLINK("http://example.org")',
      props: { color: 'blue' },
    });
    put(me.board, 'note', [240, 20], { parent: area, text: 'Des bancs' });
    me.board.edit('test', (write) => write.set(note, { marks: { 'tag.Accueil': 'green' } }));
    me.clipboard.speak(() => WORDS);
    me.editor.selection.set([area]);
    me.clipboard.nextFormat = 'table';
    const copied = me.clipboard.copy();
    expect(copied?.text.split('\r\n')).toEqual([
      'Texte\tZone\tÉtiquettes\tCouleur',
      `"'=HYPERLINK(""http://example.org"")"\tIrritants\tAccueil\tBleu`,
      'Des bancs\tIrritants\t\tyellow',
    ]);
    expect(copied?.html).toContain('<td>&#39;=HYPERLINK(');
    // The next copy is an ordinary one.
    expect(me.clipboard.copy()?.html).toContain('data-pele-mele');
  });

  it('sends another board’s pictures anew where they can be had, and says where not', async () => {
    const here = open('un-mur');
    const picture = put(here.board, 'image', [0, 0], { props: { hash: 'A'.repeat(43), width: 10, height: 10 } });
    const note = put(here.board, 'note', [600, 0], { text: 'Gare' });
    here.editor.selection.set([picture, note]);
    const flavours = here.clipboard.copy() ?? { text: '', html: '' };
    const asked: string[] = [];
    const near = open('un-autre', (board, hash) => {
      asked.push(`${board} ${hash}`);
      return Promise.resolve(new Blob(['x']));
    });
    near.clipboard.paste(flavours);
    expect(textsOn(near)).toEqual(['Gare']);
    await vi.waitFor(() => expect(near.inserted.length).toBe(1));
    expect(asked).toEqual([`un-mur ${'A'.repeat(43)}`]);
    const far = open('un-autre', () => Promise.resolve(null));
    far.clipboard.paste(flavours);
    await vi.waitFor(() => expect(far.notices.some(({ id }) => id === 'transfer.foreignPicture')).toBe(true));
    expect([textsOn(far), far.inserted.length]).toEqual([['Gare'], 0]);
    here.clipboard.paste(flavours);
    expect([...here.board.elements()].filter(({ kind }) => kind === 'image').length).toBe(2);
  });

  it('refuses what would not fit into one update, in words', () => {
    const me = open();
    const heavy = planTable(
      Array.from({ length: 700 }, () => ['é'.repeat(10_000)]),
      { each: 'cell', header: 'none', hasNames: false, roles: [] },
      { color: 'blue' },
    );
    expect(me.clipboard.placeTable(heavy, { x: 0, y: 0 })).toBe(0);
    expect(me.notices.map(({ id }) => id)).toEqual(['transfer.tooHeavy']);
    expect(me.board.size).toBe(0);
  });

  it('weighs drawings too, pasted or duplicated, before anything is written', () => {
    const me = open();
    const points = Array.from({ length: 4_000 }, (_, n) => [20_000 + n, 90_000 - n, 50]).flat();
    const props = { points, extent: [100_000, 100_000] };
    const strokes = Array.from({ length: 200 }, (_, n) => put(me.board, 'stroke', [n, 0], { props }));
    me.editor.selection.set(strokes);
    const flavours = me.clipboard.copy() ?? { text: '', html: '' };
    expect(me.clipboard.paste(flavours)).toBe(false);
    expect(me.editor.writes.duplicate(strokes, { x: 24, y: 24 })).toEqual([]);
    expect(me.notices.filter(({ kind }) => kind === 'notice').map(({ id }) => id)).toEqual([
      'transfer.tooHeavy',
      'transfer.tooHeavy',
    ]);
    expect(me.board.size).toBe(200);
    expect(me.editor.writes.duplicate(strokes.slice(0, 3), { x: 24, y: 24 })).toHaveLength(3);
  });

  it('weighs lines as well', () => {
    const me = open();
    const line = 'é'.repeat(9_000);
    expect(me.clipboard.paste({ text: Array.from({ length: 600 }, () => line).join('\n'), html: '' })).toBe(false);
    expect([me.board.size, me.notices.at(-1)?.id]).toEqual([0, 'transfer.tooHeavy']);
  });
});
