/** Grids on a board: what is felt comes from a hand, every note is in the table, and what is drawn over a grid stays where it was drawn. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContributions } from '../../tests/helpers/contributions.ts';
import { areaTable } from '../deliverables/areaTable.ts';
import { rowsOfBoard } from '../deliverables/table.ts';
import type { Element, ElementId, Place, Props } from '../elements/ElementKind.ts';
import { feltBy } from '../elements/grid/emotion.ts';
import { layoutIn } from '../elements/grid/layoutIn.ts';
import { findPreset, presetProps } from '../elements/grid/presets.ts';
import type { GridProps } from '../elements/grid/props.ts';
import { placingOf, sayPlacing } from '../elements/placing.ts';
import { findKind } from '../elements/registry.ts';
import { BoardDoc } from './BoardDoc.ts';
import { insertionAt, isPlacedByArea, landingOf, stepFrom } from './insertion.ts';
import { mergeElements } from './merging.ts';
import { createElements, deleteElements, duplicateElements, moveElements } from './operations.ts';

const WORDS = readContributions().map(({ text }) => text);
const JOURNEY = presetProps(findPreset('journey'), 'fr');

function boardWithGrid(props: Props = JOURNEY) {
  const board = new BoardDoc();
  const [area] = createElements(board, 'create', [{ kind: 'grid', parent: null, at: { x: 0, y: 0 }, props }]);
  return { board, area: area as ElementId };
}

/** Puts something in a place as it would come from elsewhere. */
function put(board: BoardDoc, kind: string, place: Place, text = '', props: Props = {}): ElementId {
  const init = { kind, place, size: [200, 200] as const, z: `a${board.size}`, text };
  return board.edit('create', (write) => write.create({ ...init, props: { ...defaultsOf(kind), ...props } }));
}

const STROKE: Props = { points: [0, 0, 50, 100, 100, 50], extent: [100, 100], color: 'ink', width: 4 };
const LINE: Props = { from: { x: 0, y: 0 }, to: { x: 80, y: 60 } };
const defaultsOf = (kind: string): Props => (kind === 'stroke' ? STROKE : (findKind(kind)?.defaultProps ?? {}));

const layoutOn = (board: BoardDoc, area: ElementId) =>
  layoutIn(board.get(area) as unknown as Element<GridProps>, {
    element: (id) => board.get(id),
    frame: (id) => board.frame(id),
    children: (id) => board.tree.children(id),
  });
const placing = (board: BoardDoc, id: ElementId) => placingOf(board, id, board.tree.parent(id));

describe('a column of a day', () => {
  it('is said as the wall says it, in the language of whoever reads; tables keep the date', () => {
    const { board, area } = boardWithGrid({
      'row:am': { name: 'Matin', type: 'notes', z: 'a0' },
      'col:lun': { name: '', z: 'a0', date: '2026-11-23' },
      'col:mar': { name: 'Restitution', z: 'a1', date: '2026-11-24' },
    });
    const [first, second] = ['am:lun', 'am:mar'].map((cell) => put(board, 'note', [area, 0, 0, cell], WORDS[0]));
    const say = (id = ''): string[] => (['fr', 'en'] as const).map((locale) => sayPlacing(placing(board, id), locale));
    expect(say(first)).toEqual(['Matin · lun. 23\u00a0nov.', 'Matin · Mon 23\u00a0Nov']);
    expect(say(second)).toEqual(['Matin · Restitution', 'Matin · Restitution']);
    const rows = rowsOfBoard(board, { title: '', locale: 'fr', person: () => undefined });
    expect(rows.map(({ cell }) => cell).filter((cell) => cell !== '')).toEqual([
      'Matin · 2026-11-23',
      'Matin · Restitution',
    ]);
  });
});

describe('an emotion row', () => {
  it('takes nothing for a feeling that was a coordinate before', () => {
    const { board, area } = boardWithGrid();
    const note = put(board, 'note', [area, 400, 300], WORDS[0]);
    const into = { before: null, cell: 'emotion:c2' };
    moveElements(board, 'move', [{ id: note, parent: area, to: { x: 10, y: 10 }, into }]);
    expect([board.get(note)?.place, feltBy(board.get(note) as Element)]).toEqual([[area, 0, 0, 'emotion:c2'], 0]);
  });

  it('keeps what was felt from step to step', () => {
    const { board, area } = boardWithGrid();
    const note = put(board, 'note', [area, 0, -150, 'emotion:c1'], WORDS[0]);
    moveElements(board, 'move', [
      { id: note, parent: area, to: { x: 0, y: 0 }, into: { before: null, cell: 'emotion:c3' } },
    ]);
    expect(feltBy(board.get(note) as Element)).toBe(1.5);
  });

  it('writes no coordinates by an arrow key in the strip', () => {
    const { board, area } = boardWithGrid();
    const [first] = [put(board, 'note', [area, 0, 0], WORDS[0]), put(board, 'note', [area, 0, 0], WORDS[1])];
    const into = stepFrom(board, first, 'right');
    if (!into) throw new Error('it cannot step');
    moveElements(board, 'nudge', [{ id: first, parent: area, to: board.tree.origin(first), into }]);
    expect([board.tree.children(area).indexOf(first), board.get(first)?.place]).toEqual([1, [area, 0, 0]]);
  });

  it('is made of notes and pictures alone: a title, a group and a stroke feel nothing', () => {
    const { board, area } = boardWithGrid();
    const note = put(board, 'note', [area, 0, -200, 'emotion:c1'], 'Soulagée');
    const title = put(board, 'text', [area, 0, 0, 'emotion:c1'], 'Au guichet');
    put(board, 'cluster', [area, 0, 0, 'emotion:c1'], 'Attente');
    put(board, 'stroke', [area, 0, 0, 'emotion:c1']);
    const table = areaTable(board, area, 'fr') ?? [];
    expect(table.find(([name]) => name === 'Émotion')?.[1]).toBe('(+2,0) Soulagée\nAu guichet\nAttente');
    expect(table.find(([name]) => name === 'Émotion (moyenne)')?.[1]).toBe(2);
    expect([placing(board, note)?.scores?.[0]?.value, placing(board, title)?.scores]).toEqual([2, undefined]);
    expect(placing(board, title)?.cell).toContain('Émotion');
    expect(stepFrom(board, title, 'up')?.cell).not.toBe('emotion:c1');
  });
});

describe('the table of a grid on a board', () => {
  it('has every note once, in the cell of the group or frame it lies in', () => {
    const { board, area } = boardWithGrid();
    const group = put(board, 'cluster', [area, 0, 0, 'actions:c1'], 'Avant de partir');
    for (const n of [0, 1]) put(board, 'note', [group, 0, 0], WORDS[n]);
    const table = areaTable(board, area, 'fr') ?? [];
    const actions = table.find(([name]) => name === 'Actions');
    expect(actions?.[1]).toBe(`Avant de partir\n${WORDS[0]?.trim()}\n${WORDS[1]?.trim()}`);
  });

  it('has every note once, however areas lie in one another', () => {
    const cell = fc.constantFrom('actions:c1', 'emotion:c2', 'nowhere:c1', null);
    const anyTree = fc.array(
      fc.record({ cell, within: fc.nat(30), kind: fc.constantFrom('note', 'note', 'cluster', 'frame') }),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(anyTree, (all) => {
        const { board, area } = boardWithGrid();
        const areas: ElementId[] = [area];
        const texts: string[] = [];
        for (const [n, { cell: at, within, kind }] of all.entries()) {
          const parent = areas[within % areas.length] as ElementId;
          const text = `${kind} ${n}.`;
          const id = put(board, kind, at === null || parent !== area ? [parent, 5, 5] : [parent, 0, 0, at], text);
          if (kind === 'note') texts.push(text);
          else areas.push(id);
        }
        const lines = (areaTable(board, area, 'fr') ?? []).flat().flatMap((one) => String(one).split('\n'));
        for (const text of texts) expect(lines.filter((line) => line.endsWith(text)).length).toBe(1);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is drawn over an area that arranges its content', () => {
  it('stays where it was drawn, and counts for nothing in its layout', () => {
    for (const kind of ['grid', 'cluster']) {
      const board = new BoardDoc();
      const props = kind === 'grid' ? JOURNEY : { layout: 'grid' };
      const [area = ''] = createElements(board, 'create', [{ kind, parent: null, at: { x: 100, y: 100 }, props }]);
      const size = board.get(area)?.size;
      const drawn = [
        { kind: 'stroke', parent: area, at: { x: 300, y: 220 }, size: [90, 40] as const, props: STROKE },
        { kind: 'connector', parent: area, at: { x: 310, y: 230 }, size: [80, 60] as const, props: LINE },
      ];
      const ids = createElements(board, 'create', drawn);
      expect(ids.map((id) => board.get(id)?.problem)).toEqual([undefined, undefined]);
      expect(ids.map((id) => board.tree.origin(id))).toEqual([drawn[0]?.at, drawn[1]?.at]);
      expect([board.get(area)?.size, board.arrangements.laidOut(area)]).toEqual([size, []]);
      expect(ids.map((id) => [isPlacedByArea(board, id), placing(board, id)])).toEqual([
        [false, null],
        [false, null],
      ]);
      const [stroke = ''] = ids;
      moveElements(board, 'move', [
        { id: stroke, parent: area, to: { x: 333, y: 244 }, into: { before: null, cell: 'a:b' } },
      ]);
      expect(board.tree.origin(stroke)).toEqual({ x: 333, y: 244 });
      const [copy = ''] = duplicateElements(board, 'duplicate', [stroke], { x: 10, y: 10 });
      expect(board.tree.origin(copy)).toEqual({ x: 343, y: 254 });
    }
  });

  it('is laid out by neither the board nor the picture of a grid', () => {
    const { board, area } = boardWithGrid();
    put(board, 'note', [area, 0, 0], WORDS[0]);
    put(board, 'stroke', [area, 400, 300]);
    put(board, 'connector', [area, 400, 300], '', LINE);
    const shown = board.arrangements.of(area);
    const painted = layoutOn(board, area);
    expect([painted.size, painted.places, painted.unplaced.length]).toEqual([shown?.size, shown?.places, 1]);
  });

  it('comes out of a dissolved group where it was shown', () => {
    const { board, area } = boardWithGrid();
    const group = put(board, 'cluster', [area, 0, 0, 'actions:c1'], 'Avant de partir');
    const stroke = put(board, 'stroke', [group, 40, 70]);
    const shown = board.tree.origin(stroke);
    deleteElements(board, 'delete', [group]);
    expect([board.tree.origin(stroke), board.get(stroke)?.place[3]]).toEqual([shown, undefined]);
  });

  it('stays where it was drawn when its group becomes part of another', () => {
    const board = new BoardDoc();
    const [target, source] = [
      put(board, 'cluster', [null, 0, 0], 'Le soir'),
      put(board, 'cluster', [null, 900, 0], 'La nuit'),
    ];
    const note = put(board, 'note', [source, 0, 0], WORDS[0]);
    const stroke = put(board, 'stroke', [source, 40, 70]);
    mergeElements(board, 'merge', target, [source]);
    expect(board.tree.parent(note)).toBe(target);
    expect([board.tree.origin(stroke), board.tree.parent(stroke)]).toEqual([{ x: 940, y: 70 }, null]);
  });

  it('goes out of sight with a group that is closed, and comes back with it', () => {
    const board = new BoardDoc();
    const group = put(board, 'cluster', [null, 0, 0], 'Se déplacer');
    const stroke = put(board, 'stroke', [group, 40, 70]);
    const outside = [put(board, 'note', [null, 900, 0]), put(board, 'note', [null, 900, 600])];
    const ends = { from: { x: 0, y: 0, id: outside[0] }, to: { x: 80, y: 60, id: outside[1] } };
    const between = put(board, 'connector', [group, 0, 0], '', ends);
    expect(board.get(between)?.problem).toBeUndefined();
    const told: boolean[] = [];
    board.onChange(({ changed }) => told.push(changed.has(stroke)));
    board.edit('close', (write) => write.set(group, { props: { collapsed: true } }));
    expect([board.isHidden(stroke), board.isHidden(between), board.hidesNone]).toEqual([true, false, false]);
    board.edit('open', (write) => write.set(group, { props: { collapsed: undefined } }));
    expect([board.isHidden(stroke), board.hidesNone, told]).toEqual([false, true, [true, true]]);
  });
});

describe('what an area that arranges its content gives no place', () => {
  it('lies on a deck where it is put, and moves there by hand and by key', () => {
    const board = new BoardDoc();
    const [deck = ''] = createElements(board, 'create', [{ kind: 'deck', parent: null, at: { x: 0, y: 0 } }]);
    const card = put(board, 'note', [deck, 0, 0], WORDS[0]);
    const title = put(board, 'text', [deck, 30, 40], 'Tirez trois cartes');
    expect([card, title].map((id) => isPlacedByArea(board, id))).toEqual([true, false]);
    expect([card, title].map((id) => stepFrom(board, id, 'left'))).toEqual([null, null]);
    moveElements(board, 'move', [{ id: title, parent: deck, to: { x: 60, y: 45 } }]);
    expect(board.tree.origin(title)).toEqual({ x: 60, y: 45 });
    moveElements(board, 'move', [{ id: card, parent: deck, to: { x: 60, y: 45 } }]);
    expect(board.get(card)?.place).toEqual([deck, 0, 0]);
  });
});

describe('what has lost its grid', () => {
  it('stands apart from the rest of it, at one place for everybody, and stays when another is put away', () => {
    const { board, area } = boardWithGrid();
    const ids = Array.from({ length: 20 }, (_, n) => `note${n}`);
    board.edit('create', (write) => {
      for (const [n, id] of ids.entries()) {
        const place: Place = [area, 0, -n * 10, 'emotion:c1'];
        write.create({ id, kind: 'note', place, z: `a${n}1`, text: WORDS[n] ?? '', props: { color: 'yellow' } });
      }
    });
    board.edit('delete', (write) => write.delete(area));
    expect(ids.every((id) => board.tree.orphans.has(id))).toBe(true);
    const places = ids.map((id) => board.tree.origin(id));
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(ids.length);
    const other = new BoardDoc();
    other.applyRemote(board.encodeState());
    expect(ids.map((id) => other.tree.origin(id))).toEqual(places);
    const [first = '', ...rest] = ids;
    moveElements(board, 'move', [{ id: first, parent: null, to: { x: 5_000, y: 70 } }]);
    expect([board.tree.origin(first), board.get(first)?.place]).toEqual([{ x: 5_000, y: 70 }, [null, 5_000, 70]]);
    expect(rest.map((id) => board.tree.origin(id))).toEqual(places.slice(1));
  });
});

describe('many put down within one area', () => {
  it('stand as they did where nothing would look different, whatever order they are given in', () => {
    const { board, area } = boardWithGrid();
    const ids = Array.from({ length: 12 }, (_, n) => put(board, 'note', [area, 0, 0, 'actions:c1'], WORDS[n]));
    let edits = 0;
    board.onEdit(() => edits++);
    const order = board.tree.children(area);
    const into = (id: ElementId) => ({ before: order[order.indexOf(id) + 1] ?? null, cell: 'actions:c1' });
    const [last = ''] = ids.slice(-1);
    moveElements(board, 'move', [{ id: last, parent: area, to: { x: 0, y: 0 }, into: into(last) }]);
    expect(edits).toBe(0);
    const some = order.slice(3, 6);
    const first = { before: order[0] ?? null, cell: 'actions:c1' };
    moveElements(
      board,
      'move',
      some.map((id) => ({ id, parent: area, to: { x: 0, y: 0 }, into: first })),
    );
    expect(board.tree.children(area).slice(0, 4)).toEqual([...some, order[0]]);
  });

  it('lands only what is laid out', () => {
    const { board, area } = boardWithGrid();
    const landing = (kind: string): unknown => {
      const id = put(board, kind, [null, 900, 900], kind === 'note' ? WORDS[0] : '');
      const into = insertionAt(board, area, { x: 200, y: 100 });
      return into && landingOf(board, area, board.get(id) as Element, into, new Set());
    };
    expect(landing('note')).not.toBeNull();
    for (const kind of ['stroke', 'connector']) expect([kind, landing(kind)]).toEqual([kind, null]);
  });
});
