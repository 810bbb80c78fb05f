/**
 * Puts on the board what came through the clipboard or in a file: copied elements, lines, tables. Each is one edit and one step of undo;
 * what the step or the board's limits do not allow is left and said.
 */
import type { BoardDoc, BoardWriter } from '../../../shared/board/BoardDoc.ts';
import { keysBetween, keysOnTop } from '../../../shared/board/order.ts';
import type { ElementId, Place } from '../../../shared/elements/ElementKind.ts';
import { tagKey } from '../../../shared/elements/marks/markKeys.ts';
import { findKind } from '../../../shared/elements/registry.ts';
import { union } from '../../../shared/geometry/box.ts';
import type { PagePoint, Vec } from '../../../shared/geometry/vec.ts';
import { createId } from '../../../shared/lib/ids.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { BoardIndex } from '../BoardIndex.ts';
import { areaForBox, areaUnder } from '../dropTarget.ts';
import type { Notify } from '../Notice.ts';
import type { Permits } from '../Permits.ts';
import { allOf, countElements, type FragmentElement } from './fragment.ts';
import type { TablePlan } from './tableNotes.ts';

interface PastingPorts {
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  readonly permits: Permits;
  readonly notify: Notify;
}

const NOBODY: ReadonlySet<ElementId> = new Set();

export class Pasting {
  readonly #ports: PastingPorts;

  constructor(ports: PastingPorts) {
    this.#ports = ports;
  }

  /** Copied elements with all that lies in them, the fragment's corner at a page point. Returns the outermost ones. */
  elements(fragment: readonly FragmentElement[], corner: Vec): ElementId[] {
    const { board, index, permits } = this.#ports;
    if (!permits.mayAdd(countElements(fragment))) return [];
    const wanted = fragment.map((element) => {
      const at = { x: corner.x + element.at[0], y: corner.y + element.at[1] };
      const box = { ...at, w: element.size[0], h: element.size[1] };
      return { element, at, parent: areaForBox(board, index, element.kind, box) };
    });
    const tops = permits.allowed(wanted, ({ element, parent }) => permits.mayPlace(element.kind, parent));
    if (tops.length === 0 || !permits.mayWeigh([...allOf(tops.map(({ element }) => element))])) return [];
    const ids = new Map([...allOf(tops.map(({ element }) => element))].map(({ id }) => [id, createId()] as const));
    const used = new Set<ElementId>();
    const take = (name: ElementId): ElementId => {
      const id = ids.get(name);
      if (id === undefined || used.has(id)) return createId();
      used.add(id);
      return id;
    };
    const groups = new Map<string, string>();
    const groupOf = (name: string): string => {
      const group = groups.get(name) ?? createId();
      groups.set(name, group);
      return group;
    };
    const keys = new Map<ElementId | null, string[]>();
    for (const { parent } of tops) if (!keys.has(parent)) keys.set(parent, keysOnTop(board, parent, tops.length));
    return board.edit('paste', (write) => {
      const put = (one: FragmentElement, place: Place, z: string): ElementId => {
        const { kind, size, text, marks, group, inside } = one;
        const props = findKind(kind)?.retarget?.(one.props as never, (id) => ids.get(id)) ?? one.props;
        const id = write.create({
          ...{ kind, place, size, text, props, z, marks },
          // Two elements under one name: the first is the one that lines lead to.
          id: take(one.id),
          ...(group !== undefined && { group: groupOf(group) }),
        });
        const inner = keysBetween(null, null, inside.length);
        for (const [i, child] of inside.entries()) put(child, [id, child.at[0], child.at[1]], inner[i] as string);
        return id;
      };
      return tops.map(({ element, at, parent }) => {
        const origin = parent === null ? { x: 0, y: 0 } : board.tree.origin(parent);
        return put(element, [parent, at.x - origin.x, at.y - origin.y], keys.get(parent)?.shift() ?? 'a0');
      });
    });
  }

  /** A planned table with its middle at a page point, brought back onto the wall where it would reach beyond it. Returns what stands outermost. */
  table({ notes, areas, tags, size }: TablePlan, middle: PagePoint): ElementId[] {
    const { board, index, permits, notify } = this.#ports;
    if (!permits.mayAdd(notes.length + areas.length)) return [];
    const weights = notes.map(({ text, tags: names }) => ({
      text,
      marks: Object.fromEntries(names.map((name) => [tagKey(name), 'orange'])),
    }));
    if (!permits.mayWeigh([...weights, ...areas.map(({ title }) => ({ text: title }))])) return [];
    const edge = LIMITS.coordinate - 1_000;
    if (size.w > edge || size.h > edge) {
      notify({ kind: 'notice', id: 'transfer.tooTall' });
      return [];
    }
    const keep = (low: number, length: number): number => Math.round(Math.max(-edge, Math.min(low, edge - length)));
    const corner = { x: keep(middle.x - size.w / 2, size.w), y: keep(middle.y - size.h / 2, size.h) };
    // Areas stand on the wall; without any, the notes may lie in the area that the pointer is over.
    const under = areas.length > 0 ? null : areaUnder(board, index, middle, NOBODY);
    const kinds = [...(areas.length > 0 ? ['frame'] : []), 'note'];
    if (permits.allowed(kinds, (kind) => permits.mayPlace(kind, under)).length < kinds.length) return [];
    const origin = under === null ? { x: 0, y: 0 } : board.tree.origin(under);
    const outside = notes.filter(({ area }) => area === null).length;
    return board.edit('paste', (write) => {
      const keys = keysOnTop(board, under, areas.length + outside);
      const put = (kind: string, place: Place, z: string, rest: Partial<Parameters<BoardWriter['create']>[0]>) =>
        write.create({ kind, place, z, size: findKind(kind)?.defaultSize ?? [200, 200], ...rest });
      const areaIds = areas.map(({ title, at, size: own }) =>
        put('frame', [null, corner.x + at.x, corner.y + at.y], keys.shift() ?? 'a0', {
          size: own,
          text: title.slice(0, LIMITS.textChars),
          props: findKind('frame')?.defaultProps ?? {},
        }),
      );
      const inside = areas.map((_, area) => notes.filter((note) => note.area === area).length);
      const innerKeys = inside.map((count) => keysBetween(null, null, count));
      const loose = notes.flatMap(({ text, tags: names, color, area, at }) => {
        const parent = area === null ? null : (areaIds[area] ?? null);
        const place: Place =
          area === null || parent === null
            ? [under, corner.x + at.x - origin.x, corner.y + at.y - origin.y]
            : [parent, at.x, at.y];
        const z = (area === null ? keys.shift() : innerKeys[area]?.shift()) ?? 'a0';
        const marks = Object.fromEntries(names.map((name) => [tagKey(name), tags.get(name) ?? 'grey']));
        const props = { ...findKind('note')?.defaultProps, color };
        const id = put('note', place, z, { text, props, marks });
        return area === null ? [id] : [];
      });
      return [...areaIds, ...loose];
    });
  }
}

/** The box around what has places of its own: lines between others go along. */
export function boxOf(fragment: readonly FragmentElement[]) {
  const placed = fragment.filter(({ kind }) => findKind(kind)?.retarget === undefined);
  const boxes = (placed.length > 0 ? placed : fragment).map(({ at: [x, y], size: [w, h] }) => ({ x, y, w, h }));
  return union(boxes);
}
