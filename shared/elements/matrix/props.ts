/** What a matrix is made of: its props, their limits, the tints of its parts, and which of its children are placed on it. */
import type { NoteColor } from '../../theme/tokens.ts';
import type { Element } from '../ElementKind.ts';
import type { Axis } from './axis.ts';

export type MatrixProps = {
  /** From left to right. */
  readonly x: Axis;
  /** From the bottom up. */
  readonly y: Axis;
  /** Names of the parts, row by row from the top left; fewer or more than there are parts does no harm. */
  readonly quadrants?: readonly string[];
  readonly columns: number;
  readonly rows: number;
  /** Whether the parts are tinted; absent: they are. */
  readonly tint?: 'quadrants' | 'none';
  /** How much the first axis counts in a ranking over both, from 0 to 1; absent: as much as the other. */
  readonly weight?: number;
};

export const MATRIX_LIMITS = { parts: 6 } as const;
export const TINTS = ['quadrants', 'none'] as const;
/** Tints of the parts, so that no two side by side or one above the other have the same. */
export const PART_TINTS: readonly NoteColor[] = ['blue', 'green', 'purple', 'orange', 'grey', 'pink'];

/** Kinds that are placed on a matrix; titles, shapes and lines that somebody puts there are part of its drawing. */
const PLACED: ReadonlySet<string> = new Set(['note', 'image', 'cluster']);

/** Whether an element on a matrix is one of those that are to be placed. */
export const countsOn = (child: Pick<Element, 'kind'>): boolean => PLACED.has(child.kind);

/** An element as a matrix, where it is one that can be read. */
export const asMatrix = (element: Element | undefined): Element<MatrixProps> | null =>
  element?.kind === 'matrix' && element.problem === undefined ? (element as unknown as Element<MatrixProps>) : null;
