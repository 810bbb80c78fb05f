/** When the tour of a wall is on: by itself once for each role on a device, and again whenever the person asks. */
import { useCallback, useState } from 'react';
import type { Role } from '../../../../shared/access/can.ts';
import { useSession } from '../../../session/BoardContext.tsx';
import { useApp } from '../../AppContext.tsx';
import { HINT_SEEN } from '../FirstHint.tsx';

const SEEN = 'pelemele.tour.';

export interface TourControl {
  readonly role: Role;
  readonly isOn: boolean;
  /** Whether the person asked for it: it then takes the focus. */
  readonly isAsked: boolean;
  start(): void;
  /** `whole`: to its last step; what it has said need not be said again. */
  end(whole: boolean): void;
}

export function useTour(): TourControl {
  const { storage } = useApp();
  const role = useSession((state) => state.me?.role ?? 'viewer');
  const [asked, setAsked] = useState(false);
  const [ended, setEnded] = useState<ReadonlySet<Role>>(new Set());
  const isSeen = ended.has(role) || storage.get(SEEN + role) !== null;
  const start = useCallback(() => setAsked(true), []);
  const end = useCallback(
    (whole: boolean) => {
      storage.set(SEEN + role, '1');
      if (whole) storage.set(HINT_SEEN, '1');
      setEnded((before) => new Set([...before, role]));
      setAsked(false);
    },
    [storage, role],
  );
  return { role, isOn: asked || !isSeen, isAsked: asked, start, end };
}
