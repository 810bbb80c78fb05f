import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readContributions } from '../../tests/helpers/contributions.ts';
import { BoardDoc } from '../board/BoardDoc.ts';
import { nearestPlacing, sayPlacing, scoreText } from '../elements/placing.ts';
import { kindOf } from '../elements/registry.ts';
import { LIMITS } from '../protocol/limits.ts';
import { boardJson, toJson } from './boardJson.ts';
import { neutralise, toHtmlTable, toTsv } from './cells.ts';
import { SEPARATORS, tableToCsv, toCsv } from './csv.ts';
import { round, rowsOfBoard, type TableOptions } from './table.ts';

const OPTIONS: TableOptions = { title: 'Accueillir au guichet', locale: 'fr', person: (id) => ({ ana: 'Ana' })[id] };
const FACTS = {
  id: 'b1',
  title: OPTIONS.title,
  template: 'blank@1',
  locale: 'fr',
  timeZone: 'Europe/Paris',
  fields: { question: 'Comment mieux accueillir ?' },
} as const;
const TEXTS = readContributions().map(({ text }) => text);

const read = (csv: string, delimiter: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), { header: true, delimiter, skipEmptyLines: true })
    .data;

/** Areas in areas, a note in each, one note whose area is gone, one on the wall. */
function createBoard(): BoardDoc {
  const board = new BoardDoc();
  board.edit('test', (write) => {
    const frame = { kind: 'frame', size: [800, 600], z: 'a0' } as const;
    write.create({ ...frame, id: 'outer', place: [null, 100, 100], text: 'Questions' });
    write.create({ ...frame, id: 'inner', place: ['outer', 300, 50], size: [300, 300], text: 'Aux\nsources' });
    const note = { kind: 'note', z: 'a1' } as const;
    write.create({ ...note, id: 'n1', place: ['outer', 20, 20.126], text: TEXTS[0] ?? '', by: 'ana' });
    write.create({
      ...note,
      ...{ id: 'n2', place: ['inner', 30, 30], text: TEXTS[1] ?? '', props: { color: 'blue' } },
      marks: { 'tag.Mobilité': 'blue', 'tag.Nuit': 'red', 'reaction.ana.like': true },
    });
    write.create({ ...note, id: 'n3', place: ['gone', 5, 900], text: TEXTS[2] ?? '' });
    write.create({ ...note, id: 'n4', place: [null, 2000, 0] });
  });
  return board;
}

describe('rowsOfBoard', () => {
  it('says of each note where it lies, what it says and who wrote it', () => {
    const rows = rowsOfBoard(createBoard(), OPTIONS);
    const of = (id: string) => rows.find(({ note }) => note === id);
    expect(of('n1')).toMatchObject({ area: 'Questions', text: TEXTS[0], x: 120, y: 120.13, author: 'Ana' });
    expect(of('n2')).toMatchObject({
      ...{ board: 'Accueillir au guichet', area: 'Questions › Aux sources', color: 'blue', author: '' },
      ...{ tags: ['Mobilité', 'Nuit'], x: 430, y: 180, reactions: 1, comments: 0 },
    });
    expect(of('n3')).toMatchObject({ area: 'Éléments retrouvés', x: 5, y: 900 });
    expect(of('n4')).toMatchObject({ area: '', text: '', color: 'yellow' });
    expect(rows).toHaveLength(4);
  });

  it('names the cluster, the cell and the scores, and gives a note in a cluster the scores of the cluster', () => {
    const board = new BoardDoc();
    board.edit('test', (write) => {
      const axis = { scale: 'linear', min: 0, max: 100 };
      write.create({
        ...{ id: 'm', kind: 'matrix', place: [null, 0, 0], size: [1_730, 1_180], z: 'a0', text: 'Nos idées' },
        props: {
          ...{ x: { ...axis, name: 'Effort' }, y: { ...axis, name: 'Impact' }, columns: 2, rows: 2 },
          quadrants: ['À faire vite', 'Grands projets', 'Petits plus', 'À laisser'],
        },
      });
      const note = { kind: 'note', z: 'a1', size: [200, 200] } as const;
      write.create({ ...note, id: 'placed', place: ['m', 640, 440], text: 'Des bancs' });
      write.create({ ...note, id: 'waiting', place: ['m', 1_500, 200], text: 'Un abri' });
      write.create({
        ...{ id: 'c', kind: 'cluster', place: ['m', 200, 100], z: 'a2', text: 'Le temps' },
        props: { layout: 'grid', collapsed: true },
      });
      write.create({ ...note, id: 'kept', place: ['c', 0, 0], text: 'Ouvrir plus tard' });
    });
    const rows = new Map(rowsOfBoard(board, OPTIONS).map((row) => [row.note, row]));
    // Recomputed: the middle of the note over a plot that begins at 140, 40 and is 1200 × 1000.
    const scores = (id: string) => (rows.get(id)?.scores ?? []).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    expect(scores('placed').map(({ name, text }) => [name, text])).toEqual([
      ['Effort', (((640 + 100 - 140) / 1_200) * 100).toFixed(2)],
      ['Impact', ((1 - (440 + 100 - 40) / 1_000) * 100).toFixed(2)],
    ]);
    expect(rows.get('waiting')).toMatchObject({ area: 'Nos idées', cell: 'À placer', scores: [] });
    // By its head, which is 48 high, open and closed.
    expect(rows.get('kept')).toMatchObject({ area: 'Nos idées', cluster: 'Le temps', cell: 'À faire vite' });
    expect(scores('kept').map(({ value }) => value)).toEqual([
      expect.closeTo(((200 + 24 - 140) / 1_200) * 100, 1),
      expect.closeTo((1 - (100 + 24 - 40) / 1_000) * 100, 1),
    ]);
    const { clusters } = boardJson(board, { facts: FACTS, person: () => undefined }) as { clusters: object[] };
    expect(clusters).toEqual([{ id: 'c', kind: 'cluster', title: 'Le temps', area: 'm', count: 1 }]);
  });

  it('says the number of the pin of a note, wherever it lies', () => {
    const board = createBoard();
    board.edit('test', (write) =>
      write.create({
        ...{ id: 'map', kind: 'map', place: [null, 0, 2_000], size: [800, 560], z: 'a0', text: 'Le quartier' },
        props: { 'pin:p1': { x: 0.5, y: 0.5, of: 'n4', z: 'a0' }, 'pin:p2': { x: 0.2, y: 0.5, of: 'n1', z: 'a1' } },
      }),
    );
    const cells = new Map(rowsOfBoard(board, OPTIONS).map(({ note, cell }) => [note, cell]));
    expect([cells.get('n4'), cells.get('n1'), cells.get('n2')]).toEqual(['1', '2', '']);
  });

  it('says both what an area says of a note and the number of its pin, also in a cluster', () => {
    const board = new BoardDoc();
    board.edit('test', (write) => {
      const axis = { scale: 'linear', min: 0, max: 100 };
      write.create({
        ...{ id: 'm', kind: 'matrix', place: [null, 0, 0], size: [1_730, 1_180], z: 'a0' },
        props: {
          ...{ x: { ...axis, name: 'Effort' }, y: { ...axis, name: 'Impact' }, columns: 2, rows: 2 },
          quadrants: ['À faire vite', 'Grands projets', 'Petits plus', 'À laisser'],
        },
      });
      const note = { kind: 'note', z: 'a1', size: [200, 200] } as const;
      write.create({ ...note, id: 'placed', place: ['m', 640, 440], text: 'Des bancs' });
      write.create({ ...note, id: 'waiting', place: ['m', 1_500, 200], text: 'Un abri' });
      write.create({ id: 'c', kind: 'cluster', place: ['m', 200, 100], z: 'a2', props: { layout: 'grid' } });
      write.create({ ...note, id: 'kept', place: ['c', 0, 0], text: 'Ouvrir plus tard' });
    });
    const table = () => new Map(rowsOfBoard(board, OPTIONS).map((row) => [row.note, row]));
    const before = table();
    const pin = (of: string, z: string) => ({ x: 0.5, y: 0.5, of, z });
    board.edit('pin', (write) =>
      write.create({
        ...{ id: 'map', kind: 'map', place: [null, 0, 2_000], size: [800, 560], z: 'a0' },
        props: { 'pin:p1': pin('kept', 'a0'), 'pin:p2': pin('placed', 'a1'), 'pin:p3': pin('waiting', 'a2') },
      }),
    );
    const after = table();
    for (const id of ['kept', 'placed', 'waiting']) expect(after.get(id)?.scores).toEqual(before.get(id)?.scores);
    expect(after.get('kept')?.scores).toHaveLength(2);
    expect(['kept', 'placed', 'waiting'].map((id) => after.get(id)?.cell)).toEqual([
      'À faire vite, repère 1',
      'À laisser, repère 2',
      'À placer, repère 3',
    ]);
    expect(sayPlacing(nearestPlacing(board, 'kept'), 'fr')).toBe('Impact 92, Effort 7, À faire vite, repère 1');
    const { elements } = boardJson(board, { facts: FACTS, person: () => undefined }) as { elements: { id: string }[] };
    expect(elements.find(({ id }) => id === 'kept')).toMatchObject({
      ...{
        cell: 'À faire vite',
        scores: [
          { index: 0, axis: 'Impact' },
          { index: 1, axis: 'Effort' },
        ],
      },
      pins: [{ map: 'map', number: 1 }],
    });
  });

  it('takes one area with all that lies in it, and says the same of it', () => {
    const board = createBoard();
    const inner = rowsOfBoard(board, { ...OPTIONS, area: 'inner' });
    expect(inner).toEqual(rowsOfBoard(board, OPTIONS).filter(({ note }) => note === 'n2'));
  });

  it('has every note once, whatever lies in what', () => {
    const id = fc.integer({ min: 0, max: 30 }).map((n) => `e${n}`);
    const element = fc.record({
      id,
      parent: fc.option(id, { nil: null }),
      kind: fc.constantFrom('note', 'note', 'note', 'frame', 'cluster', 'deck', 'grid', 'matrix', 'text', 'stranger'),
      isCollapsed: fc.boolean(),
      x: fc.integer({ min: -3000, max: 3000 }),
      y: fc.integer({ min: -3000, max: 3000 }),
      node: fc.constantFrom('folded', 'open', undefined),
    });
    fc.assert(
      fc.property(fc.uniqueArray(element, { selector: (one) => one.id, maxLength: 30 }), (elements) => {
        const board = new BoardDoc();
        board.edit('test', (write) => {
          for (const { id: own, parent, kind, x, y, node, isCollapsed } of elements) {
            const isNote = kind === 'note';
            write.create({
              ...{ id: own, kind, place: [parent, x, y], z: 'a0', size: [400, 300], text: `Note ${own}` },
              ...(isNote && { props: { color: 'yellow', node } }),
              ...(kind === 'cluster' && { props: { layout: 'pile', ...(isCollapsed && { collapsed: true }) } }),
            });
          }
        });
        const expected = [...board.elements()].filter((one) => kindOf(one).row(one)).map((one) => one.id);
        const rows = rowsOfBoard(board, OPTIONS).map(({ note }) => note);
        expect([...rows].sort()).toEqual(expected.sort());
        for (const one of elements) if (one.kind === 'note') expect(rows).toContain(one.id);
        const { elements: listed } = boardJson(board, { facts: FACTS, person: () => undefined }) as {
          elements: { id: string }[];
        };
        expect(listed.map((one) => one.id).sort()).toEqual([...board.ids()].sort());
      }),
      { numRuns: 150 },
    );
  });

  it('names areas by the beginning of what stands in them: a long text is not written again on every row', () => {
    const board = new BoardDoc();
    const title = `Les  sources ${'é'.repeat(9_000)}`;
    board.edit('test', (write) => {
      write.create({ id: 'outer', kind: 'frame', place: [null, 0, 0], size: [800, 600], z: 'a0', text: title });
      write.create({
        id: 'c',
        kind: 'cluster',
        place: ['outer', 0, 0],
        z: 'a0',
        text: title,
        props: { layout: 'grid' },
      });
      write.create({ id: 'n', kind: 'note', place: ['c', 0, 0], z: 'a0', text: title });
    });
    const [row] = rowsOfBoard(board, OPTIONS);
    expect(row?.text).toBe(title);
    expect(row?.area).toBe(`${title.replace('  ', ' ').slice(0, LIMITS.titleChars - 1)}…`);
    expect(row?.cluster).toBe(row?.area);
  });

  it('reads an area that says in which order it is read as the outline does: a grid cell by cell', () => {
    const board = new BoardDoc();
    board.edit('test', (write) => {
      const props = { 'row:r': { name: 'Actions', type: 'notes', z: 'a0' } } as Record<string, unknown>;
      for (const [n, id] of ['c1', 'c2'].entries()) props[`col:${id}`] = { name: `Étape ${n + 1}`, z: `a${n}` };
      write.create({ id: 'g', kind: 'grid', place: [null, 0, 0], size: [600, 300], z: 'a0', props });
      const cells = ['r:c1', 'r:c1', 'r:c1', 'r:c2', 'r:c2'];
      for (const [n, cell] of cells.entries())
        write.create({ id: `n${n}`, kind: 'note', place: ['g', 0, 0, cell], z: `a${n}`, text: TEXTS[n] ?? '' });
      const ends = { from: { x: 0, y: 0 }, to: { x: 80, y: 60 } };
      write.create({
        id: 'l',
        kind: 'connector',
        place: ['g', 5, 5],
        z: 'a9',
        size: [80, 60],
        text: 'puis',
        props: ends,
      });
    });
    expect(board.arrangements.of('g')?.order).toEqual(['n0', 'n1', 'n2', 'n3', 'n4']);
    expect(rowsOfBoard(board, OPTIONS).map(({ note }) => note)).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'l']);
  });

  it('goes down as deep as somebody made it', () => {
    const board = new BoardDoc();
    board.edit('test', (write) => {
      for (let n = 0; n < 3_000; n++)
        write.create({
          ...{ id: `f${n}`, kind: 'frame', place: [n === 0 ? null : `f${n - 1}`, 1, 1], z: 'a0' },
          text: `Zone ${n}`,
        });
      write.create({ id: 'deep', kind: 'note', place: ['f2999', 0, 0], z: 'a0', text: 'au fond' });
    });
    const [row] = rowsOfBoard(board, OPTIONS);
    expect(row).toMatchObject({ note: 'deep', text: 'au fond', x: 3_000 });
    expect(row?.area.endsWith('Zone 2998 › Zone 2999')).toBe(true);
  });
});

describe('a score', () => {
  it('is the same number in every table, also where the third decimal is a five', () => {
    for (const value of [1.115, 10.235, -0.125, 0.125, 2.345, -0.004]) {
      const score = { name: 'Impact', value };
      expect([value, round(value)]).toEqual([value, Number(scoreText(score)) + 0]);
    }
  });
});

describe('toCsv', () => {
  it('has the columns of the contract, in its order, and reads back as it was written', () => {
    const rows = rowsOfBoard(createBoard(), OPTIONS);
    for (const separator of SEPARATORS) {
      const csv = toCsv(rows, { separator });
      expect(csv.startsWith('\ufeff')).toBe(true);
      const back = read(csv, separator);
      expect(Object.keys(back[0] ?? {}).join(';')).toBe(
        'board;area;cluster;cell;note;text;colour;tags;x;y;author;reactions;comments',
      );
      expect(back.map(({ text }) => text)).toEqual(rows.map(({ text }) => neutralise(text)));
      expect(back.map(({ y }) => y)).toContain(separator === ';' ? '120,13' : '120.13');
    }
    const names = Object.keys(read(toCsv(rows, { separator: ';', locale: 'fr' }), ';')[0] ?? {});
    expect(names.slice(0, 8)).toEqual([
      'mur',
      'zone',
      'regroupement',
      'case',
      'note',
      'texte',
      'couleur',
      'étiquettes',
    ]);
  });

  it('gives each axis a column of its own, named apart where two have one name', () => {
    const [row] = rowsOfBoard(createBoard(), OPTIONS);
    if (!row) throw new Error('no row');
    const score = (area: string, axis: number, name: string, value: number) => ({
      ...{ area, areaTitle: area === 'm1' ? 'Idées' : 'Irritants', axis, name, value, text: value.toFixed(2) },
    });
    const csv = toCsv(
      [
        { ...row, scores: [score('m1', 0, 'Impact', 72), score('m1', 1, 'Effort', 5.5)] },
        { ...row, scores: [score('m2', 0, 'Impact', 3), score('m2', 1, '', 0)] },
        row,
      ],
      { separator: ',' },
    );
    expect(read(csv, ',').map(({ text: _, board: __, ...rest }) => rest)).toMatchObject([
      { 'Idées – Impact': '72.00', Effort: '5.50', 'Irritants – Impact': '', 'score 2': '' },
      { 'Idées – Impact': '', Effort: '', 'Irritants – Impact': '3.00', 'score 2': '0.00' },
      { 'Idées – Impact': '', Effort: '', 'Irritants – Impact': '', 'score 2': '' },
    ]);
  });

  it('names an axis apart from the columns that are there already, and two axes apart whatever they are called', () => {
    const [row] = rowsOfBoard(createBoard(), OPTIONS);
    if (!row) throw new Error('no row');
    const names = ['text', 'note', 'x', 'Impact', 'Impact', 'Impact (2)'];
    const scores = names.map((name, axis) => ({
      ...{ area: 'm1', areaTitle: axis === 1 ? 'Idées' : '', axis, name, value: axis, text: axis.toFixed(2) },
    }));
    const header = (read(toCsv([{ ...row, scores }], { separator: ',' }), ',')[0] ?? {}) as Record<string, string>;
    const added = Object.keys(header).slice(10, -3);
    expect(added).toEqual(['text (2)', 'Idées – note', 'x (2)', 'Impact', 'Impact (2)', 'Impact (2) (2)']);
    expect([header.text, header.note, header.x]).toEqual([neutralise(row.text), row.note, String(row.x)]);
  });

  it('has as many columns as somebody made axes of one name, each with a name of its own', () => {
    const [row] = rowsOfBoard(createBoard(), OPTIONS);
    if (!row) throw new Error('no row');
    const score = (n: number) => ({ area: `m${n}`, areaTitle: '', axis: 0, name: 'Impact', value: n, text: `${n}.00` });
    const scores = Array.from({ length: 12_000 }, (_, n) => score(n));
    const header =
      toCsv([{ ...row, scores }], { separator: ',' })
        .split('\r\n')[0]
        ?.split(',') ?? [];
    expect([header.length, new Set(header).size, header[10], header.at(-4)]).toEqual([
      ...[12_013, 12_013],
      ...['Impact', 'Impact (12000)'],
    ]);
  });

  it('lets no reader calculate what people wrote, whichever separator it takes', () => {
    const [row] = rowsOfBoard(createBoard(), OPTIONS);
    if (!row) throw new Error('no row');
    const sign = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ' ', ';', ',', 'a', '1', '＝');
    const text = fc.string({ unit: sign, maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, fc.constantFrom(...SEPARATORS), (one, two, three, separator) => {
        const csv = toCsv([{ ...row, board: one, text: two, tags: [three], author: three }], { separator });
        const [back] = read(csv, separator);
        expect(back).toMatchObject({ colour: 'yellow' });
        for (const other of SEPARATORS)
          for (const line of csv.split(/\r\n|\n/).slice(1))
            for (const cell of line.split(other))
              expect(cell).not.toMatch(/^[\s"]*(?:[=+@＝]|-(?!\s|\)|"*$|[\d,]+"*$))/u);
      }),
      { numRuns: 400 },
    );
  });
});

describe('tableToCsv', () => {
  it('writes numbers with the sign of the language, and what people wrote as they wrote it', () => {
    const rows = [
      ['', 'Étape 1', 'Étape 2', 'Étape 3'],
      ['Émotion (moyenne)', -0.75, 0, 2],
      ['Actions', '12.05', '-0,75', '0,5'],
    ];
    expect(tableToCsv(rows, ';').split('\r\n').slice(1, 3)).toEqual([
      'Émotion (moyenne);"-0,75";0;2',
      `Actions;12.05;"'-0,75";"0,5"`,
    ]);
    expect(tableToCsv(rows, ',').split('\r\n')[1]).toBe('Émotion (moyenne),-0.75,0,2');
    expect(toTsv(rows, 'fr').split('\r\n')[1]).toBe('Émotion (moyenne)\t-0,75\t0\t2');
    expect(toHtmlTable(rows.slice(1, 2), 'en')).toContain('<th>-0.75</th>');
  });
});

describe('toJson', () => {
  it('says what the board is about, what lies where, and is the same each time', () => {
    const board = createBoard();
    const text = toJson(board, { facts: FACTS, person: OPTIONS.person });
    expect(JSON.parse(text)).toMatchObject({
      format: 'pele-mele.board',
      version: 1,
      board: { title: 'Accueillir au guichet', fields: { question: 'Comment mieux accueillir ?' } },
      areas: [
        { id: 'outer', title: 'Questions', area: null, count: 2 },
        { id: 'inner', title: 'Aux sources', area: 'outer', count: 1 },
      ],
      clusters: [],
    });
    const { elements } = JSON.parse(text) as { elements: { id: string }[] };
    expect(elements.find(({ id }) => id === 'n2')).toMatchObject({
      ...{ kind: 'note', text: TEXTS[1], area: 'inner', x: 430, y: 180, width: 200, color: 'blue' },
      ...{
        tags: [
          { name: 'Mobilité', color: 'blue' },
          { name: 'Nuit', color: 'red' },
        ],
        reactions: { like: 1 },
      },
    });
    expect(elements.find(({ id }) => id === 'n3')).toMatchObject({ area: null, isFound: true });
    const again = new BoardDoc();
    again.applyRemote(board.encodeState());
    expect(toJson(again, { facts: FACTS, person: OPTIONS.person })).toBe(text);
  });
});
