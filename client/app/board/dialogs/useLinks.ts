/** The links this person can hand on, asked of the server where they facilitate, and again whenever one is renewed. */
import { useCallback, useEffect, useState } from 'react';
import { useT } from '../../../i18n/Messages.tsx';
import { useBoard, useSession } from '../../../session/BoardContext.tsx';
import { useApp } from '../../AppContext.tsx';
import type { BoardLinks } from '../../api.ts';
import { problemText } from '../../problemText.ts';
import { type ShareableLinks, shareableLinks } from './links.ts';

export interface LinksState {
  readonly links: ShareableLinks;
  /** Who can open them; `null` while the server has not said. */
  readonly reach: BoardLinks['reach'] | null;
  readonly problem: string | null;
  again(): void;
}

export function useLinks(): LinksState {
  const t = useT();
  const { api, credentials } = useApp();
  const { session } = useBoard();
  const role = useSession((state) => state.me?.role ?? 'viewer');
  const [loaded, setLoaded] = useState<BoardLinks | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  // Each renewed link is a new state of the session, whoever renewed it.
  const rev = useSession((state) => state.control?.rev);

  // `attempt` and `rev` ask again.
  useEffect(() => {
    if (role !== 'facilitator') return;
    let current = true;
    setProblem(null);
    void api.links(session.id, session.ticket()).then((links) => {
      if (!current) return;
      if (links.ok) setLoaded(links.value);
      else setProblem(problemText(t, links.reason, 'share.failed'));
    });
    return () => {
      current = false;
    };
  }, [api, session, role, attempt, rev]);

  const links = shareableLinks({
    board: session.id,
    role,
    origin: window.location.origin,
    credential: credentials.find(session.id),
    loaded,
  });
  const again = useCallback(() => setAttempt((n) => n + 1), []);
  return { links, reach: loaded?.reach ?? null, problem, again };
}
