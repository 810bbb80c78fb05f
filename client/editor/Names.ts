/**
 * Who is called what: one answer for the wall, pictures, tables and panels. A name once heard is kept as long as the page is open: whoever goes
 * home has still written what they wrote. Notes may be painted before their writers are known, so it tells when one of them looks otherwise
 * now. Asks nobody; what the room does not tell by itself is brought by `client/session/people/askNames.ts`.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { Dispose } from '../../shared/lib/disposable.ts';
import { Emitter } from '../../shared/lib/emitter.ts';
import type { PresencePort } from './PresencePort.ts';

export interface NamesPorts {
  readonly board: Pick<BoardDoc, 'elements'>;
  readonly presence: Pick<PresencePort, 'others' | 'subscribe'>;
  /** Whoever is at this screen; the name may change. */
  readonly me: { readonly participant: string; readonly name: string };
}

export class Names {
  readonly dispose: Dispose;
  readonly #ports: NamesPorts;
  readonly #changes = new Emitter<boolean>();
  #all: ReadonlyMap<string, string> = new Map();

  constructor(ports: NamesPorts) {
    this.#ports = ports;
    const hear = (): void => this.#hear();
    this.dispose = ports.presence.subscribe(hear);
    hear();
  }

  /** Names by participant; the same map until one changes. */
  get all(): ReadonlyMap<string, string> {
    return this.#all;
  }

  /** A participant's name; `undefined`: none that is known. */
  of(participant: string): string | undefined {
    return this.#all.get(participant);
  }

  /** Names of some who are not here, so that nobody tells them: what is known already is newer. */
  learn(names: Iterable<readonly [participant: string, name: string]>): void {
    this.#take(new Map([...names].filter(([participant]) => !this.#all.has(participant))));
  }

  /** Calls back when a name is new or another; `isBorne`: something on the board bears it. Returns its undo. */
  onChange(listener: (isBorne: boolean) => void): Dispose {
    return this.#changes.subscribe(listener);
  }

  /** Who is here tells themselves what they are called, and that they are called nothing any more. */
  #hear(): void {
    const { me, presence } = this.#ports;
    const others = presence.others();
    const isNews = (participant: string, name: string): boolean => name !== (this.#all.get(participant) ?? '');
    // Told at every move of a pointer: as a rule there is nothing new.
    let isAny = isNews(me.participant, me.name);
    for (const { entry } of others.values()) isAny ||= isNews(entry.participant, entry.name);
    if (!isAny) return;
    // One name a person, whatever their several tabs say of them.
    const heard = new Map([[me.participant, me.name]]);
    for (const { entry } of others.values()) heard.set(entry.participant, entry.name);
    this.#take(heard);
  }

  #take(heard: ReadonlyMap<string, string>): void {
    const renamed = new Map([...heard].filter(([participant, name]) => name !== (this.#all.get(participant) ?? '')));
    if (renamed.size === 0) return;
    const all = new Map([...this.#all, ...renamed]);
    for (const [participant, name] of renamed) if (name === '') all.delete(participant);
    this.#all = all;
    this.#changes.emit(this.#bears(renamed));
  }

  /** Whether anything on the board is signed by one of these. */
  #bears(names: ReadonlyMap<string, string>): boolean {
    for (const { by } of this.#ports.board.elements()) if (by !== undefined && names.has(by)) return true;
    return false;
  }
}
