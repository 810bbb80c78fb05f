/** What a hand takes hold of within a grid: the border of a column or a row, a name (to put it elsewhere), a point of a curve. */
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { countsOn, toPlaceY } from '../../../shared/elements/grid/emotion.ts';
import {
  type ColumnLane,
  GRID,
  type GridLayout,
  heightOf,
  type RowLane,
  valueAt,
} from '../../../shared/elements/grid/layout.ts';
import { type Around, layoutIn } from '../../../shared/elements/grid/layoutIn.ts';
import { dotsOf } from '../../../shared/elements/grid/paintEmotion.ts';
import { cellOf, type GridProps, LANE } from '../../../shared/elements/grid/props.ts';
import { distance, type Vec } from '../../../shared/geometry/vec.ts';
import type { Part as AnyPart } from '../ElementView.ts';

type Part = AnyPart<GridProps>;

/** The part of a grid at a point relative to its top left; `null` where there is none. */
export function gridPart(element: Element<GridProps>, point: Vec, reach: number, around: Around): Part | null {
  const layout = layoutIn(element, around);
  return (
    borderAt(element.id, layout, point, reach) ??
    nameAt(element, layout, point) ??
    dotAt(element, layout, point, reach, around)
  );
}

function borderAt(grid: ElementId, layout: GridLayout, point: Vec, reach: number): Part | null {
  if (point.y >= 0 && point.y < GRID.header) {
    const taken = layout.columns.find(({ x, w }) => Math.abs(point.x - x - w) <= reach);
    if (!taken) return null;
    const lane = { grid, axis: 'column', id: taken.column.id } as const;
    return {
      cursor: 'col-resize',
      lane: null,
      isOfSelected: true,
      pull: ({ x }, element, around) => {
        const now = layoutIn(element, around);
        const held = now.columns.find(({ column }) => column.id === lane.id);
        if (!held) return null;
        const width = Math.round(Math.min(LANE.maxWidth, Math.max(LANE.minWidth, x - held.x)));
        return { lines: [upright(held.x + width, 0, footOf(now))], changes: { lane, values: { width } } };
      },
    };
  }
  if (point.x < 0 || point.x >= GRID.side) return null;
  const taken = layout.rows.find(({ y, h }) => Math.abs(point.y - y - h) <= reach);
  if (!taken) return null;
  const lane = { grid, axis: 'row', id: taken.row.id } as const;
  return {
    cursor: 'row-resize',
    lane: null,
    isOfSelected: true,
    pull: ({ y }, element, around) => {
      const now = layoutIn(element, around);
      const held = now.rows.find(({ row }) => row.id === lane.id);
      if (!held) return null;
      const height = Math.round(Math.min(LANE.maxHeight, Math.max(LANE.minHeight, y - held.y)));
      return { lines: [level(held.y + height, 0, now.size[0])], changes: { lane, values: { height } } };
    },
  };
}

function nameAt(element: Element<GridProps>, layout: GridLayout, point: Vec): Part | null {
  const column =
    point.y >= 0 && point.y < GRID.header
      ? layout.columns.find(({ x, w }) => point.x >= x && point.x < x + w)
      : undefined;
  if (column) {
    const lane = { grid: element.id, axis: 'column', id: column.column.id } as const;
    return {
      cursor: 'grab',
      lane,
      isOfSelected: true,
      pull: ({ x }, now, around) => {
        const { columns, ...rest } = layoutIn(now, around);
        const next = columns.find((one) => x < one.x + one.w / 2);
        const at = next?.x ?? rest.size[0];
        return {
          lines: [upright(at, 0, footOf(rest))],
          moves: { lane, before: next?.column.id ?? null },
        };
      },
    };
  }
  const row =
    point.x >= 0 && point.x < GRID.side ? layout.rows.find(({ y, h }) => point.y >= y && point.y < y + h) : undefined;
  if (!row) return null;
  const lane = { grid: element.id, axis: 'row', id: row.row.id } as const;
  return {
    cursor: 'grab',
    lane,
    isOfSelected: true,
    pull: ({ y }, now, around) => {
      const shown = layoutIn(now, around);
      const next = shown.rows.find((one) => y < one.y + one.h / 2);
      const at = next?.y ?? footOf(shown);
      return {
        lines: [level(at, 0, shown.size[0])],
        moves: { lane, before: next?.row.id ?? null },
      };
    },
  };
}

/** The point of one note, where the curve shows one for each. */
function dotAt(
  element: Element<GridProps>,
  layout: GridLayout,
  point: Vec,
  reach: number,
  around: Around,
): Part | null {
  const lane = layout.rows.find(({ y, curve }) => curve > 0 && point.y >= y && point.y < y + curve);
  if (!lane || element.props.lines !== undefined) return null;
  let found: { readonly note: ElementId; readonly far: number } | null = null;
  for (const { note, at } of pointsOf(layout, lane, around)) {
    const far = distance(at, point);
    if (far <= reach + 6 && (found === null || far < found.far)) found = { note, far };
  }
  if (!found) return null;
  const { note } = found;
  return {
    cursor: 'ns-resize',
    lane: null,
    isOfSelected: false,
    pull: ({ y }, now, near) => {
      const shown = layoutIn(now, near);
      const here = shown.rows.find(({ row, curve }) => row.id === lane.row.id && curve > 0);
      const held = here && pointsOf(shown, here, near).find((one) => one.note === note);
      // It lies in another row, or this one asks for something else by now: there is nothing to feel.
      if (!held) return null;
      const value = valueAt(here, y);
      const { x } = held.at;
      return { lines: [level(heightOf(here, value), x - 60, x + 60)], lifts: { id: note, y: toPlaceY(value) } };
    },
  };
}

/** The points of the curve of a row, each with its note. */
const pointsOf = (
  layout: GridLayout,
  lane: RowLane,
  around: Around,
): { readonly note: ElementId; readonly at: Vec }[] =>
  layout.columns.flatMap((column: ColumnLane) => {
    const ids = layout.cells.get(cellOf(lane.row.id, column.column.id)) ?? [];
    const notes = ids.flatMap((id) => around.element(id) ?? []).filter(countsOn);
    return dotsOf(column, lane, notes).flatMap((at, n) => {
      const note = notes[n];
      return note ? [{ note: note.id, at }] : [];
    });
  });

const footOf = ({ rows, size }: Pick<GridLayout, 'rows' | 'size'>): number => {
  const last = rows.at(-1);
  return last ? last.y + last.h : size[1];
};

const upright = (at: number, from: number, to: number) => ({ axis: 'x', kind: 'edge', at, from, to }) as const;
const level = (at: number, from: number, to: number) => ({ axis: 'y', kind: 'edge', at, from, to }) as const;
