/**
 * « Ranger »: puts boxes into a grid in the order given, or group after group with a wider gap between groups. Sizes stay as they are and
 * nothing lies over anything else; columns and rows are as wide and as high as what stands in them.
 */
import type { Vec } from './vec.ts';

export interface TidyItem {
  readonly id: string;
  readonly w: number;
  readonly h: number;
}

export interface TidyRoom {
  /** Top left of what is laid out. */
  readonly at: Vec;
  /** The room there is: kept where it can be. Absent on the open wall. */
  readonly size?: { readonly w: number; readonly h: number };
}

/** Between neighbours, and between groups. Narrower ones are tried where the room is small. */
const GAPS = [
  { gap: 20, between: 80 },
  { gap: 12, between: 40 },
  { gap: 6, between: 20 },
] as const;
type Gaps = (typeof GAPS)[number];

/** Width to height of a group on the open wall: a little wider than high, as screens are. */
const SHAPE = 1.5;
/** So many column counts are tried: beyond, a row is wider than anyone reads. */
const MOST_COLUMNS = 60;

interface Block {
  readonly w: number;
  readonly h: number;
  readonly spots: readonly { readonly id: string; readonly x: number; readonly y: number }[];
}

/** Where each item goes, by id. Empty groups take no room. */
export function tidy(groups: readonly (readonly TidyItem[])[], room: TidyRoom): Map<string, Vec> {
  const filled = groups.filter((group) => group.length > 0);
  const laid = layOut(filled, room.size);
  const places = new Map<string, Vec>();
  for (const { id, x, y } of laid.spots) places.set(id, { x: Math.round(room.at.x + x), y: Math.round(room.at.y + y) });
  return places;
}

function layOut(groups: readonly (readonly TidyItem[])[], size: TidyRoom['size']): Block {
  let best: Block | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const gaps of GAPS) {
    for (const target of targets(groups, gaps)) {
      const block = shelve(
        groups.map((group) =>
          gridFor(group, gaps.gap, groups.length === 1 ? target : Math.min(target, blockWidth(group))),
        ),
        target,
        gaps.between,
      );
      const cost = costOf(block, size);
      if (cost < bestCost) {
        bestCost = cost;
        best = block;
      }
    }
    // The widest gaps that fit are the best ones; on the open wall, the first.
    if (best && (!size || (best.w <= size.w && best.h <= size.h))) return best;
  }
  return best ?? { w: 0, h: 0, spots: [] };
}

/** What is outside the room weighs most, and sideways more than below; then how far the whole is from a good shape. */
function costOf({ w, h }: Block, size: TidyRoom['size']): number {
  const shape = size ? size.w / Math.max(1, size.h) : SHAPE;
  const off = Math.abs(Math.log(Math.max(1, w) / Math.max(1, h) / shape));
  if (!size) return off;
  return off + (Math.max(0, w - size.w) / size.w) * 1e6 + (Math.max(0, h - size.h) / size.h) * 1e3;
}

/** Widths worth trying: of one to many columns. */
function targets(groups: readonly (readonly TidyItem[])[], { gap, between }: Gaps): number[] {
  const items = groups.flat();
  const widest = Math.max(0, ...groups.map((group) => group.reduce((most, { w }) => Math.max(most, w), 0)));
  const columns = Math.min(MOST_COLUMNS, items.length);
  const inner = groups.length === 1 ? gap : (gap + between) / 2;
  return Array.from({ length: columns }, (_, n) => (n + 1) * widest + n * inner);
}

/** The width at which a group alone has a good shape. */
function blockWidth(group: readonly TidyItem[]): number {
  const surface = group.reduce((sum, { w, h }) => sum + (w + 20) * (h + 20), 0);
  const widest = group.reduce((most, { w }) => Math.max(most, w), 0);
  return Math.max(widest, Math.sqrt(surface));
}

/** A group as a grid of as many columns as fit into a width, at least one. */
function gridFor(group: readonly TidyItem[], gap: number, width: number): Block {
  const narrowest = group.reduce((least, { w }) => Math.min(least, w), Number.POSITIVE_INFINITY);
  let columns = Math.max(1, Math.min(group.length, MOST_COLUMNS, Math.floor((width + gap) / (narrowest + gap))));
  let widths = columnWidths(group, columns);
  while (columns > 1 && total(widths, gap) > width) widths = columnWidths(group, --columns);
  const spots: Block['spots'][number][] = [];
  let y = 0;
  for (let row = 0; row * columns < group.length; row++) {
    const line = group.slice(row * columns, (row + 1) * columns);
    let x = 0;
    for (const [column, { id }] of line.entries()) {
      spots.push({ id, x, y });
      x += (widths[column] ?? 0) + gap;
    }
    y += line.reduce((most, { h }) => Math.max(most, h), 0) + gap;
  }
  return { w: total(widths, gap), h: y - gap, spots };
}

function columnWidths(group: readonly TidyItem[], columns: number): number[] {
  const widths = new Array<number>(columns).fill(0);
  for (const [index, { w }] of group.entries()) {
    const column = index % columns;
    widths[column] = Math.max(widths[column] ?? 0, w);
  }
  return widths;
}

const total = (widths: readonly number[], gap: number): number =>
  widths.reduce((sum, w) => sum + w, 0) + gap * (widths.length - 1);

/** Blocks side by side, on as many shelves as a width asks for. */
function shelve(blocks: readonly Block[], width: number, between: number): Block {
  const spots: Block['spots'][number][] = [];
  let x = 0;
  let y = 0;
  let shelf = 0;
  let w = 0;
  for (const block of blocks) {
    if (x > 0 && x + block.w > width) {
      x = 0;
      y += shelf + between;
      shelf = 0;
    }
    for (const spot of block.spots) spots.push({ id: spot.id, x: x + spot.x, y: y + spot.y });
    w = Math.max(w, x + block.w);
    x += block.w + between;
    shelf = Math.max(shelf, block.h);
  }
  return { w, h: y + shelf, spots };
}
