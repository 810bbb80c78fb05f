/** What the editor knows to do that nobody needs before they have asked for it: fetched as one piece, by `Later`. Wiring only. */
import { Pasting, type PastingPorts } from './clipboard/Pasting.ts';
import { Ordering, type OrderingPorts } from './Ordering.ts';
import { Sorting, type SortingPorts } from './sorting/Sorting.ts';

export type ExtraPorts = PastingPorts & OrderingPorts & SortingPorts;

export interface Extras {
  readonly pasting: Pasting;
  readonly ordering: Ordering;
  readonly sorting: Sorting;
}

export const createExtras = (ports: ExtraPorts): Extras => ({
  pasting: new Pasting(ports),
  ordering: new Ordering(ports),
  sorting: new Sorting(ports),
});
