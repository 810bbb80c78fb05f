/**
 * The pictures of the open board: what the editor asks for (`PicturesPort`), made of a store of those that are there and, fetched when
 * first wanted, of the way new ones take. Small on purpose: it comes with the page.
 */
import type { Picture } from '../../../shared/elements/ElementKind.ts';
import type { PagePoint } from '../../../shared/geometry/vec.ts';
import { Emitter } from '../../../shared/lib/emitter.ts';
import type { PicturesPort } from '../../editor/PicturesPort.ts';
import type { BoardSession } from '../../sync/BoardSession.ts';
import { fetchPicture } from './fetchPicture.ts';
import { PictureStore } from './PictureStore.ts';
import { unpackPicture } from './unpackPicture.ts';

/** Files that came before what sends them was there. */
export interface Arrival {
  readonly files: readonly Blob[];
  readonly at: PagePoint;
}

const BUDGET_TOUCH = 48 * 1024 * 1024;
const BUDGET = 160 * 1024 * 1024;

export class Pictures implements PicturesPort {
  readonly store: PictureStore;
  #take: ((arrival: Arrival) => void) | null = null;
  readonly #early: Arrival[] = [];
  readonly #earlyOnes = new Emitter<void>();
  readonly #stop: () => void;

  constructor(session: BoardSession, window: Window & typeof globalThis) {
    this.store = new PictureStore({
      fetch: (hash) => fetchPicture({ board: session.id, ticket: session.ticket(), hash }),
      decode: unpackPicture,
      now: () => performance.now(),
      after: (ms, run) => {
        const timer = window.setTimeout(run, ms);
        return () => window.clearTimeout(timer);
      },
      budget: window.matchMedia('(pointer: coarse)').matches ? BUDGET_TOUCH : BUDGET,
    });
    this.#stop = session.state.subscribe(({ status }, before) => {
      if (status === 'online' && before.status !== 'online') this.store.retry();
    });
  }

  get(hash: string, pixels: number): Picture | null | undefined {
    return this.store.get(hash, pixels);
  }

  load(hash: string, pixels: number): ReturnType<PictureStore['load']> {
    return this.store.load(hash, pixels);
  }

  onChange(listener: (hash: string) => void): () => void {
    return this.store.onChange(listener);
  }

  insert(files: readonly Blob[], at: PagePoint): void {
    if (files.length === 0) return;
    if (this.#take) this.#take({ files, at });
    else {
      this.#early.push({ files, at });
      this.#earlyOnes.emit();
    }
  }

  /** Whether files wait for what sends them. */
  get hasEarly(): boolean {
    return this.#early.length > 0;
  }

  /** Calls back when files come before what sends them is there. Returns its undo. */
  onEarly(listener: () => void): () => void {
    return this.#earlyOnes.subscribe(listener);
  }

  /** Whoever sends pictures takes what has come and what will come. Returns its undo. */
  serve(take: (arrival: Arrival) => void): () => void {
    this.#take = take;
    for (const arrival of this.#early.splice(0)) take(arrival);
    return () => {
      if (this.#take === take) this.#take = null;
    };
  }

  dispose(): void {
    this.#stop();
    this.store.dispose();
  }
}
