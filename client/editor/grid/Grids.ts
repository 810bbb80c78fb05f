/**
 * Working in a grid: the cell one stands in, where one goes from there, what is written there, all by keyboard and said aloud. What is done to
 * rows and columns is in `GridLanes.ts`, fetched when it is first wanted; keys are in `gridKeys.ts`.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { NUDGE } from '../../../shared/board/History.ts';
import { createElements, moveElements } from '../../../shared/board/operations.ts';
import type { Direction, Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { asGridLayout, GRID, type GridLayout } from '../../../shared/elements/grid/layout.ts';
import { stepInGrid } from '../../../shared/elements/grid/moving.ts';
import {
  asGrid,
  cellOf,
  columnsOf,
  type GridProps,
  type LaneRef,
  rowsOf,
} from '../../../shared/elements/grid/props.ts';
import { findKind } from '../../../shared/elements/registry.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { Disposables } from '../../../shared/lib/disposable.ts';
import type { CameraControl } from '../CameraControl.ts';
import { type EditorState, nextPropsOf } from '../EditorState.ts';
import type { Notify } from '../Notice.ts';
import { nameOf } from '../nameOf.ts';
import type { Permits } from '../Permits.ts';
import type { Selection } from '../Selection.ts';
import type { Typing } from '../Typing.ts';
import type { GridCursor } from './GridCursor.ts';
import { type Axis, laneName, lanesOf } from './lanesOf.ts';

export interface GridState {
  /** The lane whose name is being written. */
  readonly naming: LaneRef | null;
}

interface GridPorts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  readonly camera: CameraControl;
  readonly selection: Selection;
  readonly typing: Typing;
  readonly permits: Permits;
  readonly notify: Notify;
}

/** What is written in a cell: the kind of a contribution. */
const CONTRIBUTION = 'note';
/** A note for long text is as wide as its column and flat. */
const TEXT_HEIGHT = 120;
const SPOKEN_CHARS = 200;
/** What the tools cover at the left edge of the window, in screen pixels. */
const BESIDE_PX = 72;

export class Grids {
  readonly store: StoreApi<GridState>;
  readonly #ports: GridPorts;
  readonly #disposables = new Disposables();
  /** The note one writes in since Enter in a cell: after it, one stands in the cell again. */
  #written: { readonly id: ElementId; readonly cursor: GridCursor } | null = null;
  /** Where among its own the row and the column were in which one stood last. */
  #spot = { row: 0, column: 0 };

  constructor(ports: GridPorts) {
    this.#ports = ports;
    this.store = createStore<GridState>(() => ({ naming: null }));
    const { store, typing, board } = ports;
    this.#disposables.add(
      store.subscribe(({ selection, editing, readOnly }, old) => {
        if (selection !== old.selection && editing === null) this.#keepCursor();
        if (readOnly && !old.readOnly) this.rename(null);
      }),
    );
    this.#disposables.add(board.onChange(() => this.#keepCursor()));
    // A hand that ends the words has gone elsewhere: nothing is taken from under it.
    this.#disposables.add(
      typing.onChange((id) => {
        if (id === null) this.#written = null;
      }),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** The grid that is selected alone; `null` otherwise. */
  get selected(): Element<GridProps> | null {
    const { board, selection } = this.#ports;
    return selection.single === null ? null : asGrid(board.get(selection.single));
  }

  get cursor(): GridCursor | null {
    return this.#ports.store.getState().cell;
  }

  layout(id: ElementId): GridLayout | null {
    return asGridLayout(this.#ports.board.arrangements.of(id));
  }

  /** The lane one stands on the name of, or in; `null` where one stands nowhere. */
  lane(axis: Axis): LaneRef | null {
    const { cursor } = this;
    const id = axis === 'row' ? cursor?.row : cursor?.column;
    return cursor && id ? { grid: cursor.grid, axis, id } : null;
  }

  /** The lane on whose name one stands. */
  get header(): LaneRef | null {
    const { cursor } = this;
    if (!cursor) return null;
    if (cursor.row === null) return this.lane('column');
    return cursor.column === null ? this.lane('row') : null;
  }

  /** Stands in a cell, or on a name; says what is there. */
  stand(cursor: GridCursor | null): void {
    const { camera, store } = this.#ports;
    store.setState({ cell: cursor });
    if (cursor) this.#remember(cursor);
    const box = cursor && this.boxOf(cursor);
    if (!cursor || !box) return;
    // The names that the window keeps at its edges cover no cell in which one stands.
    const side = cursor.column === null ? 0 : GRID.side + BESIDE_PX / camera.current.zoom;
    const top = cursor.row === null ? 0 : GRID.header;
    camera.reveal({ x: box.x - side, y: box.y - top, w: box.w + side, h: box.h + top });
    this.#say(cursor);
  }

  /** One cell on; from nowhere, to the first cell. False at the edge. */
  walk(grid: Element<GridProps>, direction: Direction): boolean {
    const rows = [null, ...rowsOf(grid.props).map(({ id }) => id)];
    const columns = [null, ...columnsOf(grid.props).map(({ id }) => id)];
    const { cursor } = this;
    if (!cursor || cursor.grid !== grid.id) {
      const first = { grid: grid.id, row: rows[1] ?? null, column: columns[1] ?? null };
      if (first.row === null && first.column === null) return false;
      this.stand(first);
      return true;
    }
    const r = rows.indexOf(cursor.row) + (direction === 'down' ? 1 : direction === 'up' ? -1 : 0);
    const c = columns.indexOf(cursor.column) + (direction === 'right' ? 1 : direction === 'left' ? -1 : 0);
    if (r < 0 || c < 0 || r >= rows.length || c >= columns.length || (r === 0 && c === 0)) return false;
    this.stand({ grid: grid.id, row: rows[r] as string | null, column: columns[c] as string | null });
    return true;
  }

  /** The next cell or the one before, line by line; from the name of a column, the next name. False past the last and the first. */
  next(grid: Element<GridProps>, direction: 1 | -1): boolean {
    const cell = this.#neighbour(grid, direction);
    if (cell) this.stand(cell);
    return cell !== null;
  }

  /** Whether there is a next cell. */
  hasNext(grid: Element<GridProps>, direction: 1 | -1): boolean {
    return this.#neighbour(grid, direction) !== null;
  }

  /** Stands on the name of a row or a column. */
  standOn(lane: LaneRef): void {
    this.stand({ grid: lane.grid, ...refOf(lane) });
  }

  /** Says once more where one stands. */
  sayCell(): void {
    if (this.cursor) this.#say(this.cursor);
  }

  /** A note in the cell one stands in, to be written in at once. */
  addNote(cursor: GridCursor): ElementId | null {
    const { board, permits, selection, store, typing } = this.#ports;
    const grid = asGrid(board.get(cursor.grid));
    const row = grid && rowsOf(grid.props).find(({ id }) => id === cursor.row);
    if (!grid || !row || cursor.column === null) return null;
    const kind = CONTRIBUTION;
    if (!permits.mayAdd(1) || permits.allowed([kind], () => permits.mayPlace(kind, grid.id)).length === 0) return null;
    if (!permits.mayWriteIn(kind, grid.id)) return null;
    const width = this.layout(grid.id)?.columns.find(({ column }) => column.id === cursor.column)?.w ?? GRID.column;
    const [w, h] = findKind(kind)?.defaultSize ?? [200, 200];
    const size = row.type === 'text' ? ([Math.round(width - 2 * GRID.pad), TEXT_HEIGHT] as const) : ([w, h] as const);
    const cell = cellOf(row.id, cursor.column);
    const [id = null] = createElements(board, 'create', [
      {
        ...{ kind, parent: grid.id, at: board.tree.origin(grid.id), size, into: { before: null, cell } },
        props: nextPropsOf(store.getState(), kind),
      },
    ]);
    if (id === null) return null;
    selection.set([id], { silently: true });
    this.#written = { id, cursor };
    store.setState({ cell: null });
    if (!typing.begin(id, { fresh: true })) {
      this.#written = null;
      this.#standAgain(cursor);
    }
    return id;
  }

  /** A key ends a note that was begun in a cell: one stands in that cell again, or in the next. False where it was not begun there. */
  leave(id: ElementId | null, direction: 1 | -1 | 0 = 0): boolean {
    const written = this.#written;
    if (id === null || written?.id !== id) return false;
    this.#ports.typing.end();
    this.#standAgain(written.cursor);
    const grid = asGrid(this.#ports.board.get(written.cursor.grid));
    if (grid && direction !== 0) this.next(grid, direction);
    return true;
  }

  /** Moves the last note of the cell one stands in, and goes along with it. */
  carry(direction: Direction): boolean {
    const { board, permits } = this.#ports;
    const { cursor } = this;
    const grid = cursor && asGrid(board.get(cursor.grid));
    const layout = cursor && this.layout(cursor.grid);
    if (!grid || !layout || cursor.row === null || cursor.column === null) return false;
    const id = layout.cells.get(cellOf(cursor.row, cursor.column))?.at(-1);
    if (id === undefined) return false;
    const children = board.arrangements.laidOut(grid.id);
    const into = stepInGrid(grid, children, id, direction);
    if (!into || permits.changeable([id], 'move').length === 0) return true;
    moveElements(board, NUDGE, [{ id, parent: grid.id, to: board.tree.origin(id), into }], permits.order);
    const [row, column] = (into.cell ?? '').split(':');
    if (row && column) this.stand({ grid: grid.id, row, column });
    return true;
  }

  /** Asks for the name of a row or a column, where it stands; for none, where it may not be written. */
  rename(lane: LaneRef | null): void {
    const isFree = lane !== null && this.#ports.permits.changeable([lane.grid], 'edit').length > 0;
    this.store.setState({ naming: isFree ? lane : null });
  }

  /** The page box of a cell or a name. */
  boxOf({ grid, row, column }: GridCursor): Box | null {
    const layout = this.layout(grid);
    const frame = this.#ports.board.frame(grid);
    if (!layout || !frame) return null;
    const across = column === null ? { x: 0, w: GRID.side } : layout.columns.find((lane) => lane.column.id === column);
    const down = row === null ? { y: 0, h: GRID.header } : layout.rows.find((lane) => lane.row.id === row);
    return across && down ? { x: frame.x + across.x, y: frame.y + down.y, w: across.w, h: down.h } : null;
  }

  #neighbour(grid: Element<GridProps>, direction: 1 | -1): GridCursor | null {
    const { cursor } = this;
    if (!cursor) return null;
    const columns = columnsOf(grid.props);
    const rows = rowsOf(grid.props);
    const across = columns.findIndex(({ id }) => id === cursor.column);
    const name = cursor.row === null ? columns[across + direction] : undefined;
    if (name) return { grid: grid.id, row: null, column: name.id };
    // The name of a row stands between the line before it and its own first cell.
    const from = cursor.column === null && direction === -1 ? 0 : across;
    const at = rows.findIndex(({ id }) => id === cursor.row) * columns.length + from + direction;
    const row = rows[Math.floor(at / columns.length)];
    const column = columns[at % columns.length];
    return at >= 0 && row && column ? { grid: grid.id, row: row.id, column: column.id } : null;
  }

  /** Back in the cell that was written in. */
  #standAgain(cursor: GridCursor): void {
    const { board, selection } = this.#ports;
    if (!asGrid(board.get(cursor.grid))) return;
    selection.set([cursor.grid], { silently: true });
    this.stand(cursor);
  }

  /** Who selects something else stands nowhere; a lane that goes leaves one on what is left. */
  #keepCursor(): void {
    const { cursor } = this;
    const { naming } = this.store.getState();
    if (naming && !this.#exists({ ...naming, ...refOf(naming) })) this.store.setState({ naming: null });
    if (!cursor) return;
    const { store } = this.#ports;
    const grid = this.selected;
    if (grid?.id !== cursor.grid) {
      store.setState({ cell: null });
      return;
    }
    const [rows, columns] = [rowsOf(grid.props), columnsOf(grid.props)];
    const row = stayOn(rows, cursor.row, this.#spot.row);
    const column = stayOn(columns, cursor.column, this.#spot.column);
    this.#remember({ grid: grid.id, row, column });
    if (row === cursor.row && column === cursor.column) return;
    // Nothing left of a kind: the corner. A name would be one that the next key meant for a cell takes away.
    const isLeft = (row !== null) === (cursor.row !== null) && (column !== null) === (cursor.column !== null);
    store.setState({ cell: isLeft ? { grid: grid.id, row, column } : { grid: grid.id, row: null, column: null } });
  }

  #remember({ grid, row, column }: GridCursor): void {
    const props = asGrid(this.#ports.board.get(grid))?.props;
    if (props) this.#spot = { row: placeOf(rowsOf(props), row), column: placeOf(columnsOf(props), column) };
  }

  #exists({ grid, row, column }: GridCursor): boolean {
    const element = asGrid(this.#ports.board.get(grid));
    if (!element) return false;
    return (
      (row === null || rowsOf(element.props).some(({ id }) => id === row)) &&
      (column === null || columnsOf(element.props).some(({ id }) => id === column))
    );
  }

  #say({ grid, row, column }: GridCursor): void {
    const { board, notify, store } = this.#ports;
    const element = asGrid(board.get(grid));
    if (!element) return;
    if (row === null && column === null) return;
    const laneOf = (axis: Axis, id: string): string => laneName(element, axis, id, store.getState().locale);
    if (row === null || column === null) {
      const axis = row === null ? 'column' : 'row';
      const id = row ?? column ?? '';
      const lanes = lanesOf(element, axis);
      const values = {
        name: laneOf(axis, id),
        position: lanes.findIndex((one) => one.id === id) + 1,
        count: lanes.length,
      };
      notify({ kind: 'announce', id: axis === 'row' ? 'grid.say.row' : 'grid.say.column', values });
      return;
    }
    const ids = this.layout(grid)?.cells.get(cellOf(row, column)) ?? [];
    const text = ids
      .map((id) => nameOf(board.get(id)))
      .join(', ')
      .slice(0, SPOKEN_CHARS);
    const values = {
      ...{ row: laneOf('row', row), column: laneOf('column', column) },
      ...{ count: ids.length, text },
    };
    notify({ kind: 'announce', id: 'grid.say.cell', values });
  }
}

/** The same row or column; once it has gone, the one that has come to its place, or the last. */
function stayOn(lanes: readonly { readonly id: string }[], id: string | null, spot: number): string | null {
  if (id === null || lanes.some((lane) => lane.id === id)) return id;
  return lanes[Math.min(spot, lanes.length - 1)]?.id ?? null;
}

const placeOf = (lanes: readonly { readonly id: string }[], id: string | null): number =>
  Math.max(
    0,
    lanes.findIndex((lane) => lane.id === id),
  );

const refOf = ({ axis, id }: LaneRef): Pick<GridCursor, 'row' | 'column'> =>
  axis === 'row' ? { row: id, column: null } : { row: null, column: id };
