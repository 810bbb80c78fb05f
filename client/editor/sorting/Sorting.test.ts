import { describe, expect, it } from 'vitest';
import { OPEN_STEP } from '../../../shared/access/Step.ts';
import { intersects } from '../../../shared/geometry/box.ts';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import type { Extras } from '../extras.ts';
import { groupBy } from './groupBy.ts';
import { countBy } from './groupOf.ts';
import { begunGroups, looseNotes, scopeOf } from './sortable.ts';
import { movesOf, ruledAreas } from './zones.ts';

const WORDS = {
  locale: 'fr',
  color: (color: string) => color,
  person: (id: string) => `Mme ${id}`,
  none: '–',
} as const;

function begin() {
  const person = openEditor();
  const { editor, board } = person;
  let at = 0;
  const note = (text: string, props = {}, parent: string | null = null): string =>
    put(board, 'note', [at++ * 220, 0], { text, props, ...(parent !== null && { parent }) });
  const within = (id: string): (string | undefined)[] => board.tree.children(id).map((child) => board.get(child)?.text);
  const undo = (): void => editor.commands.run('edit.undo');
  editor.extras.with(() => undefined);
  const { sorting } = editor.extras.now as Extras;
  return { ...person, sorting, note, within, undo };
}

describe('what an accepted sorting does', () => {
  it('makes clusters with their notes in their order, over nothing else, in one step of undo', () => {
    const { sorting, note, board, editor, within, undo } = begin();
    const bus = note('Plus de bus');
    const stays = note('Un banc');
    const pool = note('Une piscine');
    const tram = note('Un tramway');
    const moved = sorting.makeGroups([
      { name: 'Se déplacer', notes: [tram, bus] },
      { name: 'Nager', notes: [pool] },
    ]);
    const [first = '', second = ''] = [...editor.selection.ids];
    expect([moved.notes, board.get(first)?.text, within(first), board.get(second)?.text, within(second)]).toEqual([
      3,
      'Se déplacer',
      ['Un tramway', 'Plus de bus'],
      'Nager',
      ['Une piscine'],
    ]);
    const boxes = [first, second, stays].map((id) => board.frame(id) ?? { x: 0, y: 0, w: 0, h: 0 });
    for (const [n, box] of boxes.entries())
      for (const other of boxes.slice(n + 1)) expect(intersects(box, other)).toBe(false);
    undo();
    expect([board.size, board.get(first), board.tree.parent(bus), board.frame(bus)?.x]).toEqual([
      4,
      undefined,
      null,
      0,
    ]);
  });

  it('moves notes into clusters and zones there are, in one step of undo, and leaves what is locked', () => {
    const { sorting, note, board, within, undo } = begin();
    const [bus, tram, pool, locked] = [note('bus'), note('tram'), note('piscine'), note('gymnase')];
    const cluster = put(board, 'cluster', [0, 400], { text: 'Se déplacer' });
    const zone = put(board, 'frame', [800, 400], { text: 'Sport', size: [300, 200] });
    put(board, 'note', [20, 20], { text: 'déjà là', parent: zone });
    board.edit('lock', (write) => write.set(locked, { lock: true }));
    const moves = [bus, tram].map((one) => ({ note: one, area: cluster }));
    expect(sorting.moveInto([...moves, { note: pool, area: zone }, { note: locked, area: zone }])).toBe(3);
    expect([within(cluster), within(zone)]).toEqual([
      ['bus', 'tram'],
      ['déjà là', 'piscine'],
    ]);
    const frame = board.frame(zone);
    const inside = board.frame(pool);
    expect(inside && frame && inside.y + inside.h <= frame.y + frame.h).toBe(true);
    undo();
    expect([bus, tram, pool].map((id) => board.tree.parent(id))).toEqual([null, null, null]);
    expect(board.get(zone)?.size).toEqual([300, 200]);
  });

  it('does nothing where the step lets nobody move or add, and says so', () => {
    const { sorting, note, editor, board, notices } = begin();
    const [a, b] = [note('bus'), note('tram')];
    editor.setWho({ role: 'participant', group: null, step: { ...OPEN_STEP, move: 'none' }, id: 'ana' });
    expect(sorting.makeGroups([{ name: 'x', notes: [a, b] }]).groups).toBe(0);
    expect([board.size, notices.at(-1)?.id]).toEqual([2, 'editor.notice.step']);
    editor.setReadOnly(true);
    expect([sorting.makeGroups([{ name: 'x', notes: [a] }]).notes, sorting.moveInto([{ note: a, area: b }])]).toEqual([
      0, 0,
    ]);
  });

  it('knows the groups people have begun, the notes still loose, and what is meant', () => {
    const { note, board } = begin();
    const cluster = put(board, 'cluster', [0, 400], { text: 'Se déplacer' });
    put(board, 'cluster', [500, 400]);
    const zone = put(board, 'frame', [0, 900], { text: 'Atelier' });
    const inside = note('bus', {}, cluster);
    const [loose, alsoLoose] = [note('piscine'), note('gymnase', {}, zone)];
    note('   ');
    put(board, 'text', [0, 1500], { text: 'Un titre' });
    const groups = begunGroups(board);
    expect(groups).toEqual([{ id: cluster, name: 'Se déplacer', members: [inside] }]);
    expect(looseNotes(board, groups).sort()).toEqual([loose, alsoLoose].sort());
    expect(scopeOf(board, new Set([zone])).sort()).toEqual([inside, loose, alsoLoose].sort());
    expect(scopeOf(board, new Set([cluster, zone])).sort()).toEqual([inside, alsoLoose].sort());
  });
});

describe('while a group sorts without a word', () => {
  it('reads no name of a cluster, and makes none that shows one', () => {
    const { note, board, editor, sorting } = begin();
    const cluster = put(board, 'cluster', [0, 400], { text: 'Secret', props: { silent: true } });
    const inside = note('bus', {}, cluster);
    expect(begunGroups(board)).toEqual([{ id: cluster, name: '', members: [inside] }]);
    expect(ruledAreas(board, 'fr')[0]?.name).toBe('');
    sorting.makeGroups([{ name: 'Bus, tramway', notes: [note('tram')] }]);
    const [made = ''] = [...editor.selection.ids];
    expect(board.get(made)?.props.silent).toBe(true);
  });
});

describe('clusters by a value', () => {
  it('follow the order of the palette, take its colour, and keep apart what has none', () => {
    const { note, board, editor, sorting } = begin();
    const [blue, red, alsoRed] = [
      note('a', { color: 'blue' }),
      note('b', { color: 'red' }),
      note('c', { color: 'red' }),
    ];
    const groups = groupBy(board, [blue, red, alsoRed], 'color', WORDS);
    expect(groups).toEqual([
      { name: 'red', notes: [red, alsoRed], color: 'red' },
      { name: 'blue', notes: [blue], color: 'blue' },
    ]);
    sorting.makeGroups(groups);
    expect([...editor.selection.ids].map((id) => board.get(id)?.props.color)).toEqual(['red', 'blue']);
    board.edit('tag', (write) => write.set(red, { marks: { 'tag.Urgent': 'red' } }));
    expect(groupBy(board, [blue, red], 'tag', WORDS)).toEqual([
      { name: 'Urgent', notes: [red] },
      { name: '–', notes: [blue] },
    ]);
  });

  it.each(['grid', 'column', 'pile'])(
    'sort the notes of a cluster (%s) by length in place, in one step of undo',
    (layout) => {
      const { note, board, editor, within, undo } = begin();
      const cluster = put(board, 'cluster', [0, 400], { props: { layout } });
      const texts = [9, 2, 7, 1, 8, 3, 6, 4, 5].map((length) => 'mot '.repeat(length).trim());
      for (const text of texts) note(text, {}, cluster);
      const before = within(cluster);
      editor.selection.set([cluster]);
      editor.commands.run('arrange.tidyLength');
      expect(within(cluster)).toEqual([...texts].sort((x, y) => x.length - y.length));
      undo();
      expect(within(cluster)).toEqual(before);
    },
  );
});

describe('clusters by cell', () => {
  const lane = (name: string, n: number) => ({ name, z: `a${n}` });

  it('are one for each cell, whatever the cells are called, with the names that the wall has', () => {
    const { note, board, editor, sorting } = begin();
    const grid = put(board, 'grid', [0, 400], {
      props: {
        'row:ana': { ...lane('Qui ?', 0), type: 'notes' },
        'row:bruno': { ...lane('Qui ?', 1), type: 'notes' },
        'col:lun': { ...lane('', 0), date: '2026-11-23' },
      },
    });
    const [hers, his, alsoHis] = ['ana:lun', 'bruno:lun', 'bruno:lun'].map((cell) => {
      const id = note('Imprimer les affiches');
      board.edit('test', (write) => write.set(id, { place: [grid, 0, 0, cell] }));
      return id;
    }) as [string, string, string];
    const groups = groupBy(board, [hers, his, alsoHis], 'cell', WORDS);
    const name = 'Qui ? · lun. 23\u00a0nov.';
    expect(groups).toEqual([
      { name, notes: [hers] },
      { name, notes: [his, alsoHis] },
    ]);
    expect(countBy(board, [hers, his], 'cell')).toBe(2);
    sorting.makeGroups(groups);
    expect([...editor.selection.ids].map((id) => board.get(id)?.text)).toEqual([name, name]);
  });

  it('of two matrices are kept apart, though their quadrants have one name', () => {
    const { note, board } = begin();
    const axis = (name: string) => ({ name, scale: 'linear', min: 0, max: 100 });
    const matrices = [0, 1].map((n) =>
      put(board, 'matrix', [n * 3_000, 400], {
        props: { x: axis('Effort'), y: axis('Impact'), columns: 1, rows: 1, quadrants: ['À faire'] },
      }),
    );
    const ids = matrices.map((matrix) => {
      const id = note('Un banc', {}, matrix);
      const [w, h] = board.get(matrix)?.size ?? [0, 0];
      board.edit('test', (write) => write.set(id, { place: [matrix, w / 2, h / 2] }));
      return id;
    });
    expect(groupBy(board, ids, 'cell', WORDS)).toEqual(ids.map((id) => ({ name: 'À faire', notes: [id] })));
  });
});

describe('clusters of people', () => {
  it('are one a person, also of those whose names nobody knows any more', () => {
    const { board } = begin();
    const ids = ['p1', 'p2', 'p1'].map((by, n) =>
      board.edit('test', (write) =>
        write.create({ kind: 'note', place: [null, n * 220, 0], z: `a${n}`, text: `Idée de la table ${n}`, by }),
      ),
    );
    const groups = groupBy(board, ids, 'author', { ...WORDS, person: () => 'Personne inconnue' });
    expect(groups.map(({ name, notes }) => [name, notes.length])).toEqual([
      ['Personne inconnue', 2],
      ['Personne inconnue', 1],
    ]);
  });
});

describe('what of a sorting was made', () => {
  it('is counted, not what was asked for: nothing of a group that is locked whole', () => {
    const { note, board, sorting } = begin();
    const [bus, tram, pool] = [note('bus'), note('tram'), note('piscine')];
    board.edit('lock', (write) => write.set(pool, { lock: true }));
    const groups = [
      { name: 'Se déplacer', notes: [bus, tram] },
      { name: 'Nager', notes: [pool] },
      { name: 'Parti', notes: ['gone'] },
    ];
    expect(sorting.makeGroups(groups)).toEqual({ groups: 1, notes: 2, left: 0 });
    expect(sorting.makeGroups([{ name: 'Nager', notes: [pool] }])).toEqual({ groups: 0, notes: 0, left: 0 });
  });

  it.each([false, true])('holds no cluster in another, and says how many were left (copies: %s)', (asCopies) => {
    const { note, board, sorting, editor, within } = begin();
    const cluster = put(board, 'cluster', [0, 400], { text: 'Le soir' });
    note('Un car', {}, cluster);
    const [bus, tram] = [note('bus'), note('tram')];
    const group = { name: 'Classement', notes: [bus, cluster, tram] };
    expect(sorting.makeGroups([group], 'column', { asCopies })).toEqual({ groups: 1, notes: 2, left: 1 });
    const [column = ''] = editor.selection.ids;
    expect([within(column), within(cluster), board.tree.parent(cluster)]).toEqual([['bus', 'tram'], ['Un car'], null]);
    expect(sorting.makeGroups([{ ...group, notes: [cluster] }], 'column', { asCopies })).toEqual({
      ...{ groups: 0, notes: 0, left: 1 },
    });
  });
});

describe('tidying a grid', () => {
  it('leaves every note in its cell', () => {
    const { note, board, editor } = begin();
    const lane = (name: string, z: string) => ({ name, z });
    const props = {
      'row:r': { ...lane('Étapes', 'a0'), type: 'notes' },
      'col:a': lane('Avant', 'a0'),
      'col:b': lane('Après', 'a1'),
    };
    const grid = put(board, 'grid', [0, 400], { props });
    const cells = ['r:b', 'r:a', 'r:b', 'r:a'];
    const ids = cells.map((_, n) => note('mot '.repeat(4 - n).trim()));
    board.edit('test', (write) => {
      for (const [n, id] of ids.entries()) write.set(id, { place: [grid, 0, 0, cells[n] as string] });
    });
    editor.selection.set([grid]);
    editor.commands.run('arrange.tidyLength');
    expect(ids.map((id) => board.get(id)?.place[3])).toEqual(cells);
    expect(board.tree.children(grid).map((id) => board.get(id)?.text.length)).toEqual([3, 7, 11, 15]);
  });
});

describe('tidying a matrix', () => {
  it('is not offered: the place of a note is its score', () => {
    const { note, board, editor } = begin();
    const matrix = put(board, 'matrix', [0, 400]);
    const ids = [note('bus', {}, matrix), note('piscine', {}, matrix)];
    const places = ids.map((id) => board.get(id)?.place);
    for (const chosen of [[matrix], ids]) {
      editor.selection.set(chosen);
      expect(editor.commands.get('arrange.tidyGrid').enabled()).toBe(false);
      editor.commands.run('arrange.tidyGrid');
    }
    expect(ids.map((id) => board.get(id)?.place)).toEqual(places);
  });
});

describe('zones with a rule', () => {
  it('take in the notes around them, and in zones beside, when asked; never what lies in a group', () => {
    const { note, board, sorting, within, undo } = begin();
    const irritants = put(board, 'frame', [0, 400], { text: 'Irritants', size: [600, 400] });
    const ideas = put(board, 'frame', [900, 400], { text: 'Idées', size: [600, 400] });
    const cluster = put(board, 'cluster', [0, 1200]);
    note('file d’attente', { color: 'red' });
    note('bruit', { color: 'red' }, ideas);
    note('dans un groupe', { color: 'red' }, cluster);
    note('une idée', { color: 'green' });
    sorting.setRule(irritants, { color: 'red' });
    expect(
      ruledAreas(board, 'fr')
        .find(({ id }) => id === irritants)
        ?.notes.map((id) => board.get(id)?.text)
        .sort(),
    ).toEqual(['bruit', 'file d’attente']);
    expect(sorting.moveInto(movesOf(ruledAreas(board, 'fr')), 'zones')).toBe(2);
    expect(within(irritants).sort()).toEqual(['bruit', 'file d’attente']);
    expect(movesOf(ruledAreas(board, 'fr'))).toEqual([]);
    undo();
    expect([within(irritants), within(ideas)]).toEqual([[], ['bruit']]);
    sorting.setRule(irritants, null);
    expect(board.get(irritants)?.props.takes).toBeUndefined();
  });
});

describe('cards that are sorted', () => {
  it('are noted by the deck they leave, into new clusters and into those there are', () => {
    const { sorting, editor, board } = begin();
    const deck = put(board, 'deck', [0, 900], { text: 'Le cadre', props: { face: 'up', draw: 'take' } });
    const cards = ['bus', 'tram', 'piscine'].map((text) => put(board, 'note', [0, 0], { parent: deck, text }));
    const [bus = '', tram = '', pool = ''] = cards;
    sorting.makeGroups([{ name: 'Se déplacer', notes: [bus, tram] }]);
    const [cluster = ''] = editor.selection.ids;
    expect(sorting.moveInto([{ note: pool, area: cluster }])).toBe(1);
    expect([...editor.decks.taken(deck)].sort()).toEqual([...cards].sort());
  });
});

describe('rules', () => {
  it('are known by the areas that have one, without a look at all the others', () => {
    const { sorting, board, editor, undo } = begin();
    const zone = put(board, 'frame', [0, 400], { text: 'Irritants' });
    expect(editor.commands.get('sort.applyZones').enabled()).toBe(false);
    sorting.setRule(zone, { color: 'pink' });
    expect(editor.commands.get('sort.applyZones').enabled()).toBe(true);
    undo();
    expect(editor.commands.get('sort.applyZones').enabled()).toBe(false);
    sorting.setRule(zone, { color: 'pink' });
    editor.writes.delete([zone]);
    expect(editor.commands.get('sort.applyZones').enabled()).toBe(false);
  });
});
