/**
 * The walls of the canvas benchmark as elements: notes alone, notes with all else that a workshop leaves on a wall, or notes in areas that
 * arrange them. No part of the product imports it.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { createElements, type Draft } from '../../shared/board/operations.ts';
import { ROUTINGS } from '../../shared/elements/connector/props.ts';
import type { ElementId, Props } from '../../shared/elements/ElementKind.ts';
import { NOTE_COLORS } from '../../shared/theme/tokens.ts';

export interface BenchNote {
  readonly i: number;
  readonly x: number;
  readonly y: number;
  readonly colour: number;
  readonly text: string;
}

export interface BenchWall {
  /** Other kinds among the notes. */
  readonly mixed?: boolean;
  readonly areas?: readonly BenchCluster[];
  readonly grid?: BenchGrid;
}

interface BenchCluster {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly title: string;
  readonly colour: number | null;
  /** Its notes, by their numbers, in order. */
  readonly members: readonly number[];
}

interface BenchGrid {
  readonly x: number;
  readonly y: number;
  readonly rows: readonly { readonly name: string }[];
  readonly columns: readonly { readonly name: string; readonly w: number }[];
  /** Row by row, the notes of each cell. */
  readonly cells: readonly (readonly number[])[];
}

interface Put {
  /** In the order of the notes given. */
  readonly ids: readonly ElementId[];
  readonly areas: readonly ElementId[];
}

type Role = 'note' | 'frame' | 'stroke' | 'shape' | 'connector';

const FORMS = ['rectangle', 'rounded', 'ellipse', 'diamond', 'triangle'];
const STROKE = { extent: [200, 160], points: 40 } as const;
/** Of so many places in a row the first are other things than notes; the middle of the wall is notes. */
const ROUND = 50;
const placeOf = (i: number): number => (i + 23) % ROUND;
const FIRST_CONNECTOR = 10;
const FIRST_NOTE = 15;

/** One area, four strokes, five shapes, five connectors between the shapes and the notes, thirty-five notes. */
function roleOf(i: number): Role {
  const place = placeOf(i);
  if (place === 0) return 'frame';
  if (place < 5) return 'stroke';
  if (place < FIRST_CONNECTOR) return 'shape';
  return place < FIRST_NOTE ? 'connector' : 'note';
}

/** A hand's line: no two alike. */
function strokeProps(i: number): Props {
  const points = Array.from({ length: STROKE.points }, (_, k) => [
    Math.round((k / (STROKE.points - 1)) * STROKE.extent[0]),
    Math.round((0.5 + 0.45 * Math.sin(k / 4 + i)) * STROKE.extent[1]),
    50,
  ]);
  return { points: points.flat(), extent: STROKE.extent, width: 3 };
}

function draftOf({ i, x, y, colour, text }: BenchNote, role: Role): Draft {
  const base = { parent: null, at: { x, y } };
  const color = NOTE_COLORS[colour] ?? 'yellow';
  if (role === 'frame') return { ...base, kind: 'frame', size: [640, 640], text: text.slice(0, 30) };
  if (role === 'stroke') return { ...base, kind: 'stroke', size: [200, 160], props: strokeProps(i) };
  if (role === 'shape')
    return { ...base, kind: 'shape', size: [180, 140], text: text.slice(0, 20), props: { form: FORMS[i % 5], color } };
  return { ...base, kind: 'note', text, props: { color } };
}

/** Puts the wall on a board. */
export function putWall(board: BoardDoc, notes: readonly BenchNote[], wall: BenchWall): Put {
  if (wall.areas) return putClusters(board, notes, wall.areas);
  if (wall.grid) return putGrid(board, notes, wall.grid);
  return { ids: putLoose(board, notes, wall.mixed === true), areas: [] };
}

function putClusters(board: BoardDoc, notes: readonly BenchNote[], clusters: readonly BenchCluster[]): Put {
  const areas = createElements(
    board,
    'seed',
    clusters.map(({ x, y, w, title, colour }) => ({
      ...{ kind: 'cluster', parent: null, at: { x, y }, size: [w, 160] as const, text: title },
      ...(colour !== null && { props: { color: NOTE_COLORS[colour] } }),
    })),
  );
  const homeOf = new Map(clusters.flatMap(({ members }, k) => members.map((i) => [i, areas[k] as ElementId] as const)));
  const drafts = notes.map((note) => ({
    ...draftOf(note, 'note'),
    parent: homeOf.get(note.i) as ElementId,
    into: { before: null },
  }));
  return { ids: createElements(board, 'seed', drafts), areas };
}

/** A rising key for each of a few. */
const keyOf = (n: number): string => `b${String(n).padStart(2, '0')}V`;

function putGrid(board: BoardDoc, notes: readonly BenchNote[], { x, y, rows, columns, cells }: BenchGrid): Put {
  const named = (family: string, names: readonly Props[]): [string, Props][] =>
    names.map((value, n) => [`${family}:${family}${n}`, { ...value, z: keyOf(n) }]);
  const props = Object.fromEntries([
    ...named(
      'row',
      rows.map(({ name }) => ({ name, type: 'notes' })),
    ),
    ...named(
      'col',
      columns.map(({ name, w }) => ({ name, width: w })),
    ),
  ]);
  const areas = createElements(board, 'seed', [{ kind: 'grid', parent: null, at: { x, y }, props }]);
  const cellOf = new Map(
    cells.flatMap((members, n) => {
      const cell = `row${Math.floor(n / columns.length)}:col${n % columns.length}`;
      return members.map((i) => [i, cell] as const);
    }),
  );
  const drafts = notes.map((note) => ({
    ...draftOf(note, 'note'),
    parent: areas[0] as ElementId,
    into: { before: null, cell: cellOf.get(note.i) as string },
  }));
  return { ids: createElements(board, 'seed', drafts), areas };
}

/** The note that stands after one in its cluster, or in its cell. */
export function followerOf(board: BoardDoc, ids: readonly ElementId[], i: number): number | null {
  const id = ids[i] as ElementId;
  const area = board.tree.parent(id);
  if (area === null) return null;
  const cell = board.get(id)?.place[3];
  const siblings = board.arrangements.laidOut(area).filter(({ place }) => place[3] === cell);
  const next = siblings[siblings.findIndex((sibling) => sibling.id === id) + 1];
  return next ? ids.indexOf(next.id) : null;
}

function putLoose(board: BoardDoc, notes: readonly BenchNote[], isMixed: boolean): ElementId[] {
  const roles = notes.map(({ i }) => (isMixed ? roleOf(i) : 'note'));
  const standing = notes.filter((_, k) => roles[k] !== 'connector');
  const made = createElements(
    board,
    'seed',
    standing.map((note) => draftOf(note, isMixed ? roleOf(note.i) : 'note')),
  );
  const idAt = new Map(standing.map(({ i }, k) => [i, made[k] as ElementId]));
  const joining = notes.filter((_, k) => roles[k] === 'connector');
  const joined = createElements(
    board,
    'seed',
    joining.map(({ i, x, y }) => {
      const end = (id: ElementId | undefined, shift: number): Props => ({ ...(id && { id }), x: 100 + shift, y: 100 });
      const from = end(idAt.get(i - placeOf(i) + FIRST_CONNECTOR - 1), -150);
      const to = end(idAt.get(i - placeOf(i) + FIRST_NOTE), 150);
      const props = { from, to, routing: ROUTINGS[i % ROUTINGS.length] };
      return { kind: 'connector', parent: null, at: { x, y }, props };
    }),
  );
  for (const [k, { i }] of joining.entries()) idAt.set(i, joined[k] as ElementId);
  return notes.map(({ i }) => idAt.get(i) as ElementId);
}
