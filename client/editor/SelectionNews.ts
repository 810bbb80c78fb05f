/**
 * When something of what is selected has changed, or the wall has become empty or no longer is: told to all that draw from it together, at
 * once where nothing was for a while, then a few times a second. A room that writes elsewhere costs one look a change.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { Dispose } from '../../shared/lib/disposable.ts';
import { Emitter } from '../../shared/lib/emitter.ts';
import type { EditorState } from './EditorState.ts';

/** What draws from the selection may look at ten thousand elements. */
const AT_MOST_EVERY_MS = 150;

export type SelectionNewsKind = 'selected' | 'wall';

interface SelectionNewsPorts {
  readonly store: Pick<StoreApi<EditorState>, 'getState'>;
  readonly board: BoardDoc;
}

export class SelectionNews {
  readonly #news = new Emitter<SelectionNewsKind>();
  readonly #stop: Dispose;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = Number.NEGATIVE_INFINITY;

  constructor({ store, board }: SelectionNewsPorts) {
    let isEmpty = board.size === 0;
    this.#stop = board.onChange(({ changed }) => {
      if (isEmpty !== (board.size === 0)) {
        isEmpty = !isEmpty;
        this.#news.emit('wall');
      } else if (this.#timer === undefined && meets(store.getState().selection, changed)) this.#tell();
    });
  }

  /** Calls back with what is new. Returns its undo. */
  subscribe(listener: (kind: SelectionNewsKind) => void): Dispose {
    return this.#news.subscribe(listener);
  }

  dispose(): void {
    this.#stop();
    clearTimeout(this.#timer);
  }

  #tell(): void {
    const wait = this.#last + AT_MOST_EVERY_MS - performance.now();
    if (wait > 0) {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#tell();
      }, wait);
      return;
    }
    this.#last = performance.now();
    this.#news.emit('selected');
  }
}

/** Whether two sets have anything in common: the smaller one is walked. */
export function meets<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  for (const one of few) if (many.has(one)) return true;
  return false;
}
