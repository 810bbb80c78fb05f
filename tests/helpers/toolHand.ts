/** A hand for tools: presses, moves and lifts over a wall of plain boxes, and remembers what the tool asked to be done. */

import type { Gesture } from '../../client/editor/Gestures.ts';
import { handleAt, pull } from '../../client/editor/handles.ts';
import type { PointerInput, Tool, ToolId } from '../../client/tools/Tool.ts';
import type { ToolPorts } from '../../client/tools/ToolPorts.ts';
import { type Box, contains, encloses, intersects, translate } from '../../shared/geometry/box.ts';
import type { Vec } from '../../shared/geometry/vec.ts';

export interface WallItem {
  readonly box: Box;
  readonly isArea?: boolean;
  readonly isLocked?: boolean;
}

export type Modifiers = Partial<Pick<PointerInput, 'shift' | 'alt' | 'mod' | 'device'>>;

export function createHand(items: Record<string, WallItem> = {}, { readOnly = false } = {}) {
  const wall = new Map(Object.entries(items));
  const asked: unknown[][] = [];
  const panned: Vec = { x: 0, y: 0 };
  let selection: ReadonlySet<string> = new Set();
  let gesture: Gesture | null = null;
  let typing: string | null = null;
  let tool: ToolId = 'select';
  let pan = panned;

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
      handle: ({ screen }) => {
        const [id] = selection;
        const item = id === undefined || selection.size > 1 ? undefined : wall.get(id);
        const handle = item ? handleAt(item.box, screen, 8, 'free') : null;
        return id !== undefined && handle ? { id, handle } : null;
      },
      within: (box) =>
        [...wall]
          .filter(([, item]) => (item.isArea ? encloses(box, item.box) : intersects(box, item.box)))
          .map(([id]) => id),
      area: (at) => [...wall].find(([, { box, isArea }]) => isArea && contains(box, at))?.[0] ?? null,
    },
    board: {
      frame: (id) => wall.get(id)?.box ?? null,
      parent: () => null,
      movable: (ids) => [...ids].filter((id) => !wall.get(id)?.isLocked),
      pull: (id, handle, by, keepAspect) => {
        const item = wall.get(id);
        return item ? pull(item.box, handle, by, { min: [40, 40], max: [4000, 4000], keepAspect }) : null;
      },
    },
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
      resize: (id, frame) => asked.push(['resize', id, frame]),
      note: (at) => {
        asked.push(['note', at]);
        return 'new';
      },
      text: (at) => {
        asked.push(['text', at]);
        return 'new';
      },
      frame: (box) => {
        asked.push(['frame', box]);
        return 'new';
      },
    },
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
          held.onDoubleClick(input(x, y, modifiers));
        },
        holdStill: (x: number, y: number) => held.onLongPress(input(x, y, { device: 'touch' })),
      };
    },
    select: (...ids: string[]) => {
      selection = new Set(ids);
    },
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
