/**
 * What hands are doing and have not written yet: a drag, a resize, a marquee, an area being drawn. It lives here and in presence while
 * it lasts; the canvas paints it on its own layer. One hand is the rule (0); on a wall that several people touch, each finger has a number
 * and a gesture of its own. Nothing here touches the board.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { Element, ElementId } from '../../shared/elements/ElementKind.ts';
import type { Box } from '../../shared/geometry/box.ts';
import type { Guide } from '../../shared/geometry/snap.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import { Emitter } from '../../shared/lib/emitter.ts';
import type { Trail } from '../../shared/presence/Trail.ts';
import type { Aim } from './aim.ts';
import type { EditorState } from './EditorState.ts';
import type { Landing } from './landing.ts';
import type { PresencePort } from './PresencePort.ts';
import type { Reshape } from './shapes.ts';

export interface Gesture {
  /** Elements displaced by `by` page units: the dragged ones themselves, without what lies in them. */
  readonly drag?: { readonly ids: readonly ElementId[]; readonly by: Vec; readonly copies: boolean };
  /** Elements shown with other frames, or turned. */
  readonly reshape?: Reshape;
  /** The angle to show beside what is being turned. */
  readonly angle?: number;
  readonly marquee?: Box;
  /** The line of a lasso so far. */
  readonly lasso?: readonly Vec[];
  /** Lines that say with what a drag lines up. */
  readonly guides?: readonly Guide[];
  /** An area being drawn. */
  readonly draw?: Box;
  /** The area that would take in what is dragged, or the element a line would end at. */
  readonly target?: ElementId;
  /** Where in an area that arranges its content what is dragged would come to stand. */
  readonly landing?: Landing;
  /** Where on it a line may end, and where it would. */
  readonly spots?: readonly { readonly at: Vec; readonly isChosen: boolean }[];
  /** What the place of the dragged one would be worth there, and the lines that show it. */
  readonly aim?: Aim;
  /** Something that is not on the board yet, as it would be. */
  readonly preview?: Element;
  /** A pin of a map on its way. */
  readonly pin?: { readonly on: ElementId; readonly id: string; readonly at: Vec };
  /** Elements that are about to go. */
  readonly faded?: readonly ElementId[];
  /** The line being drawn, as the others see it; of a laser, as everybody does. */
  readonly trail?: Trail;
}

const NONE: Gesture = {};
const NOTHING: readonly Gesture[] = [];

export class Gestures {
  readonly #store: StoreApi<EditorState>;
  readonly #presence: PresencePort;
  readonly #changes = new Emitter<Gesture>();
  readonly #hands = new Map<number, Gesture>();

  constructor({ store, presence }: { store: StoreApi<EditorState>; presence: PresencePort }) {
    this.#store = store;
    this.#presence = presence;
  }

  /** The gesture under way, the first one's where there are several. */
  get current(): Gesture {
    for (const gesture of this.#hands.values()) return gesture;
    return NONE;
  }

  /** Every gesture under way, in the order in which they began. */
  get all(): readonly Gesture[] {
    return this.#hands.size === 0 ? NOTHING : [...this.#hands.values()];
  }

  /** Whether another hand than this one holds an element, or an area it lies in (`around`: from itself up to the wall). */
  isHeld(around: readonly ElementId[], hand: number): boolean {
    for (const [other, { drag, reshape }] of this.#hands)
      if (other !== hand && around.some((id) => drag?.ids.includes(id) || reshape?.has(id))) return true;
    return false;
  }

  /** Shows a gesture of a hand in place of its last one. */
  show(gesture: Gesture, hand = 0): void {
    const had = this.#hands.get(hand);
    this.#hands.set(hand, gesture);
    if (gesture.drag || had?.drag) this.#tell();
    if (gesture.trail || had?.trail) this.#presence.set({ trail: this.#trail });
    this.#updateBusy();
    this.#changes.emit(gesture);
  }

  /** A hand's gesture is over, written or given up. */
  end(hand = 0): void {
    const had = this.#hands.get(hand);
    if (!had) return;
    this.#hands.delete(hand);
    if (had.drag) this.#tell();
    if (had.trail) this.#presence.set({ trail: this.#trail });
    this.#updateBusy();
    this.#changes.emit(this.current);
  }

  onChange(listener: (gesture: Gesture) => void): () => void {
    return this.#changes.subscribe(listener);
  }

  /** Of several hands that draw, the first one's line is shown: all are, once written. */
  get #trail(): Trail | undefined {
    for (const { trail } of this.#hands.values()) if (trail) return trail;
    return undefined;
  }

  /** Shows others what is dragged here. Copies do not exist yet: others see them when they land. */
  #tell(): void {
    const drags = this.all.flatMap(({ drag }) =>
      drag && !drag.copies ? [{ ids: drag.ids, by: [drag.by.x, drag.by.y] as const }] : [],
    );
    const [drag, ...more] = drags;
    this.#presence.set({ drag, drags: more.length > 0 ? more : undefined });
  }

  #updateBusy(): void {
    let busy = false;
    for (const gesture of this.#hands.values()) busy ||= isUnderWay(gesture);
    if (this.#store.getState().busy !== busy) this.#store.setState({ busy });
  }
}

/** A hand that only hovers shows where a line may end, and holds nothing: bars stay, and there is nothing to give up. */
const isUnderWay = (gesture: Gesture): boolean =>
  Object.keys(gesture).some((key) => key !== 'target' && key !== 'spots');
