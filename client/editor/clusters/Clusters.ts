/**
 * Which clusters there are and what may lie in them: asked at each change of what is selected. While any cluster of the board is silent, a group
 * sorts without a word: new ones are silent too, and nobody is asked for names. What makes clusters is `Gathering`, fetched when first wanted.
 */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { isLaidOut } from '../../../shared/elements/laidOut.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import type { PagePoint } from '../../../shared/geometry/vec.ts';
import type { BoardIndex } from '../BoardIndex.ts';
import { areaUnder } from '../dropTarget.ts';
import type { Notify } from '../Notice.ts';
import type { Permits } from '../Permits.ts';

interface ClustersPorts {
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  readonly permits: Permits;
  readonly notify: Notify;
}

export class Clusters {
  readonly #ports: ClustersPorts;

  constructor(ports: ClustersPorts) {
    this.#ports = ports;
  }

  /** Whether an element is one: an area that others of its kind are merged with. */
  is(id: ElementId): boolean {
    const element = this.#ports.board.get(id);
    return element !== undefined && kindOf(element).merges === true;
  }

  /** Every cluster of the board. */
  all(): ElementId[] {
    return [...this.#ports.board.arrangements.areas()].filter((id) => this.is(id));
  }

  /** The clusters among these. */
  among(ids: ReadonlySet<ElementId>): ElementId[] {
    return this.all().filter((id) => ids.has(id));
  }

  /**
   * What « Regrouper » would do with those of these that `may` be moved: make a cluster of them, or split them off the ones they lie in;
   * `null` where there is nothing to gather. Asked at each change of a selection of thousands: ends at the first that lies loose.
   */
  gathering(ids: Iterable<ElementId>, may: (id: ElementId) => boolean): 'make' | 'split' | null {
    const { board } = this.#ports;
    let found: 'split' | null = null;
    for (const id of ids) {
      if (!this.mayGather(id) || !may(id)) continue;
      const parent = board.tree.parent(id);
      if (parent === null || !this.is(parent)) return 'make';
      found = 'split';
    }
    return found;
  }

  /** Whether the group sorts without a word. */
  get isSilent(): boolean {
    return this.#silent().length > 0;
  }

  /** The cluster that others become part of when they are let go there; `null`: that is not what a hand does. */
  under(ids: readonly ElementId[], pointer: PagePoint): ElementId | null {
    const { board, index } = this.#ports;
    if (ids.length === 0 || !ids.every((id) => this.is(id))) return null;
    const target = areaUnder(board, index, pointer, new Set(ids));
    return target !== null && this.is(target) && !board.get(target)?.lock ? target : null;
  }

  /** Opens them all where all are closed, else closes them. */
  collapse(ids: Iterable<ElementId>): void {
    const { board, permits, notify } = this.#ports;
    const own = permits.changeable(this.among(new Set(ids)), 'edit');
    if (own.length === 0) return;
    const isOpening = own.every((id) => board.get(id)?.props.collapsed === true);
    board.edit('fold', (write) => {
      for (const id of own) write.set(id, { props: { collapsed: isOpening ? undefined : true } });
    });
    const values = { count: own.length };
    notify({ kind: 'announce', id: isOpening ? 'cluster.say.opened' : 'cluster.say.collapsed', values });
  }

  /** The group speaks again: all names are shown, and may be given. */
  speak(): void {
    const { board, permits, notify } = this.#ports;
    const own = permits.changeable(this.#silent(), 'edit');
    if (own.length === 0) return;
    board.edit('style', (write) => {
      for (const id of own) write.set(id, { props: { silent: undefined } });
    });
    notify({ kind: 'announce', id: 'cluster.say.speaking', values: { count: own.length } });
  }

  #silent(): ElementId[] {
    const { board } = this.#ports;
    return this.all().filter((id) => board.get(id)?.props.silent === true);
  }

  /** Whether it can lie in a cluster: no area, and nothing that is drawn over others. */
  mayGather(id: ElementId): boolean {
    const element = this.#ports.board.get(id);
    return element !== undefined && !kindOf(element).isContainer && isLaidOut(element);
  }
}
