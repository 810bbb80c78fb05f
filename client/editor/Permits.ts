/** What this person's edits may touch, asked before anything is written: read-only boards, the step's rights, the board's limits. Says why not. */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { OperationOptions } from '../../shared/board/operations.ts';
import { fitsUpdate, type Weighed } from '../../shared/board/weight.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { viewOfKind } from '../elements/registry.ts';
import type { EditorState } from './EditorState.ts';
import type { Notify } from './Notice.ts';
import { refuseArea, refuseElement } from './rights.ts';

interface PermitPorts {
  readonly store: Pick<StoreApi<EditorState>, 'getState'>;
  readonly board: BoardDoc;
  readonly notify: Notify;
}

export class Permits {
  readonly #ports: PermitPorts;

  constructor(ports: PermitPorts) {
    this.#ports = ports;
  }

  get isReadOnly(): boolean {
    return this.#ports.store.getState().readOnly;
  }

  /** Of these, what the step in force may take; what it is certain to refuse is said once and not begun. */
  allowed<T>(wanted: readonly T[], may: (one: T) => boolean): T[] {
    const allowed = wanted.filter(may);
    if (allowed.length < wanted.length) this.#ports.notify({ kind: 'notice', id: 'editor.notice.step' });
    return allowed;
  }

  /** Of these, what may be changed and is not locked. */
  changeable(ids: readonly ElementId[], action: 'edit' | 'move'): ElementId[] {
    const { board, notify } = this.#ports;
    if (this.isReadOnly) return [];
    const permitted = this.allowed(ids, (id) => this.mayChange(id, action));
    const free = permitted.filter((id) => board.get(id)?.lock === false);
    if (free.length === 0 && permitted.length > 0) notify({ kind: 'notice', id: 'editor.notice.locked' });
    return free;
  }

  /** What may be written along with what is moved: the order it comes into, what the area it leaves remembers. */
  readonly order: Required<Pick<OperationOptions, 'mayMove' | 'mayEdit'>> = {
    mayMove: (id) => this.mayChange(id, 'move'),
    mayEdit: (id) => this.mayChange(id, 'edit'),
  };

  mayChange(id: ElementId, action: 'edit' | 'move'): boolean {
    const { board, store } = this.#ports;
    return refuseElement(store.getState().who, board, id, action) !== 'step';
  }

  /** Whether a new element of a kind (`null`: one that is moved) may lie in an area. */
  mayPlace(kind: string | null, area: ElementId | null): boolean {
    const { board, store } = this.#ports;
    const { who } = store.getState();
    const refusal = kind === null ? refuseArea(who, board, area, 'move') : refuseArea(who, board, area, 'add', kind);
    return refusal !== 'step';
  }

  /** Whether what is there to be written in may be begun in an area: where what one adds may not be changed, it would stay empty. Says so. */
  mayWriteIn(kind: string, area: ElementId | null): boolean {
    const { board, store, notify } = this.#ports;
    if (viewOfKind(kind).discardEmpty === 'never') return true;
    if (refuseArea(store.getState().who, board, area, 'edit') !== 'step') return true;
    notify({ kind: 'notice', id: 'arrange.notice.addOnly' });
    return false;
  }

  /** Whether so many more may be added. */
  mayAdd(count: number): boolean {
    const { board, store, notify } = this.#ports;
    if (this.isReadOnly || count === 0) return false;
    if (!store.getState().mayAdd) {
      notify({ kind: 'notice', id: 'editor.notice.noAdd' });
      return false;
    }
    if (board.size + count <= LIMITS.elementsPerBoard) return true;
    notify({ kind: 'notice', id: 'editor.notice.tooMany', values: { limit: LIMITS.elementsPerBoard } });
    return false;
  }

  /** Whether these go in one update: what is too heavy would never reach the server. */
  mayWeigh(elements: readonly Weighed[]): boolean {
    if (fitsUpdate(elements)) return true;
    this.#ports.notify({ kind: 'notice', id: 'transfer.tooHeavy' });
    return false;
  }

  /** Of these, what a change of something else may take along: nothing is said of what is left. */
  movable(ids: readonly ElementId[]): ElementId[] {
    const { board, store } = this.#ports;
    const { mayLock } = store.getState();
    return ids.filter((id) => (mayLock || board.get(id)?.lock === false) && this.mayChange(id, 'move'));
  }
}
