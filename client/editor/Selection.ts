/** Which elements are selected: kept in the store, shown to others through presence, said aloud, and freed of what is deleted. */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { Disposables } from '../../shared/lib/disposable.ts';
import { viewOf } from '../elements/registry.ts';
import type { BoardIndex } from './BoardIndex.ts';
import type { EditorState } from './EditorState.ts';
import type { Notify } from './Notice.ts';
import type { PresencePort } from './PresencePort.ts';
import { readingOrder } from './readingOrder.ts';

interface SelectionPorts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  readonly presence: PresencePort;
  readonly notify: Notify;
}

/** How much of a text is said when it is selected. */
const SPOKEN_CHARS = 200;

export class Selection {
  readonly #ports: SelectionPorts;
  readonly #disposables = new Disposables();
  #isUnsaid = false;
  #entered: string | null = null;

  constructor(ports: SelectionPorts) {
    this.#ports = ports;
    const forget = ports.index.onChange(({ deleted }) => {
      const { selection } = ports.store.getState();
      if (selection.size > 0 && [...deleted].some((id) => selection.has(id)))
        this.#put([...selection].filter((id) => !deleted.has(id)));
    });
    this.#disposables.add(forget);
    // What a marquee takes and leaves on its way is not worth a word; what it has in the end is.
    this.#disposables.add(
      ports.store.subscribe(({ busy }) => {
        if (!busy && this.#isUnsaid) this.#announce();
      }),
    );
  }

  get ids(): ReadonlySet<ElementId> {
    return this.#ports.store.getState().selection;
  }

  /** The selected element when there is exactly one. */
  get single(): ElementId | null {
    const { ids } = this;
    return ids.size === 1 ? (ids.values().next().value ?? null) : null;
  }

  /** The group that is open: its elements are taken one by one. */
  get entered(): string | null {
    return this.#entered;
  }

  /** Opens the group of an element and selects that one alone; false where there is none to open. */
  enter(id: ElementId): boolean {
    const group = this.#ports.board.get(id)?.group;
    if (group === undefined || group === this.#entered) return false;
    this.#entered = group;
    this.set([id]);
    return true;
  }

  /** `silently`: whoever selects says it already (the outline's own rows). */
  set(ids: Iterable<ElementId>, { silently = false } = {}): void {
    const next = [...ids].filter((id) => this.#ports.board.get(id) !== undefined);
    const { ids: old } = this;
    if (next.length === old.size && next.every((id) => old.has(id))) return;
    this.#put(next);
    if (silently) return;
    this.#isUnsaid = true;
    if (!this.#ports.store.getState().busy) this.#announce();
  }

  toggle(id: ElementId): void {
    const next = new Set(this.ids);
    if (!next.delete(id)) next.add(id);
    this.set(next);
  }

  clear(): void {
    this.set([]);
  }

  /** Everything that stands on the wall itself; areas bring their content along. */
  all(): void {
    this.set(this.#ports.board.tree.children(null));
  }

  /** The next or previous element in reading order; `null` past the end, where the focus may leave. */
  neighbour(direction: 1 | -1): ElementId | null {
    const { board, index } = this.#ports;
    const shown = board.hidesNone ? board.ids() : [...board.ids()].filter((id) => !board.isHidden(id));
    const order = readingOrder(index, shown);
    const [first] = this.ids;
    const at = first === undefined ? (direction === 1 ? -1 : order.length) : order.indexOf(first);
    return order[at + direction] ?? null;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #put(ids: readonly ElementId[]): void {
    // A group is closed again as soon as nothing of it is selected.
    if (this.#entered !== null && !ids.some((id) => this.#ports.board.get(id)?.group === this.#entered))
      this.#entered = null;
    this.#ports.store.setState({ selection: new Set(ids) });
    this.#ports.presence.set({ selection: ids.length > 0 ? ids : undefined });
  }

  #announce(): void {
    this.#isUnsaid = false;
    const { board, notify } = this.#ports;
    const { single, ids } = this;
    const element = single === null ? undefined : board.get(single);
    if (element) {
      const text = kindOf(element).outline(element).slice(0, SPOKEN_CHARS);
      notify({
        kind: 'announce',
        id: text === '' ? 'editor.say.selectedOneEmpty' : 'editor.say.selectedOne',
        values: { text },
        terms: { kind: viewOf(element).label },
      });
    } else if (ids.size > 0) notify({ kind: 'announce', id: 'editor.say.selectedMany', values: { count: ids.size } });
    else notify({ kind: 'announce', id: 'editor.say.selectedNone' });
  }
}
