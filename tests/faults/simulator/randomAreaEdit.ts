/**
 * One thing a person does with the areas one thinks with, chosen by chance, as the page writes it: groups made, filled, merged, divided, closed
 * and dissolved; rows, columns, rings, sectors and pins that come, go and change places; notes put into cells and onto axes; cards drawn and
 * put back. Places and deletions that come of it are written down from what the board looks like afterwards.
 */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { mergeElements } from '../../../shared/board/merging.ts';
import { createElements, deleteElements, type Move, moveElements } from '../../../shared/board/operations.ts';
import { keysBetween } from '../../../shared/board/order.ts';
import type { Element, ElementId, Props } from '../../../shared/elements/ElementKind.ts';
import { memberKey, parseMemberKey, partProps } from '../../../shared/elements/families.ts';
import { toPlaceY } from '../../../shared/elements/grid/emotion.ts';
import { findPreset, presetProps } from '../../../shared/elements/grid/presets.ts';
import { asGrid, COLUMN_PARTS, cellOf, columnsOf, ROW_PARTS, rowsOf } from '../../../shared/elements/grid/props.ts';
import { findKind } from '../../../shared/elements/registry.ts';
import type { Random } from '../../helpers/random.ts';
import type { CanvasEditing } from './randomCanvasEdit.ts';

const AREAS = ['cluster', 'cluster', 'grid', 'grid', 'matrix', 'radar', 'deck', 'map', 'frame'] as const;
const JOURNEY = presetProps(findPreset('journey'), 'fr');

const holders = (board: BoardDoc, kind?: string): Element[] =>
  [...board.elements()].filter((one) => findKind(one.kind)?.isContainer && (kind === undefined || one.kind === kind));

type Act = (editing: CanvasEditing) => void;

/** How often each is done. */
const ACTS: readonly (readonly [weight: number, act: Act])[] = [
  [10, make],
  [24, drop],
  [6, dropMany],
  [5, takeOut],
  [7, gather],
  [6, merge],
  [5, divide],
  [4, fold],
  [5, dissolve],
  [4, tearDown],
  [16, changeMember],
  [6, changePart],
  [5, nameAxis],
  [4, turnDeck],
  [4, drawCard],
  [4, arrange],
];
const WEIGHTS = ACTS.reduce((sum, [weight]) => sum + weight, 0);

/** One edit. */
export function randomAreaEdit(editing: CanvasEditing): void {
  let roll = editing.random.below(WEIGHTS);
  const hasAreas = holders(editing.board).length > 0;
  const chosen = ACTS.find(([weight]) => {
    roll -= weight;
    return roll < 0;
  });
  (hasAreas && chosen ? chosen[1] : make)(editing);
}

const placesOf = (board: BoardDoc): Map<ElementId, string> =>
  new Map([...board.elements()].map(({ id, place }) => [id, JSON.stringify(place)]));

/** Makes an edit about an element, and writes down where things are after it, and what has gone. */
function change({ board, ledger, make }: CanvasEditing, id: ElementId, write: (one: BoardDoc) => void): void {
  const before = placesOf(board);
  make(ledger.write({ type: 'other', id }), write);
  for (const [one, place] of placesOf(board)) {
    if (!before.has(one)) ledger.write({ type: 'create', id: one });
    if (before.get(one) !== place) ledger.write({ type: 'move', id: one, place });
    before.delete(one);
  }
  for (const one of before.keys()) ledger.write({ type: 'delete', id: one });
}

function make(editing: CanvasEditing): void {
  const { name, board, random, ledger, next, make: perform } = editing;
  const kind = random.pick(AREAS);
  const id = `${name}-${next()}`;
  const around = random.below(4) === 0 ? (random.pick(holders(board))?.id ?? null) : null;
  const at = { x: random.below(3_000), y: random.below(3_000) };
  const props = kind === 'grid' && random.below(2) === 0 ? JOURNEY : {};
  perform(ledger.write({ type: 'create', id }), (one) => {
    createElements(one, 'create', [{ id, kind, parent: around, at, text: 'Atelier ', props }]);
  });
  const place = board.get(id)?.place;
  if (place) ledger.write({ type: 'move', id, place: JSON.stringify(place) });
}

/** Where in an area something is let go: anywhere, or into one of its cells, of which some have gone. */
function moveInto(random: Random, area: Element | null, id: ElementId, board: BoardDoc): Move {
  const parent = area?.id ?? null;
  const origin = parent === null ? { x: 0, y: 0 } : board.tree.origin(parent);
  const to = { x: origin.x + random.below(900) - 50, y: origin.y + random.below(900) - 50 };
  const grid = asGrid(area ?? undefined);
  if (!grid || random.below(3) === 0) return { id, parent, to };
  const [row, column] = [random.pick(rowsOf(grid.props)), random.pick(columnsOf(grid.props))];
  const isGone = random.below(10) === 0 || !row || !column;
  const cell = isGone ? 'partie:ailleurs' : cellOf(row.id, column.id);
  return { id, parent, to, into: { before: null, cell, at: [0, toPlaceY(random.below(5) - 2)] } };
}

const anything = ({ board, random }: CanvasEditing): ElementId | undefined => random.pick([...board.ids()]);

function drop(editing: CanvasEditing): void {
  const { board, random } = editing;
  const id = anything(editing);
  const area = random.pick(holders(board)) ?? null;
  if (id === undefined) return;
  change(editing, id, (one) => moveElements(one, 'move', [moveInto(random, area, id, one)]));
}

function dropMany(editing: CanvasEditing): void {
  const { board, random } = editing;
  const ids = new Set([anything(editing), anything(editing), anything(editing)]);
  const area = random.pick(holders(board));
  if (!area) return;
  change(editing, area.id, (one) => {
    const moves = [...ids].flatMap((id) => (id === undefined ? [] : [moveInto(random, area, id, one)]));
    moveElements(one, 'move', moves);
  });
}

function takeOut(editing: CanvasEditing): void {
  const { board, random } = editing;
  const area = random.pick(holders(board));
  const id = area && random.pick(board.tree.children(area.id));
  if (id !== undefined) change(editing, id, (one) => moveElements(one, 'move', [moveInto(random, null, id, one)]));
}

/** A new group of these, as « Regrouper » makes one. */
function group(editing: CanvasEditing, members: readonly ElementId[]): void {
  const { name, random, ledger, next } = editing;
  const id = `${name}-${next()}`;
  ledger.write({ type: 'create', id });
  change(editing, id, (one) => {
    const at = { x: random.below(3_000), y: random.below(3_000) };
    createElements(one, 'cluster', [{ id, kind: 'cluster', parent: null, at, text: 'Thème ' }]);
    const moves = members.map((member) => ({ id: member, parent: id, to: at, into: { before: null } }));
    moveElements(one, 'cluster', moves);
  });
}

function gather(editing: CanvasEditing): void {
  const members = new Set([anything(editing), anything(editing), anything(editing)]);
  group(
    editing,
    [...members].filter((id) => id !== undefined),
  );
}

function divide(editing: CanvasEditing): void {
  const { board, random } = editing;
  const area = random.pick(holders(board, 'cluster'));
  if (area) group(editing, board.tree.children(area.id).slice(0, 2));
}

function merge(editing: CanvasEditing): void {
  const { board, random } = editing;
  const clusters = holders(board, 'cluster');
  const [target, source] = [random.pick(clusters), random.pick(clusters)];
  if (target && source) change(editing, target.id, (one) => mergeElements(one, 'merge', target.id, [source.id]));
}

const set = (editing: CanvasEditing, id: ElementId, props: Props): void =>
  change(editing, id, (one) => one.edit('style', (write) => write.set(id, { props })));

function fold(editing: CanvasEditing): void {
  const { board, random } = editing;
  const area = random.pick(holders(board, 'cluster'));
  if (area) set(editing, area.id, { collapsed: random.below(3) > 0 ? true : undefined });
}

function arrange(editing: CanvasEditing): void {
  const { board, random } = editing;
  const area = random.pick(holders(board, 'cluster'));
  if (area) set(editing, area.id, { layout: random.pick(['grid', 'column', 'pile']) });
}

/** As the page deletes an area: what lies in it stays. */
function dissolve(editing: CanvasEditing): void {
  const { board, random } = editing;
  const area = random.pick(holders(board));
  if (area) change(editing, area.id, (one) => deleteElements(one, 'dissolve', [area.id]));
}

/** As anybody's program may: what lies in it is left without an area. */
function tearDown(editing: CanvasEditing): void {
  const { board, random } = editing;
  const area = random.pick(holders(board));
  if (area && !area.lock) change(editing, area.id, (one) => one.edit('delete', (write) => write.delete(area.id)));
}

/** What stands in a new row, column, ring, sector or pin. */
const VALUES: Readonly<Record<string, (n: number, of: ElementId | undefined) => Props>> = {
  row: (n) => ({ name: `Ligne ${n}`, type: n % 3 === 0 ? 'emotion' : 'notes' }),
  col: (n) => ({ name: `Étape ${n}` }),
  ring: (n) => ({ name: `Horizon ${n}` }),
  sector: (n) => ({ name: `Domaine ${n}` }),
  pin: (n, of) => ({ x: (n % 100) / 100, y: 0.5, ...(of !== undefined && { of }) }),
};

/** A member of a family comes, goes, is called otherwise or goes to the front. */
function changeMember(editing: CanvasEditing): void {
  const { name, board, random, next } = editing;
  const area = random.pick(holders(board).filter(({ kind }) => (findKind(kind)?.families ?? []).some(isMade)));
  const family = random.pick((findKind(area?.kind ?? '')?.families ?? []).filter(isMade));
  if (!area || family === undefined) return;
  const members = Object.entries(area.props)
    .filter(([key]) => parseMemberKey(key)?.family === family)
    .map(([key, value]) => [key, value as { readonly z: string }] as const)
    .sort(([a, { z }], [b, { z: other }]) => (z < other || (z === other && a < b) ? -1 : 1));
  const [key, old] = random.pick(members) ?? [];
  const n = next();
  const value = VALUES[family]?.(n, anything(editing));
  const roll = random.below(10);
  const isFew = members.length < 12;
  if (key === undefined || old === undefined || (roll < 5 && isFew)) {
    const [z] = keysBetween(members.at(-1)?.[1].z ?? null, null, 1);
    set(editing, area.id, { [memberKey(family, `${name}-${n}`)]: { ...value, z } });
  } else if (roll < 7) set(editing, area.id, { [key]: undefined });
  else if (roll < 9) set(editing, area.id, { [key]: { ...old, ...value } });
  else set(editing, area.id, { [key]: { ...old, z: keysBetween(null, members[0]?.[1].z ?? null, 1)[0] } });
}

/** What of a row or a column is changed by itself: its name, its measure, its place among the others. */
function changePart(editing: CanvasEditing): void {
  const { board, random, next } = editing;
  const grid = asGrid(random.pick(holders(board, 'grid')));
  if (!grid) return;
  const isRow = random.below(2) === 0;
  const lanes = isRow ? rowsOf(grid.props) : columnsOf(grid.props);
  const lane = random.pick(lanes);
  if (!lane) return;
  const n = next();
  const [parts, family] = isRow ? [ROW_PARTS, 'height' as const] : [COLUMN_PARTS, 'width' as const];
  const [z] = keysBetween(null, lanes[0]?.z ?? null, 1);
  const values = random.pick<Props>([{ name: `Étape ${n}` }, { [family]: 100 + (n % 500) }, { z }]);
  set(editing, grid.id, partProps(parts, lane.id, values));
}

const isMade = (family: string): boolean => Object.hasOwn(VALUES, family);

function nameAxis(editing: CanvasEditing): void {
  const { board, random, next } = editing;
  const area = random.pick(holders(board, 'matrix'));
  const key = random.pick(['x', 'y'] as const);
  if (area) set(editing, area.id, { [key]: { ...(area.props[key] as Props), name: `Effort ${next()}` } });
}

function turnDeck(editing: CanvasEditing): void {
  const { board, random } = editing;
  const deck = random.pick(holders(board, 'deck'));
  if (deck) set(editing, deck.id, { face: random.pick(['up', 'down']) });
}

/** The top card goes out, or what was taken comes back, or all are shuffled. */
function drawCard(editing: CanvasEditing): void {
  const { board, random } = editing;
  const deck = random.pick(holders(board, 'deck'));
  if (!deck) return;
  const cards = board.tree.children(deck.id);
  const top = cards.at(-1);
  const roll = random.below(3);
  if (roll === 0 && top !== undefined)
    change(editing, deck.id, (one) => moveElements(one, 'draw', [moveInto(random, null, top, one)]));
  else if (roll === 1) {
    const order = [...cards].sort(() => random.below(3) - 1);
    const keys = keysBetween(null, null, order.length);
    change(editing, deck.id, (one) =>
      one.edit('shuffle', (write) => {
        for (const [n, card] of order.entries()) write.set(card, { z: keys[n] as string });
      }),
    );
  } else {
    const out = Object.keys(deck.props).flatMap((key) => parseMemberKey(key) ?? []);
    const back = out.find(({ id }) => board.get(id));
    if (!back) return;
    change(editing, deck.id, (one) => {
      moveElements(one, 'putBack', [{ id: back.id, parent: deck.id, to: { x: 0, y: 0 }, into: { before: null } }]);
      one.edit('putBack', (write) => write.set(deck.id, { props: { [memberKey(back.family, back.id)]: undefined } }));
    });
  }
}
