/**
 * Who is called what: for the names that notes bear. A name once heard is kept as long as the page is open: whoever goes home has still written
 * what they wrote. Notes may be painted before their writers are known, so it tells when one of them looks otherwise now.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { Peer } from '../editor/PresencePort.ts';

export class Names {
  readonly #names = new Map<string, string>();

  /** Takes in who is there; returns whether a name is new, or another, that something on the board bears. */
  take(peers: ReadonlyMap<number, Peer>, board: Pick<BoardDoc, 'elements'>): boolean {
    const renamed = new Set<string>();
    for (const { entry } of peers.values()) {
      if (entry.name === '' || this.#names.get(entry.participant) === entry.name) continue;
      this.#names.set(entry.participant, entry.name);
      renamed.add(entry.participant);
    }
    if (renamed.size === 0) return false;
    for (const { by } of board.elements()) if (by !== undefined && renamed.has(by)) return true;
    return false;
  }

  /** A participant's name; `undefined`: none that is known. */
  of(participant: string): string | undefined {
    return this.#names.get(participant);
  }
}
