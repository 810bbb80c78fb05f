/**
 * Pushing apart what covers each other where places mean something: each thing keeps what its place is worth. One edit, judged by the step's
 * rights; how many have moved is said.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { moveElements } from '../../shared/board/operations.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { placingOf } from '../../shared/elements/placing.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { standingOf } from '../../shared/elements/standing.ts';
import { center, translate } from '../../shared/geometry/box.ts';
import { spread } from '../../shared/geometry/spread.ts';
import { subtract } from '../../shared/geometry/vec.ts';
import type { Notify } from './Notice.ts';
import type { Permits } from './Permits.ts';
import type { Placing } from './Placing.ts';

export interface SpreadingPorts {
  readonly board: BoardDoc;
  readonly placing: Placing;
  readonly permits: Permits;
  readonly notify: Notify;
}

export class Spreading {
  readonly #ports: SpreadingPorts;

  constructor(ports: SpreadingPorts) {
    this.#ports = ports;
  }

  /** Pushes apart what covers each other in an area; each keeps what its place means. Returns how many have moved. */
  spread(area: ElementId): number {
    const { board, permits, placing, notify } = this.#ports;
    const element = board.get(area);
    const outer = board.frame(area);
    const { roomOf } = element ? kindOf(element) : {};
    if (!element || !outer || !roomOf) return 0;
    const free = new Set(placing.free(board.tree.children(area)));
    const things = board.tree.children(area).flatMap((id) => {
      const child = board.get(id);
      const frame = placingOf(board, id, area)?.scores ? board.frame(id) : null;
      if (!child || !frame) return [];
      const box = { ...frame, x: frame.x - outer.x, y: frame.y - outer.y };
      // What this person may not move stays: the others make room for it.
      const fixed = { x: box.x + box.w / 2, y: box.y + box.h / 2, w: 0, h: 0 };
      const part = standingOf(child, box);
      const room = free.has(id) ? roomOf(element, part) : null;
      // Room is that of the part by which it counts; here it is asked of the middle of all of it.
      return [{ id, box, room: room ? translate(room, subtract(center(box), center(part))) : fixed }];
    });
    const middles = spread(things);
    const moves = things.flatMap(({ id, box }, n) => {
      const middle = middles[n];
      const to = middle && { x: outer.x + middle.x - box.w / 2, y: outer.y + middle.y - box.h / 2 };
      const isMoved = to && Math.hypot(to.x - outer.x - box.x, to.y - outer.y - box.y) > 0.5;
      return isMoved ? [{ id, parent: area, to }] : [];
    });
    if (moves.length > 0) moveElements(board, 'place', moves, permits.order);
    notify({ kind: 'announce', id: 'placing.say.spread', values: { count: moves.length } });
    return moves.length;
  }
}
