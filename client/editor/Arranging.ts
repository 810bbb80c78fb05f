/**
 * What a hand has pulled or turned gets its new frame: one edit, one step of undo. What may not be moved stays where it is, and what lies in
 * an area stays where it is on the page.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { arrangesContent, placedAt } from '../../shared/board/insertion.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { standingOf } from '../../shared/elements/standing.ts';
import { subtract, type Vec } from '../../shared/geometry/vec.ts';
import { isEqual } from '../../shared/lib/equal.ts';
import type { Notify } from './Notice.ts';
import type { Permits } from './Permits.ts';
import { angleOf, type Reshape } from './shapes.ts';

interface ArrangingPorts {
  readonly board: BoardDoc;
  readonly permits: Permits;
  readonly notify: Notify;
}

export class Arranging {
  readonly #ports: ArrangingPorts;

  constructor(ports: ArrangingPorts) {
    this.#ports = ports;
  }

  /** Gives elements other frames (and angles): what a hand has pulled or turned. What lies in an area stays where it is on the page. */
  reshape(label: string, shapes: Reshape): void {
    const { board } = this.#ports;
    const { permits } = this.#ports;
    const isTurned = [...shapes.values()].some(({ angle }) => angle !== undefined);
    const movable = permits.changeable([...shapes.keys()], 'move');
    const ids = new Set(isTurned ? permits.allowed(movable, (id) => permits.mayChange(id, 'edit')) : movable);
    const taken = this.#held(shapes, ids);
    if (taken.size === 0) return;
    board.edit(label, (write) => {
      for (const [id, { frame, angle }] of taken) {
        const element = board.get(id);
        const before = board.frame(id);
        if (!element || !before) continue;
        const shift = subtract(frame, before);
        const [, x, y] = element.place;
        const holder = board.tree.parent(id);
        // What is scaled along with the area it lies in has its place from there.
        const carried = holder !== null && taken.has(holder) ? shiftOf(board, taken, holder) : { x: 0, y: 0 };
        write.set(id, {
          place: placedAt(element.place, x + shift.x - carried.x, y + shift.y - carried.y),
          size: [frame.w, frame.h],
          ...(angle !== undefined && angle !== angleOf(element) && { props: { angle } }),
        });
        const { isContainer, carry } = kindOf(element);
        const isMoved = shift.x !== 0 || shift.y !== 0;
        if (!isContainer || arrangesContent(board, id) || !(isMoved || carry)) continue;
        const inside = board.tree.children(id);
        const free = carry ? new Set(permits.movable(inside)) : null;
        for (const child of inside) {
          const inner = board.get(child);
          if (!inner || ids.has(child)) continue;
          const box = free?.has(child) ? board.frame(child) : null;
          if (carry && box) {
            // What its place means stays as it was: a score, a sector.
            const part = { ...standingOf(inner, box), x: box.x - before.x, y: box.y - before.y };
            const [x, y] = carry(element, [frame.w, frame.h], part);
            write.set(child, { place: placedAt(inner.place, x, y) });
          } else if (isMoved)
            write.set(child, { place: placedAt(inner.place, inner.place[1] - shift.x, inner.place[2] - shift.y) });
        }
      }
    });
  }

  /**
   * An area whose content this person may not move keeps the edges from which that content is measured: its places could not be written,
   * and it would go along on the page. The other edges are pulled as asked; what then changes nothing is left out.
   */
  #held(shapes: Reshape, ids: ReadonlySet<ElementId>): Reshape {
    const { board, permits, notify } = this.#ports;
    const taken = new Map([...shapes].filter(([id]) => ids.has(id)));
    const stuck: ElementId[] = [];
    for (const [id, shape] of taken) {
      const element = board.get(id);
      const before = board.frame(id);
      if (!element || !before || !kindOf(element).isContainer) continue;
      const { frame } = shape;
      if (frame.x === before.x && frame.y === before.y) continue;
      const inside = board.tree.children(id).filter((child) => !ids.has(child));
      const free = new Set(permits.movable(inside));
      const kept = inside.filter((child) => !free.has(child));
      if (kept.length === 0) continue;
      stuck.push(...kept);
      const across = frame.x === before.x ? frame : before;
      const down = frame.y === before.y ? frame : before;
      const next = { x: across.x, w: across.w, y: down.y, h: down.h };
      if (isEqual(next, before)) taken.delete(id);
      else taken.set(id, { ...shape, frame: next });
    }
    if (stuck.length === 0) return taken;
    const isStep = stuck.some((id) => !permits.mayChange(id, 'move'));
    notify({ kind: 'notice', id: isStep ? 'editor.notice.step' : 'editor.notice.locked' });
    return taken;
  }
}

const shiftOf = (board: BoardDoc, shapes: Reshape, id: ElementId): Vec => {
  const before = board.frame(id);
  const after = shapes.get(id)?.frame;
  return before && after ? subtract(after, before) : { x: 0, y: 0 };
};
