/** Grids from first principles: where things stand, what a curve may do, what a table says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContributions } from '../../../tests/helpers/contributions.ts';
import type { Vec } from '../../geometry/vec.ts';
import { THEMES } from '../../theme/tokens.ts';
import type { Element, Scene, Size, TableCell } from '../ElementKind.ts';
import { NO_MARKS } from '../marks/Marks.ts';
import type { PaintContext } from '../PaintContext.ts';
import { readElement } from '../parseElement.ts';
import { type CurvePiece, curveOf } from './curve.ts';
import { dayAfter, dayText, isDay } from './days.ts';
import { emotionLines, feltBy, meanOf, toPlaceY } from './emotion.ts';
import { grid } from './grid.ts';
import { cellAt, GRID, heightOf, layOutGrid, valueAt } from './layout.ts';
import { findPreset, GRID_PRESETS, presetProps } from './presets.ts';
import { cellOf, columnsOf, type GridProps, letterOf, rowsOf } from './props.ts';
import { gridTable } from './table.ts';

const TEXTS = readContributions().map(({ text }) => text);

const gridWith = (props: GridProps): Element<GridProps> => ({
  id: 'g',
  kind: 'grid',
  v: 1,
  place: [null, 0, 0],
  size: grid.defaultSize,
  z: 'a0',
  lock: false,
  text: 'Parcours d’Awa, un mardi',
  props,
  marks: NO_MARKS,
  rev: 1,
});

const noteIn = (id: string, cell: string | null, rest: Partial<Element> & { readonly y?: number } = {}): Element => ({
  id,
  kind: 'note',
  v: 1,
  place: cell === null ? ['g', 0, rest.y ?? 0] : ['g', 0, rest.y ?? 0, cell],
  size: rest.size ?? [200, 200],
  z: `a${id}`,
  lock: false,
  text: rest.text ?? TEXTS[Number(id.replace(/\D/gu, '')) % TEXTS.length] ?? '',
  props: rest.props ?? { color: 'yellow' },
  marks: rest.marks ?? NO_MARKS,
  rev: 1,
});

const journey = presetProps(findPreset('journey'), 'fr');

/** Any grid with any notes in it: cells that are there, cells that are gone, none at all. */
const anyGrid = fc
  .record({
    rows: fc.array(fc.constantFrom('notes', 'text', 'emotion', 'picture'), { maxLength: 5 }),
    columns: fc.array(fc.option(fc.integer({ min: 96, max: 900 }), { nil: undefined }), { maxLength: 5 }),
    notes: fc.array(
      fc.record({
        at: fc.option(fc.tuple(fc.nat(6), fc.nat(6)), { nil: null }),
        size: fc.tuple(fc.integer({ min: 20, max: 500 }), fc.integer({ min: 20, max: 400 })),
      }),
      { maxLength: 30 },
    ),
  })
  .map(({ rows, columns, notes }) => {
    const props = Object.fromEntries([
      ...rows.map((type, n) => [`row:r${n}`, { name: '', type, z: `a${n}` }]),
      ...columns.map((width, n) => [`col:c${n}`, { name: '', z: `a${n}`, ...(width !== undefined && { width }) }]),
    ]) as GridProps;
    const children = notes.map(({ at, size }, n) =>
      noteIn(`n${n}`, at && cellOf(`r${at[0]}`, `c${at[1]}`), { size: size as Size }),
    );
    const sizes = new Map(children.map(({ id, size }) => [id, size]));
    const element = gridWith(props);
    return {
      element,
      children,
      sizes,
      layout: layOutGrid(element, children, { sizeOf: (id) => sizes.get(id) as Size }),
    };
  });

describe('the layout of a grid', () => {
  it('places every note once, none over another, each within its cell or the strip', () => {
    fc.assert(
      fc.property(anyGrid, ({ children, sizes, layout }) => {
        expect([...layout.places.keys()].sort()).toEqual(children.map(({ id }) => id).sort());
        const boxes = children.map(({ id }) => {
          const [x, y] = layout.places.get(id) as readonly [number, number];
          const [w, h] = sizes.get(id) as Size;
          return { id, x, y, w, h };
        });
        for (const [n, a] of boxes.entries())
          for (const b of boxes.slice(n + 1))
            expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true);
        for (const [cell, ids] of layout.cells) {
          const row = layout.rows.find((lane) => cell.startsWith(`${lane.row.id}:`));
          const column = layout.columns.find((lane) => cell.endsWith(`:${lane.column.id}`));
          if (!row || !column) throw new Error(`${cell} has no lane`);
          for (const box of boxes.filter(({ id }) => ids.includes(id))) {
            expect(box.x).toBeGreaterThanOrEqual(column.x);
            expect(box.x + box.w).toBeLessThanOrEqual(column.x + column.w);
            expect(box.y).toBeGreaterThanOrEqual(row.y + row.curve);
            expect(box.y + box.h).toBeLessThanOrEqual(row.y + row.h);
          }
        }
        for (const box of boxes.filter(({ id }) => layout.unplaced.includes(id)))
          expect(box.y).toBeGreaterThanOrEqual(layout.strip?.y ?? Number.POSITIVE_INFINITY);
        for (const box of boxes) expect(box.y + box.h).toBeLessThanOrEqual(layout.size[1]);
      }),
    );
  });

  it('comes out the same when it keeps what has not changed as when it is laid out anew', () => {
    const change = fc.record({
      at: fc.nat(29),
      to: fc.option(fc.tuple(fc.nat(5), fc.nat(5))),
      does: fc.constantFrom('cell', 'cell', 'cell', 'order', 'size', 'away', 'new'),
      w: fc.integer({ min: 20, max: 500 }),
    });
    fc.assert(
      fc.property(anyGrid, fc.array(change, { maxLength: 12 }), ({ element, children: first }, changes) => {
        let children = first;
        let kept = layOutGrid(element, children);
        for (const [n, { at, to, does, w }] of changes.entries()) {
          const one = children[at % Math.max(1, children.length)];
          const cell = to && cellOf(`r${to[0]}`, `c${to[1]}`);
          const rest = children.filter((child) => child !== one);
          if (does === 'new' || !one) children = [...children, noteIn(`new${n}`, cell, { size: [w, 90] })];
          else if (does === 'away') children = rest;
          else if (does === 'order') children = rest.toSpliced(w % (rest.length + 1), 0, one);
          else {
            const moved = does === 'size' ? { ...one, size: [w, w] as Size } : noteIn(one.id, cell, { size: one.size });
            children = rest.toSpliced(at % (rest.length + 1), 0, moved);
          }
          kept = layOutGrid(element, children, { before: kept });
          const { made: _, ...shown } = kept;
          const { made: __, ...afresh } = layOutGrid(element, children);
          expect(shown).toEqual(afresh);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('fills no cell anew but those that something left or came to', () => {
    const children = ['ideas:c1', 'ideas:c1', 'ideas:c2', 'actions:c2'].map((cell, n) => noteIn(`n${n}`, cell));
    const element = gridWith(journey);
    const before = layOutGrid(element, children);
    const moved = noteIn('n1', 'actions:c1');
    const after = layOutGrid(element, children.with(1, moved), { before });
    const kept = [...(after.made?.flows.keys() ?? [])].filter((cell) => before.made?.flows.has(cell));
    expect(kept.map(({ name }) => name).sort()).toEqual(['actions:c2', 'ideas:c2']);
    expect(after.cells.get('actions:c1')).toEqual(['n1']);
    expect(after.cells.get('ideas:c1')).toEqual(['n0']);
  });

  it('puts lanes side by side in their order, and gives each at least the size that was asked', () => {
    fc.assert(
      fc.property(anyGrid, ({ element, layout }) => {
        let x: number = GRID.side;
        for (const [n, lane] of layout.columns.entries()) {
          expect(lane.column.id).toBe(columnsOf(element.props)[n]?.id);
          expect(lane.x).toBe(x);
          expect(lane.w).toBeGreaterThanOrEqual(lane.column.width ?? 0);
          x += lane.w;
        }
        let y: number = GRID.header;
        for (const [n, lane] of layout.rows.entries()) {
          expect(lane.row.id).toBe(rowsOf(element.props)[n]?.id);
          expect(lane.y).toBe(y);
          expect(lane.curve > 0).toBe(lane.row.type === 'emotion');
          y += lane.h;
        }
      }),
    );
  });

  it('keeps the order of a cell, from left to right and then down', () => {
    const children = [1, 2, 3, 4].map((n) => noteIn(`n${n}`, 'actions:c1'));
    const element = gridWith({ ...journey, 'col:c1': { name: '', z: 'a0', width: 444 } });
    const { places } = layOutGrid(element, children, { sizeOf: () => [200, 200] });
    const at = (id: string): readonly number[] => places.get(id) ?? [];
    expect([at('n1'), at('n2'), at('n3'), at('n4')]).toEqual([
      [184, 80],
      [396, 80],
      [184, 292],
      [396, 292],
    ]);
  });

  it('keeps what names a row or a column that is gone, in the strip', () => {
    const { 'row:ideas': _gone, ...rest } = journey;
    const children = [noteIn('n1', 'ideas:c1'), noteIn('n2', 'actions:c9'), noteIn('n3', null)];
    const { unplaced, strip, size } = layOutGrid(gridWith(rest), children, { sizeOf: () => [200, 200] });
    expect(unplaced).toEqual(['n1', 'n2', 'n3']);
    expect((strip?.y ?? 0) + (strip?.h ?? 0)).toBe(size[1]);
  });

  it('finds the cell at a point: the nearest outside, none in the strip', () => {
    const { layout } = { layout: layOutGrid(gridWith(journey), [noteIn('n1', null)], { sizeOf: () => [200, 200] }) };
    for (const row of layout.rows)
      for (const column of layout.columns)
        expect(cellAt(layout, column.x + 1, row.y + 1)).toBe(cellOf(row.row.id, column.column.id));
    expect(cellAt(layout, 10, GRID.header + 10)).toBe('actions:c1');
    expect(cellAt(layout, 400, (layout.strip?.y ?? 0) + 5)).toBeNull();
  });
});

describe('the curve of feelings', () => {
  const at = ({ from, c1, c2, to }: CurvePiece, t: number): number => {
    const u = 1 - t;
    return u ** 3 * from.y + 3 * u * u * t * c1.y + 3 * u * t * t * c2.y + t ** 3 * to.y;
  };
  const anyPoints = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: -20, max: 20 })), {
      minLength: 1,
      maxLength: 12,
    })
    .map((steps) => {
      let x = 0;
      return steps.map(([dx, y]): Vec => {
        x += dx;
        return { x, y: y / 10 };
      });
    });

  it('passes through every point, and between two of them never goes beyond either', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const pieces = curveOf(points);
        expect(pieces.length).toBe(points.length - 1);
        for (const [n, piece] of pieces.entries()) {
          expect([piece.from, piece.to]).toEqual([points[n], points[n + 1]]);
          const low = Math.min(piece.from.y, piece.to.y) - 1e-9;
          const high = Math.max(piece.from.y, piece.to.y) + 1e-9;
          let last = piece.from.y;
          for (let t = 0; t <= 1.0001; t += 0.05) {
            const y = at(piece, Math.min(1, t));
            expect(y).toBeGreaterThanOrEqual(low);
            expect(y).toBeLessThanOrEqual(high);
            const rises = piece.to.y >= piece.from.y;
            expect(rises ? y >= last - 1e-9 : y <= last + 1e-9).toBe(true);
            last = y;
          }
        }
      }),
    );
  });

  it('is smooth: where two pieces meet, both have one slope', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const pieces = curveOf(points);
        for (const [n, piece] of pieces.entries()) {
          const next = pieces[n + 1];
          if (!next) continue;
          const before = (piece.to.y - piece.c2.y) / (piece.to.x - piece.c2.x);
          const after = (next.c1.y - next.from.y) / (next.c1.x - next.from.x);
          expect(before).toBeCloseTo(after, 6);
        }
      }),
    );
  });

  it('reads a value from the height of a note and back, never beyond −2 and 2', () => {
    const lane = { y: 400, curve: 176 };
    for (let value = -2; value <= 2; value += 0.1) {
      const rounded = Math.round(value * 10) / 10 + 0;
      expect(valueAt(lane, heightOf(lane, value))).toBeCloseTo(rounded, 9);
      expect(feltBy({ place: ['g', 0, toPlaceY(value), 'emotion:c1'] })).toBeCloseTo(rounded, 9);
    }
    expect([valueAt(lane, -9_999), valueAt(lane, 9_999)]).toEqual([2, -2]);
    expect(feltBy({ place: ['g', 0, 850, 'emotion:c1'] })).toBe(-2);
  });

  it('has one line of means, or one a colour or tag and the mean of all last', () => {
    const says = (id: string, value: number, color: string, tag: string): Element =>
      noteIn(id, 'emotion:c1', {
        y: toPlaceY(value),
        props: { color },
        marks: { ...NO_MARKS, tags: [{ name: tag, color: 'blue' }] },
      });
    const first = [says('1', 2, 'blue', 'usagers'), says('2', 1, 'yellow', 'agents')];
    const third = [says('3', -1.5, 'blue', 'usagers')];
    const columns = [first, [], third];
    expect(emotionLines(columns, undefined)).toEqual([{ key: null, means: [(2 + 1) / 2, null, -1.5] }]);
    expect(emotionLines(columns, 'color')).toEqual([
      { key: 'yellow', means: [1, null, null] },
      { key: 'blue', means: [2, null, -1.5] },
      { key: null, means: [1.5, null, -1.5] },
    ]);
    expect(emotionLines(columns, 'tag').map(({ key }) => key)).toEqual(['agents', 'usagers', null]);
    expect(meanOf([])).toBeNull();
  });
});

describe('the table of a grid', () => {
  it('says each note once, in the cell in which it stands, with what was felt', () => {
    const cells: readonly (readonly [string | null, string, number])[] = [
      ['actions:c1', 'Awa cherche l’adresse', 0],
      ['actions:c1', 'Elle appelle la mairie', 0],
      ['contact:c2', 'Le guichet', 0],
      ['emotion:c1', 'Perdue', -1.5],
      ['emotion:c1', '', 1],
      ['emotion:c2', 'Rassurée', 2],
      ['nowhere:c1', 'Le bus du soir', 0],
      [null, 'Et le dimanche', 0],
    ];
    const children = cells.map(([cell, text, value], n) => noteIn(`${n}`, cell, { text, y: toPlaceY(value) }));
    const table = gridTable(gridWith(journey), children, 'fr');
    expect(table[0]).toEqual(['', 'Étape 1', 'Étape 2', 'Étape 3', 'Étape 4', 'Étape 5', 'Étape 6']);
    const line = (name: string): readonly TableCell[] | undefined => table.find(([first]) => first === name);
    expect(line('Actions')?.slice(1, 3)).toEqual(['Awa cherche l’adresse\nElle appelle la mairie', '']);
    expect(line('Points de contact')?.[2]).toBe('Le guichet');
    expect(line('Émotion')?.slice(1, 3)).toEqual(['(-1,5) Perdue\n(+1,0)', '(+2,0) Rassurée']);
    expect(line('Émotion (moyenne)')?.slice(1, 4)).toEqual([(-1.5 + 1) / 2, 2, '']);
    expect(line('À placer')?.[1]).toBe('Le bus du soir\nEt le dimanche');
    const all = table.flat().join('\n');
    for (const [, text] of cells.filter(([, text]) => text !== '')) expect(all.split(text).length - 1).toBe(1);
    for (const row of table) expect(row.length).toBe(7);
  });
});

describe('days', () => {
  it('are days of no time zone, in words of both languages', () => {
    expect([isDay('2026-11-22'), isDay('2026-02-30'), isDay('22/11/2026'), isDay(5)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(dayText('2026-11-22', 'fr')).toBe('dim. 22\u00a0nov.');
    expect(dayText('2026-11-22', 'en')).toBe('Sun 22\u00a0Nov');
    expect(dayAfter('2026-12-30', 3)).toBe('2027-01-02');
  });

  it('and letters name columns that nobody named', () => {
    expect([0, 25, 26, 27, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
  });
});

describe('presets', () => {
  it.each(GRID_PRESETS.map((preset) => [preset.id, preset] as const))(
    '"%s" is read by the kind in both languages',
    (_id, preset) => {
      for (const locale of ['fr', 'en'] as const) {
        const props = presetProps(preset, locale, '2026-11-23');
        const read = readElement('g', {
          kind: 'grid',
          place: [null, 0, 0],
          size: [400, 296],
          z: 'a0',
          text: '',
          ...props,
        });
        expect(read.ok).toBe(true);
        expect(rowsOf(props).map(({ id }) => id)).toEqual(preset.rows.map(({ id }) => id));
        expect(columnsOf(props).map(({ id }) => id)).toEqual(preset.columns.map(({ id }) => id));
      }
    },
  );
});

describe('the picture of a grid', () => {
  it('counts the notes, pictures and groups of a column, not the titles and frames that stand in it', () => {
    const said: string[] = [];
    const ctx = new Proxy({} as PaintContext, {
      get: (_, name) => (text: unknown) => (name === 'fillText' ? void said.push(String(text)) : undefined),
      set: () => true,
    });
    const kinds = ['note', 'note', 'image', 'cluster', 'text', 'frame'];
    const children = kinds.map((kind, n) => ({ ...noteIn(`n${n}`, 'actions:c1'), kind }));
    const byId = new Map<string, Element>(children.map((child) => [child.id, child]));
    grid.paint(ctx, gridWith({ ...journey, counts: true }), {
      theme: THEMES.light,
      locale: 'fr',
      element: (id) => byId.get(id),
      frame: () => null,
      children: () => children.map(({ id }) => id),
      person: () => undefined,
      picture: () => null,
    });
    expect(said.filter((text) => /^\d+$/u.test(text) && text !== '0')).toEqual(['4']);
  });

  it('of 20 × 30 cells with 600 notes costs lines and names, not cells', () => {
    const props = Object.fromEntries([
      ...Array.from({ length: 20 }, (_, n) => [`row:r${n}`, { name: `Rue ${n}`, type: 'notes', z: `a${n}` }]),
      ...Array.from({ length: 30 }, (_, n) => [`col:c${n}`, { name: `Jour ${n}`, z: `a${n}` }]),
    ]) as GridProps;
    const children = Array.from({ length: 600 }, (_, n) => noteIn(`n${n}`, cellOf(`r${n % 20}`, `c${n % 30}`)));
    const byId = new Map(children.map((child) => [child.id, child]));
    const element = gridWith(props);
    let count = 0;
    const ctx = new Proxy({} as PaintContext, { get: () => () => void count++, set: () => true });
    const scene: Scene = {
      theme: THEMES.light,
      locale: 'fr',
      element: (id) => byId.get(id),
      frame: () => null,
      children: () => children.map(({ id }) => id),
      person: () => undefined,
      picture: () => null,
    };
    grid.paint(ctx, element, scene);
    expect(count).toBeLessThan(20 * (20 + 30));
  });
});
