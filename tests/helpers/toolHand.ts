/** A hand for tools: presses, moves and lifts over a wall of plain boxes, and remembers what the tool asked to be done. */

import type { Gesture } from '../../client/editor/Gestures.ts';
import { handleAt } from '../../client/editor/handles.ts';
import { pullTurned, turned } from '../../client/editor/reshaping.ts';
import { previewOf } from '../../client/tools/preview.ts';
import type { PointerInput, Tool, ToolId } from '../../client/tools/Tool.ts';
import type { ToolPorts } from '../../client/tools/ToolPorts.ts';
import type { Element } from '../../shared/elements/ElementKind.ts';
import { findKind } from '../../shared/elements/registry.ts';
import { type Box, contains, encloses, expand, intersects, translate } from '../../shared/geometry/box.ts';
import { isSurrounded, isTaken } from '../../shared/geometry/polygon.ts';
import { snap } from '../../shared/geometry/snap.ts';
import { distance, subtract, type Vec } from '../../shared/geometry/vec.ts';

export interface WallItem {
  readonly box: Box;
  readonly isArea?: boolean;
  readonly isLocked?: boolean;
  readonly group?: string;
  /** Whether what is dragged lines up with it. */
  readonly snaps?: boolean;
  /** Whether an eraser takes it. */
  readonly isStroke?: boolean;
  /** Whether a click inside does something of its own. */
  readonly acts?: boolean;
}

export type Modifiers = Partial<Pick<PointerInput, 'shift' | 'alt' | 'mod' | 'device' | 'pressure' | 'coalesced'>>;

export function createHand(items: Record<string, WallItem> = {}, { readOnly = false, several = false } = {}) {
  const wall = new Map(Object.entries(items));
  const asked: unknown[][] = [];
  const panned: Vec = { x: 0, y: 0 };
  let selection: ReadonlySet<string> = new Set();
  let gesture: Gesture | null = null;
  let typing: string | null = null;
  let entered: string | null = null;
  const heldElsewhere = new Set<string>();
  let tool: ToolId = 'select';
  let pan = panned;

  const elementOf = (id: string): Element | undefined => {
    const item = wall.get(id);
    return item && { ...previewOf('note', item.box, { color: 'yellow' }), id };
  };

  const hitAt = (point: Vec): string | null =>
    [...wall].filter(([, { box, isArea }]) => !isArea && contains(box, point)).at(-1)?.[0] ?? null;

  const ports: ToolPorts = {
    isReadOnly: () => readOnly,
    camera: {
      panBy: (by) => {
        pan = { x: pan.x + by.x, y: pan.y + by.y };
      },
    },
    hit: {
      element: ({ page }) => hitAt(page),
      text: ({ page }) => hitAt(page),
      within: (box) =>
        [...wall]
          .filter(([, item]) => (item.isArea ? encloses(box, item.box) : intersects(box, item.box)))
          .map(([id]) => id),
      inside: (line) =>
        [...wall]
          .filter(([, { box, isArea }]) => (isArea ? isSurrounded(line, box) : isTaken(line, box)))
          .map(([id]) => id),
      aim: () => null,
      landing: () => null,
      area: (at) => [...wall].find(([, { box, isArea }]) => isArea && contains(box, at))?.[0] ?? null,
    },
    board: {
      frame: (id) => wall.get(id)?.box ?? null,
      parent: () => null,
      movable: (ids) => [...ids].filter((id) => !wall.get(id)?.isLocked),
    },
    grips: {
      at: ({ screen }) => {
        const [id] = selection;
        const item = id === undefined || selection.size > 1 ? undefined : wall.get(id);
        if (id === undefined || !item) return null;
        const { x, y, w, h } = item.box;
        if (distance(screen, { x: x + w / 2, y: y + h + 28 }) < 8) return { type: 'turn', id };
        const handle = handleAt(item.box, screen, 8, 'free');
        return handle && { type: 'resize', ids: [id], handle, angle: 0 };
      },
      pull: (grip, from, to, { shift, alt }) => {
        const id = grip.type === 'turn' ? grip.id : grip.ids[0];
        const frame = id === undefined ? undefined : wall.get(id)?.box;
        if (id === undefined || !frame) return null;
        if (grip.type === 'turn') {
          const angle = turned(frame, 0, from, to, shift);
          return { shapes: new Map([[id, { frame, angle }]]), guides: [], angle };
        }
        const limits = { min: [40, 40], max: [4000, 4000], keepAspect: shift, fromMiddle: alt } as const;
        const pulled = pullTurned(frame, 0, grip.handle, subtract(to, from), limits);
        return { shapes: new Map([[id, { frame: pulled }]]), guides: [] };
      },
    },
    snapper: (ids) => ({
      drag: (by) => {
        const held = ids.flatMap((id) => wall.get(id)?.box ?? []);
        const others = [...wall].filter(([id, { snaps }]) => snaps && !ids.includes(id)).map(([, { box }]) => box);
        const found = snap(translate(held[0] ?? { x: 0, y: 0, w: 0, h: 0 }, by), others, { within: 6 });
        return { by: { x: Math.round(by.x + found.by.x), y: Math.round(by.y + found.by.y) }, guides: found.guides };
      },
      pull: () => ({ by: { x: 0, y: 0 }, guides: [] }),
    }),
    hands: { areSeveral: () => several, isHeld: (id) => heldElsewhere.has(id) },
    selection: {
      ids: () => selection,
      set: (ids) => {
        selection = new Set(ids);
      },
      toggle: (id) => {
        const next = new Set(selection);
        if (!next.delete(id)) next.add(id);
        selection = next;
      },
      grouped: (ids) => {
        const groups = new Set(
          [...ids].flatMap((id) => wall.get(id)?.group ?? []).filter((group) => group !== entered),
        );
        return [
          ...new Set([
            ...ids,
            ...[...wall].filter(([, { group }]) => group !== undefined && groups.has(group)).map(([id]) => id),
          ]),
        ];
      },
      enter: (id) => {
        const group = wall.get(id)?.group;
        if (group === undefined || group === entered) return false;
        entered = group;
        selection = new Set([id]);
        return true;
      },
    },
    gesture: {
      show: (shown) => {
        gesture = shown;
      },
      end: () => {
        gesture = null;
      },
    },
    write: {
      move: (ids, by) => {
        asked.push(['move', [...ids], by]);
        for (const id of ids) {
          const item = wall.get(id);
          if (item) wall.set(id, { ...item, box: translate(item.box, by) });
        }
      },
      duplicate: (ids, by) => asked.push(['duplicate', [...ids], by]),
      reshape: (label, shapes) => asked.push([label, Object.fromEntries(shapes)]),
      place: (kind, at) => {
        asked.push([kind, at]);
        return 'new';
      },
      draw: (kind, box, props) => {
        asked.push(props ? [kind, box, props] : [kind, box]);
        return 'new';
      },
      drawAll: (kind, parts) => {
        for (const { box, props } of parts) asked.push([kind, box, props]);
      },
    },
    comment: () => asked.push(['comment']),
    settle: () => false,
    activate: (id, at) => {
      if (!wall.get(id)?.acts) return false;
      asked.push(['activate', id, at]);
      return true;
    },
    drawing: {
      pin: () => null,
      takePin: () => undefined,
      zoom: () => 1,
      around: { element: (id) => elementOf(id), frame: (id) => wall.get(id)?.box ?? null },
      joint: ({ page }) => hitAt(page),
      lineEnd: () => null,
      part: () => null,
      sprout: () => null,
      erasable: (_from, to, reach) =>
        [...wall].filter(([, { box, isStroke }]) => isStroke && contains(expand(box, reach), to)).map(([id]) => id),
      erase: (ids) => asked.push(['erase', [...ids]]),
      change: (id, label, props) => asked.push([label, id, props]),
    },
    style: (kind) => findKind(kind)?.defaultProps ?? {},
    typing: {
      begin: (id) => {
        typing = id;
      },
      end: () => {
        typing = null;
      },
      id: () => typing,
    },
    tool: {
      current: () => tool,
      set: (id) => {
        tool = id;
      },
    },
  };

  return {
    ports,
    asked,
    take(held: Tool) {
      tool = held.id;
      const input = (x: number, y: number, modifiers: Modifiers = {}): PointerInput => ({
        page: { x, y },
        screen: { x, y },
        pressure: 0.5,
        device: 'mouse',
        shift: false,
        alt: false,
        mod: false,
        ...modifiers,
      });
      return {
        press: (x: number, y: number, modifiers?: Modifiers) => held.onPointerDown(input(x, y, modifiers)),
        move: (x: number, y: number, modifiers?: Modifiers) => held.onPointerMove(input(x, y, modifiers)),
        lift: (x: number, y: number, modifiers?: Modifiers) => held.onPointerUp(input(x, y, modifiers)),
        click(x: number, y: number, modifiers?: Modifiers) {
          this.press(x, y, modifiers);
          this.lift(x, y, modifiers);
        },
        doubleClick(x: number, y: number, modifiers?: Modifiers) {
          this.click(x, y, modifiers);
          this.click(x, y, modifiers);
          held.onDoubleClick?.(input(x, y, modifiers));
        },
        holdStill: (x: number, y: number) => held.onLongPress?.(input(x, y, { device: 'touch' })),
      };
    },
    select: (...ids: string[]) => {
      selection = new Set(ids);
    },
    /** Another hand on the same screen takes hold of something. */
    holdElsewhere: (id: string) => heldElsewhere.add(id),
    get selection() {
      return [...selection];
    },
    get gesture() {
      return gesture;
    },
    get typing() {
      return typing;
    },
    get tool() {
      return tool;
    },
    get panned() {
      return pan;
    },
  };
}
