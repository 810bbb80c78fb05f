/**
 * Asks the server what those are called who signed, or commented on, what stands on the wall and whom the roster does not name: who went home,
 * and everybody in a room too large for a roster with names. Asks once after opening, then when somebody unknown turns up, the more seldom the
 * larger the room; in a silence not at all. Who has no name there is not asked about again.
 */
import type { Element } from '../../../shared/elements/ElementKind.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { Editor } from '../../editor/Editor.ts';
import type { BoardSession } from '../../sync/BoardSession.ts';

export interface AskingPorts {
  fetch(path: string, init: RequestInit): Promise<Response>;
  /** Calls back later; returns its undo. */
  after(ms: number, run: () => void): Dispose;
  /** 0 to 1. */
  random(): number;
}

const BROWSER: AskingPorts = {
  fetch: (path, init) => fetch(path, init),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

/** Pages of one room ask at moments of their own: a thousand of them some fifty times a second at most. */
const WAIT_MS = { least: 1_000, perPerson: 20 };
const RETRY_MS = 10_000;
/** Without an answer for so long, none is to be hoped for. */
const PATIENCE_MS = 20_000;
/** Beyond, an address would grow too long: all are asked for. */
const MOST_NAMED = 100;

type Asking = Pick<Editor, 'board' | 'names' | 'me'>;

export function askNames(
  { board, names, me }: Asking,
  session: Pick<BoardSession, 'id' | 'ticket' | 'state'>,
  ports: AskingPorts = BROWSER,
): Dispose {
  const unknown = new Set<string>();
  const nameless = new Set<string>();
  let cancel: Dispose | null = null;
  let isOver = false;
  let wasSilent = board.silence.isOn;
  /** Rises when a silence begins or ends: what was asked before is answered otherwise since. */
  let turn = 0;

  const look = (elements: Iterable<Element | undefined>): void => {
    if (board.silence.isOn) return;
    const isNew = (id: string): boolean => id !== me.participant && names.of(id) === undefined && !nameless.has(id);
    for (const element of elements) {
      if (element?.by !== undefined && isNew(element.by)) unknown.add(element.by);
      for (const { by } of element?.marks.comments ?? []) if (isNew(by)) unknown.add(by);
    }
    if (unknown.size > 0) schedule();
  };
  const schedule = (least = WAIT_MS.least): void => {
    const { roster } = session.state.getState();
    cancel ??= ports.after(
      Math.max(least, roster.count * WAIT_MS.perPerson) * (0.5 + ports.random()),
      () => void ask(),
    );
  };
  const ask = async (): Promise<void> => {
    // Who has come meanwhile has told their name.
    for (const id of unknown) if (names.of(id) !== undefined) unknown.delete(id);
    const wanted = [...unknown];
    const askedIn = turn;
    const told = wanted.length === 0 ? {} : await fetchNames(wanted);
    cancel = null;
    if (isOver) return;
    if (askedIn !== turn) {
      if (unknown.size > 0) schedule();
      return;
    }
    if (told === null) return schedule(RETRY_MS);
    for (const id of wanted) {
      unknown.delete(id);
      nameless.add(id);
    }
    names.learn(Object.entries(told));
    if (unknown.size > 0) schedule();
  };
  /** `null`: not now. */
  const fetchNames = async (wanted: readonly string[]): Promise<Readonly<Record<string, string>> | null> => {
    if (session.state.getState().status !== 'online') return null;
    const query = wanted.length > MOST_NAMED ? '' : `?of=${wanted.join(',')}`;
    const headers = { Authorization: `Bearer ${session.ticket()}` };
    const abort = new AbortController();
    const stopWaiting = ports.after(PATIENCE_MS, () => abort.abort());
    try {
      const { signal } = abort;
      const answer = await ports.fetch(`/api/boards/${session.id}/names${query}`, { headers, signal });
      return answer.ok ? ((await answer.json()) as { names: Readonly<Record<string, string>> }).names : null;
    } catch {
      // No network, or an answer cut short.
      return null;
    } finally {
      stopWaiting();
    }
  };

  const stop = board.onChange(({ changed }) => {
    const { isOn } = board.silence;
    if (isOn === wasSilent) return look([...changed].map((id) => board.get(id)));
    wasSilent = isOn;
    turn++;
    // Nobody was told of meanwhile, whoever was asked about.
    unknown.clear();
    nameless.clear();
    look(board.elements());
  });
  look(board.elements());
  return () => {
    isOver = true;
    cancel?.();
    stop();
  };
}
