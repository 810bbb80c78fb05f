/** What the editor knows to do that nobody needs before they have asked for it: fetched as one piece, by `Later`. Wiring only. */
import { fromWords } from '../../shared/lib/shuffle.ts';
import { Pasting, type PastingPorts } from './clipboard/Pasting.ts';
import { Gathering, type GatheringPorts } from './clusters/Gathering.ts';
import { Dealing, type DealingPorts } from './decks/Dealing.ts';
import { GridLanes, type LanePorts } from './grid/GridLanes.ts';
import { type MapChangePorts, MapChanges } from './mindmap/MapChanges.ts';
import { Ordering, type OrderingPorts } from './Ordering.ts';
import { type PinEditPorts, PinEdits } from './pins/PinEdits.ts';
import { replayKey } from './replayKey.ts';
import { Spreading, type SpreadingPorts } from './Spreading.ts';
import { Sorting, type SortingPorts } from './sorting/Sorting.ts';

export type ExtraPorts = PastingPorts &
  OrderingPorts &
  SortingPorts &
  Omit<DealingPorts, 'random'> &
  GatheringPorts &
  LanePorts &
  MapChangePorts &
  PinEditPorts &
  SpreadingPorts;

export interface Extras {
  readonly pasting: Pasting;
  readonly ordering: Ordering;
  readonly sorting: Sorting;
  readonly dealing: Dealing;
  readonly gathering: Gathering;
  readonly lanes: GridLanes;
  readonly mapChanges: MapChanges;
  readonly pinEdits: PinEdits;
  readonly spreading: Spreading;
  /** A key that came before all this, pressed once more. */
  readonly replayKey: typeof replayKey;
}

/** Plain http pages have this source of chance too. */
const randomWord = (): number => crypto.getRandomValues(new Uint32Array(1))[0] as number;

export const createExtras = (ports: ExtraPorts): Extras => ({
  pasting: new Pasting(ports),
  ordering: new Ordering(ports),
  sorting: new Sorting(ports),
  dealing: new Dealing({ ...ports, random: fromWords(randomWord) }),
  gathering: new Gathering(ports),
  lanes: new GridLanes(ports),
  mapChanges: new MapChanges(ports),
  pinEdits: new PinEdits(ports),
  spreading: new Spreading(ports),
  replayKey,
});
