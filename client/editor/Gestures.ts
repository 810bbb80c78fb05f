/**
 * What a hand is doing and has not written yet: a drag, a resize, a marquee, an area being drawn. It lives here and in presence while
 * it lasts; the canvas paints it on its own layer. Nothing here touches the board.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import type { Box } from '../../shared/geometry/box.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import { Emitter } from '../../shared/lib/emitter.ts';
import type { EditorState } from './EditorState.ts';
import type { PresencePort } from './PresencePort.ts';

export interface Gesture {
  /** Elements displaced by `by` page units: the dragged ones themselves, without what lies in them. */
  readonly drag?: { readonly ids: readonly ElementId[]; readonly by: Vec; readonly copies: boolean };
  /** One element shown with another frame. */
  readonly resize?: { readonly id: ElementId; readonly frame: Box };
  readonly marquee?: Box;
  /** An area being drawn. */
  readonly draw?: Box;
  /** The area that would take in what is dragged. */
  readonly target?: ElementId;
}

const NONE: Gesture = {};

export class Gestures {
  readonly #store: StoreApi<EditorState>;
  readonly #presence: PresencePort;
  readonly #changes = new Emitter<Gesture>();
  #gesture: Gesture = NONE;

  constructor({ store, presence }: { store: StoreApi<EditorState>; presence: PresencePort }) {
    this.#store = store;
    this.#presence = presence;
  }

  get current(): Gesture {
    return this.#gesture;
  }

  /** Shows a gesture in place of the last one. */
  show(gesture: Gesture): void {
    const had = this.#gesture.drag;
    this.#gesture = gesture;
    const { drag } = gesture;
    // Copies do not exist yet: others see them when they land.
    if (drag && !drag.copies) this.#presence.set({ drag: { ids: drag.ids, by: [drag.by.x, drag.by.y] } });
    else if (had) this.#presence.set({ drag: undefined });
    this.#setBusy(true);
    this.#changes.emit(gesture);
  }

  /** The gesture is over, written or given up. */
  end(): void {
    if (this.#gesture === NONE) return;
    const had = this.#gesture.drag;
    this.#gesture = NONE;
    if (had) this.#presence.set({ drag: undefined });
    this.#setBusy(false);
    this.#changes.emit(NONE);
  }

  onChange(listener: (gesture: Gesture) => void): () => void {
    return this.#changes.subscribe(listener);
  }

  #setBusy(busy: boolean): void {
    if (this.#store.getState().busy !== busy) this.#store.setState({ busy });
  }
}
