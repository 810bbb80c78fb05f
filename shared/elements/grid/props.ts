/**
 * What a grid is made of: rows and columns, each a prop of its own, so that two people who add one at once both keep theirs. Names them where
 * people gave no name. Where things stand is in `layout.ts`.
 */
import type { Locale } from '../../control/Control.ts';
import type { Result } from '../../lib/result.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Element, ElementId } from '../ElementKind.ts';
import { isZ, type Member, memberReader } from '../families.ts';
import { isOneOf, isRecord, isText, optional, readProps } from '../readProps.ts';
import { type CellTakes, isCellTakes, TAKES } from '../takes.ts';
import { dayText, isDay } from './days.ts';

export const ROW_TYPES = ['notes', 'text', 'emotion', 'picture'] as const;
export type RowType = (typeof ROW_TYPES)[number];

export type RowValue = {
  readonly name: string;
  readonly type: RowType;
  readonly z: string;
  /** At least so high; higher where what lies in it needs the room. */
  readonly height?: number;
};

export type ColumnValue = {
  readonly name: string;
  readonly z: string;
  /** At least so wide. */
  readonly width?: number;
  /** The day it stands for, `YYYY-MM-DD`: of no time zone. */
  readonly date?: string;
};

export type Row = Member<RowValue>;
export type Column = Member<ColumnValue>;

/** By what an emotion row tells several lines apart. */
export const LINE_KEYS = ['color', 'tag'] as const;

export type GridProps = {
  /** What it was made from (`presets.ts`). */
  readonly preset?: string;
  /** Several lines in emotion rows; absent: one, the mean of all notes. */
  readonly lines?: (typeof LINE_KEYS)[number];
  /** Whether columns say how many notes they hold. */
  readonly counts?: true;
  readonly [row: `row:${string}`]: RowValue;
  readonly [column: `col:${string}`]: ColumnValue;
  /** What its cells take in when people ask for it. */
  readonly [rule: `takes:${string}`]: CellTakes;
};

/** A row or a column of a grid. */
export interface LaneRef {
  readonly grid: ElementId;
  readonly axis: 'row' | 'column';
  readonly id: string;
}

export const ROW = 'row';
export const COLUMN = 'col';

/** What of a row and of a column has a key of its own once it is changed, so that nobody's change takes another's back. */
export const ROW_PARTS = { name: 'rowname', type: 'rowtype', z: 'roworder', height: 'rowheight' } as const;
export const COLUMN_PARTS = { name: 'colname', z: 'colorder', width: 'colwidth', date: 'coldate' } as const;

/** How small and large rows and columns may be drawn, in board units. */
export const LANE = { minWidth: 96, maxWidth: 2_000, minHeight: 64, maxHeight: 2_000 } as const;

const isMeasure = (min: number, max: number) =>
  optional((value) => typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max);

const ROW_CHECKS = {
  name: isText(LIMITS.titleChars),
  type: isOneOf(ROW_TYPES),
  z: isZ,
  height: isMeasure(LANE.minHeight, LANE.maxHeight),
};
const COLUMN_CHECKS = {
  name: isText(LIMITS.titleChars),
  z: isZ,
  width: isMeasure(LANE.minWidth, LANE.maxWidth),
  date: optional(isDay),
};

/** The same checks, by the family of each part. */
const partChecks = <P extends string>(
  parts: Readonly<Record<P, string>>,
  checks: Readonly<Record<P, (value: unknown) => boolean>>,
): Record<string, (value: unknown) => boolean> =>
  Object.fromEntries((Object.keys(parts) as P[]).map((part) => [parts[part], isRecord({ is: checks[part] })]));

const FAMILIES = {
  [ROW]: isRecord(ROW_CHECKS),
  [COLUMN]: isRecord(COLUMN_CHECKS),
  [TAKES]: isCellTakes,
  ...partChecks(ROW_PARTS, ROW_CHECKS),
  ...partChecks(COLUMN_PARTS, COLUMN_CHECKS),
};

/** The families of a grid's keys. */
export const GRID_FAMILIES: readonly string[] = Object.keys(FAMILIES);

/** Reads the props of a grid, or says what is wrong with them. */
export const parseGrid = (props: Readonly<Record<string, unknown>>): Result<GridProps> =>
  readProps<GridProps>(
    props,
    {},
    {
      preset: optional(isText(40)),
      lines: optional(isOneOf(LINE_KEYS)),
      counts: optional((value) => value === true),
    },
    FAMILIES,
  );

/** The rows, from top to bottom. */
export const rowsOf = memberReader<RowValue>(ROW, ROW_PARTS) as (props: GridProps) => readonly Row[];

/** The columns, from left to right. */
export const columnsOf = memberReader<ColumnValue>(COLUMN, COLUMN_PARTS) as (props: GridProps) => readonly Column[];

/** The cell of a row and a column, as it stands in `place`. */
export const cellOf = (row: string, column: string): string => `${row}:${column}`;

/** What a row is called where nobody named it: its number. */
export const rowName = ({ name }: Row, index: number): string => oneLine(name) || String(index + 1);

/** What a column is called: its name, else its day, else a letter. */
export const columnName = ({ name, date }: Column, index: number, locale: Locale | null): string =>
  oneLine(name) || (date === undefined ? letterOf(index) : locale === null ? date : dayText(date, locale));

/** A, B … Z, AA, AB … as spreadsheets have it. */
export function letterOf(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** An element as the grid it is; `null` for all others. */
export const asGrid = (element: Element | undefined): Element<GridProps> | null =>
  element?.kind === 'grid' && element.problem === undefined ? (element as Element<GridProps>) : null;

/** What a new grid begins with: three rows and three columns without names. */
export const BLANK_GRID: GridProps = {
  'row:r1': { name: '', type: 'notes', z: 'a0' },
  'row:r2': { name: '', type: 'notes', z: 'a1' },
  'row:r3': { name: '', type: 'notes', z: 'a2' },
  'col:c1': { name: '', z: 'a0' },
  'col:c2': { name: '', z: 'a1' },
  'col:c3': { name: '', z: 'a2' },
};
