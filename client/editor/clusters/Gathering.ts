/**
 * What makes clusters and takes them apart: what is selected becomes one, two become one, a part becomes one of its own, one is dissolved. Each is
 * one edit and one step of undo; what the step does not allow is left and said. Fetched when first wanted; what is asked all along of clusters
 * is `Clusters`.
 */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { arrangesContent, cellOf, insertionAt, keysInto } from '../../../shared/board/insertion.ts';
import { leftBy } from '../../../shared/board/leaving.ts';
import { mergeElements } from '../../../shared/board/merging.ts';
import { deleteElements, placeIn, roots } from '../../../shared/board/operations.ts';
import { keysBetween } from '../../../shared/board/order.ts';
import { widthFor } from '../../../shared/elements/cluster/layOutCluster.ts';
import type { ElementId, Insertion, Props } from '../../../shared/elements/ElementKind.ts';
import { findKind } from '../../../shared/elements/registry.ts';
import { type Box, union } from '../../../shared/geometry/box.ts';
import { sortLines } from '../../../shared/geometry/sortLines.ts';
import type { PagePoint } from '../../../shared/geometry/vec.ts';
import { createId } from '../../../shared/lib/ids.ts';
import type { Notify } from '../Notice.ts';
import type { Permits } from '../Permits.ts';
import type { Selection } from '../Selection.ts';
import type { Typing } from '../Typing.ts';
import type { Clusters } from './Clusters.ts';

export interface GatheringPorts {
  readonly board: BoardDoc;
  readonly clusters: Clusters;
  readonly selection: Selection;
  readonly typing: Pick<Typing, 'begin' | 'end'>;
  readonly permits: Permits;
  readonly notify: Notify;
}

const CLUSTER = 'cluster';
/** Between a cluster and the one that is split off it. */
const BESIDE = 48;

export class Gathering {
  readonly #ports: GatheringPorts;

  constructor(ports: GatheringPorts) {
    this.#ports = ports;
  }

  /**
   * « Regrouper »: a cluster of these, around where they lie; beside the one they are taken from. Its name is asked for on the wall unless
   * the group sorts without a word, or `asks` says that somebody else does.
   */
  make(
    ids: Iterable<ElementId>,
    {
      silent = this.#ports.clusters.isSilent,
      asks = true,
    }: { readonly silent?: boolean; readonly asks?: boolean } = {},
  ): ElementId | null {
    const { board, clusters, permits, notify, selection, typing } = this.#ports;
    if (!permits.mayAdd(1)) return null;
    const members = this.#inReadingOrder(
      permits.changeable(
        roots(board, ids).filter((id) => clusters.mayGather(id)),
        'move',
      ),
    );
    if (members.length === 0) {
      notify({ kind: 'notice', id: 'cluster.notice.nothing' });
      return null;
    }
    const { holder, near } = this.#home(members);
    if (permits.allowed([holder], () => permits.mayPlace(CLUSTER, holder)).length === 0) return null;
    const frames = members.map((id) => board.frame(id) as Box);
    const around = union(frames) as Box;
    const width = widthFor(
      frames.map(({ w, h }) => [w, h]),
      [around.w, around.h],
    );
    const beside = near === null ? null : board.frame(near);
    const at = beside
      ? { x: Math.round(beside.x + beside.w + BESIDE), y: Math.round(beside.y) }
      : { x: Math.round(around.x + around.w / 2 - width / 2), y: Math.round(around.y - 24) };
    const id = createId();
    const into = this.#insertion(holder, near ?? (members[0] as ElementId), members);
    const keys = keysInto(board, [{ parent: holder, into }], permits.order.mayMove);
    const [z = 'a0'] = keys.own;
    const left = leftBy(
      board,
      members.map((member) => ({ id: member, parent: id })),
      permits.order,
    );
    const order = keysBetween(null, null, members.length);
    const kind = findKind(CLUSTER);
    // The silence of one is that of all.
    const speaking = clusters
      .all()
      .filter(
        (one) => !board.get(one)?.props.silent && board.get(one)?.lock === false && permits.mayChange(one, 'edit'),
      );
    board.edit('cluster', (write) => {
      const props: Props = { ...kind?.defaultProps, ...(silent && { silent: true }) };
      const size = [width, kind?.defaultSize[1] ?? 160] as const;
      for (const [other, key] of keys.others) write.set(other, { z: key });
      for (const [area, remembered] of left) write.set(area, { props: remembered });
      write.create({ id, kind: CLUSTER, place: placeIn(board, holder, at, into), size, z, props });
      for (const [n, member] of members.entries()) {
        const frame = frames[n] as Box;
        write.set(member, { place: [id, frame.x - at.x, frame.y - at.y], z: order[n] as string });
      }
      if (silent) for (const other of speaking) write.set(other, { props: { silent: true } });
    });
    selection.set([id]);
    notify({ kind: 'announce', id: 'cluster.say.made', values: { count: members.length } });
    if (asks && !silent) typing.begin(id);
    return id;
  }

  /** Two or more become one: the first of them that people read takes what lies in the others. */
  merge(ids: Iterable<ElementId>): boolean {
    const [target, ...sources] = this.#inReadingOrder(this.#ports.clusters.among(new Set(ids)));
    return target !== undefined && this.mergeInto(target, sources, null);
  }

  /** These become part of another, at a point of it; false where that is not what happened. */
  mergeInto(target: ElementId, ids: readonly ElementId[], pointer: PagePoint | null): boolean {
    const { board, permits, notify, selection } = this.#ports;
    const sources = permits.changeable(ids, 'edit');
    const movable = sources.every((id) => {
      const content = board.tree.children(id);
      return permits.movable(content).length === content.length;
    });
    const isFree = board.get(target)?.lock === false && permits.mayPlace(null, target);
    if (sources.length < ids.length || sources.length === 0) return false;
    if (!movable || !isFree) {
      notify({ kind: 'notice', id: 'editor.notice.locked' });
      return false;
    }
    const count = sources.reduce((sum, id) => sum + board.tree.children(id).length, 0);
    const into = insertionAt(board, target, pointer, new Set(sources)) ?? { before: null };
    mergeElements(board, 'merge', target, sources, into, permits.order);
    selection.set([target]);
    notify({ kind: 'announce', id: 'cluster.say.merged', values: { count } });
    return true;
  }

  /** What lies in them stays where it is shown; they go. */
  dissolve(ids: Iterable<ElementId>): void {
    const { board, clusters, permits, notify, selection } = this.#ports;
    const own = permits.changeable(clusters.among(new Set(ids)), 'edit');
    if (own.length === 0) return;
    const content = own.flatMap((id) => [...board.tree.children(id)]);
    deleteElements(board, 'dissolve', own, { mayEdit: (id) => permits.mayChange(id, 'edit') });
    selection.set(content);
    notify({ kind: 'announce', id: 'cluster.say.dissolved', values: { count: content.length } });
  }

  /** From now on without a word: what is selected becomes a silent cluster, or every cluster there is falls silent. */
  hush(ids: Iterable<ElementId>): void {
    const { board, clusters, permits, notify } = this.#ports;
    if (clusters.gathering(ids, () => true) !== null) {
      this.make(ids, { silent: true });
      return;
    }
    const all = permits.changeable(clusters.all(), 'edit');
    if (all.length === 0) {
      notify({ kind: 'notice', id: 'cluster.notice.nothing' });
      return;
    }
    board.edit('style', (write) => {
      for (const id of all) write.set(id, { props: { silent: true } });
    });
    notify({ kind: 'announce', id: 'cluster.say.silent' });
  }

  /** The area a cluster of these is put in, and the cluster they are taken from. */
  #home(members: readonly ElementId[]): { readonly holder: ElementId | null; readonly near: ElementId | null } {
    const { board } = this.#ports;
    const parents = new Set(members.map((id) => board.tree.parent(id)));
    const [parent] = parents;
    if (parents.size !== 1 || parent === undefined || parent === null) return { holder: null, near: null };
    // What lies in a cell stays in it; other areas that arrange their content have no room for a cluster.
    const isInCell = members.every((id) => cellOf(board.get(id)).cell !== undefined);
    if (isInCell || !arrangesContent(board, parent)) return { holder: parent, near: null };
    return { holder: board.tree.parent(parent), near: parent };
  }

  /** Where in its holder a cluster comes to stand: in the cell of what it is taken from, where that has one. */
  #insertion(holder: ElementId | null, from: ElementId, members: readonly ElementId[]): Insertion | null {
    const { board } = this.#ports;
    const { cell } = board.tree.parent(from) === holder ? cellOf(board.get(from)) : {};
    if (cell !== undefined && arrangesContent(board, holder)) return { before: null, cell };
    return insertionAt(board, holder, null, new Set(members));
  }

  #inReadingOrder(ids: readonly ElementId[]): ElementId[] {
    const { board } = this.#ports;
    const framed = ids.flatMap((id) => {
      const frame = board.frame(id);
      return frame ? [{ id, ...frame }] : [];
    });
    return sortLines(framed).map(({ id }) => id);
  }
}
