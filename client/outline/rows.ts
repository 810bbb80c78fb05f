/** One line of the outline as data, and how high it stands. A line is the same object until something of it that is shown or said changes. */
import type { Element, ElementId, Placing } from '../../shared/elements/ElementKind.ts';
import { nearestPlacing, type PlacedBoard, sayPlacing } from '../../shared/elements/placing.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { isEqual } from '../../shared/lib/equal.ts';
import { measureText } from '../../shared/text/measure.ts';
import { NOTE_COLORS, type NoteColor } from '../../shared/theme/tokens.ts';
import { hasProp } from '../editor/takesProps.ts';
import type { ElementView, Reading } from '../elements/ElementView.ts';
import { viewOf } from '../elements/registry.ts';
import { type Said, saidOf, widthOfSaid } from './said.ts';

/** The two areas that stand on no board: what lies on the bare wall, and what has lost its area. No element can have such an id. */
export const WALL = '(wall)';
export const FOUND = '(found)';

/** An element's id, `WALL` or `FOUND`. */
export type RowId = string;

export const isVirtual = (id: RowId): boolean => id === WALL || id === FOUND;

/** Where a line stands in the tree. */
interface Position {
  readonly id: RowId;
  /** 1 for areas on the wall. */
  readonly level: number;
  /** From 1, among `setSize` siblings that are shown. */
  readonly position: number;
  readonly setSize: number;
  /** How many lie in it; `isExpanded` means something only where there are some. */
  readonly count: number;
  readonly isExpanded: boolean;
}

/** What a line says of its element. */
interface Looks {
  /** Whether something may lie in it. */
  readonly isArea: boolean;
  readonly text: string;
  readonly color: NoteColor | null;
  readonly isLocked: boolean;
  /** Tags, reactions, comments, boxes to tick. */
  readonly said: Said | null;
  /** What the area it lies in says of its place: scores, ring and sector, cell. */
  readonly placing: Placing | null;
  /** Words in place of its text. */
  readonly reads: Reading | null;
  /** `null` for the virtual areas. */
  readonly view: ElementView | null;
}

export interface Row extends Position, Looks {
  /** Whether its text takes two lines. */
  readonly isTall: boolean;
}

/** How wide and how high lines are, in CSS pixels. */
export interface RowMeasures {
  readonly width: number;
  readonly line: number;
  readonly tall: number;
  /** A line one writes in. */
  readonly field: number;
}

export const INDENT_PX = 18;
/** Everything of a line that is not its text: edges, arrow, mark. */
const AROUND_PX = 84;
export const ROW_FONT_PX = 15;

/** What a line shows of its element. Kept as long as the element is the same object: reading texts anew is most of the work. */
export interface Face extends Looks {
  readonly element: Element | null;
}

const NOBODY = { text: '', color: null, isLocked: false, said: null, placing: null, reads: null, view: null } as const;

export function faceOf(element: Element | null, around: PlacedBoard): Face {
  if (!element) return { element, isArea: true, ...NOBODY };
  const kind = kindOf(element);
  const view = viewOf(element);
  return {
    element,
    isArea: kind.isContainer,
    text: kind.outline(element),
    color: colorOf(element),
    isLocked: element.lock,
    said: saidOf(element),
    placing: nearestPlacing(around, element.id),
    reads: view.reads?.(element, around) ?? null,
    view,
  };
}

/** Its colour by name, where it has one of the notes': a line may be of plain ink, a shape without a fill. */
function colorOf({ kind, props: { color } }: Element): NoteColor | null {
  return hasProp(kind, 'color') && (NOTE_COLORS as readonly unknown[]).includes(color) ? (color as NoteColor) : null;
}

/** The line of an element, or of a virtual area. `old` again when nothing that shows has changed. */
export function rowOf(at: Position, face: Face, width: number, old: Row | undefined): Row {
  const { isArea, text, color, isLocked, said, placing, reads, view } = face;
  if (
    old &&
    old.level === at.level &&
    old.position === at.position &&
    old.setSize === at.setSize &&
    old.count === at.count &&
    old.isExpanded === at.isExpanded &&
    old.text === text &&
    old.color === color &&
    old.isLocked === isLocked &&
    isEqual(old.said, said) &&
    isEqual(old.placing, placing) &&
    isEqual(old.reads, reads) &&
    old.view === view
  )
    return old;
  const isTall =
    old?.text === text && old.level === at.level && isEqual(old.said, said) && isEqual(old.placing, placing)
      ? old.isTall
      : needsTwoLines(text, at.level, width - widthOfSaid(said) - widthOfPlacing(placing, width), isArea);
  return { ...at, isArea, text, color, isLocked, said, placing, reads, view, isTall };
}

/** What its place is worth takes at most this share of a line, the rest is cut and told whole to whoever points at it. */
export const PLACING_SHARE = 0.4;
const PLACING_FONT_PX = 13;

function widthOfPlacing(placing: Placing | null, width: number): number {
  if (!placing) return 0;
  return Math.min(PLACING_SHARE * width, measureText(sayPlacing(placing, 'fr'), PLACING_FONT_PX, 400) + 8);
}

/** The narrowest and widest a sign usually is, in font sizes: outside them nothing need be measured. */
const NARROW = 0.33;
const WIDE = 0.75;

function needsTwoLines(text: string, level: number, width: number, isArea: boolean): boolean {
  const room = width - AROUND_PX - (level - 1) * INDENT_PX;
  if (text.length * ROW_FONT_PX * WIDE <= room) return false;
  if (text.length * ROW_FONT_PX * NARROW > room) return true;
  return measureText(text, ROW_FONT_PX, isArea ? 600 : 400) > room;
}

const ACCENTS = /\p{Mn}/gu;

/** A text as people look for it: without accents and capitals. */
export const toSearchText = (text: string): string => text.normalize('NFD').replace(ACCENTS, '').toLowerCase();

/** The area that holds what is put into this line: `null` for the bare wall. */
export const areaOf = (row: Pick<Row, 'id' | 'isArea'>, parent: ElementId | null): ElementId | null =>
  isVirtual(row.id) ? null : row.isArea ? row.id : parent;
