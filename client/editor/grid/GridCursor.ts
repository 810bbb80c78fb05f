/** Where one stands in a grid: a cell, the name of a row (no column), or that of a column (no row). */
import type { ElementId } from '../../../shared/elements/ElementKind.ts';

export interface GridCursor {
  readonly grid: ElementId;
  readonly row: string | null;
  readonly column: string | null;
}
