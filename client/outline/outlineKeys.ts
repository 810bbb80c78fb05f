/** What the keys do in the outline. Pure but for the controller it drives; keys typed into a field never come here. */
import type { Vec } from '../../shared/geometry/vec.ts';
import type { Key } from '../editor/keyboard.ts';
import type { OutlineController, Selecting } from './OutlineController.ts';

/** What keys ask of the panel around the lines. */
export interface OutlineKeyPorts {
  readonly openMove: () => void;
  readonly openMenu: () => void;
  readonly focusFilter: () => void;
  /** Lines that fit into the panel. */
  readonly page: () => number;
}

/** Does what a key means here; false: it means nothing, and may go on to the page. */
export function handleOutlineKey(key: Key, controller: OutlineController, ports: OutlineKeyPorts): boolean {
  const isMod = key.ctrlKey || key.metaKey;
  const action = key.altKey
    ? withAlt(key, controller)
    : isMod
      ? withMod(key, controller)
      : plain(key, controller, ports);
  action?.();
  return action !== null;
}

type Act = (() => void) | null;

const STEPS: Readonly<Record<string, Vec>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function withAlt({ key, shiftKey }: Key, controller: OutlineController): Act {
  // In a grid: to the next cell, as on the wall.
  const step = shiftKey || key === 'ArrowLeft' || key === 'ArrowRight' ? STEPS[key] : undefined;
  if (step && controller.canShift()) return () => controller.shift(step);
  if (key === 'ArrowUp') return () => controller.reorder(-1);
  if (key === 'ArrowDown') return () => controller.reorder(1);
  // Left to the page, they would go back to the page before.
  return key === 'ArrowLeft' || key === 'ArrowRight' ? () => undefined : null;
}

function withMod({ key, shiftKey }: Key, controller: OutlineController): Act {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  const step = steps[key];
  if (step !== undefined) return () => controller.step(step, shiftKey ? 'extend' : 'none');
  const { active } = controller.state;
  if (key === ' ' && active !== null) return () => controller.stand(active, 'toggle');
  if (key.toLowerCase() === 'a') return () => controller.selectAll();
  return null;
}

function plain(key: Key, controller: OutlineController, ports: OutlineKeyPorts): Act {
  const selecting: Selecting = key.shiftKey ? 'extend' : 'only';
  const { active } = controller.state;
  switch (key.key) {
    case 'ArrowDown':
      return () => controller.step(1, selecting);
    case 'ArrowUp':
      return () => controller.step(-1, selecting);
    case 'PageDown':
      return () => controller.step(ports.page(), selecting);
    case 'PageUp':
      return () => controller.step(-ports.page(), selecting);
    case 'Home':
      return () => controller.step(Number.NEGATIVE_INFINITY, selecting);
    case 'End':
      return () => controller.step(Number.POSITIVE_INFINITY, selecting);
    case 'ArrowRight':
      return () => controller.unfold('in');
    case 'ArrowLeft':
      return () => controller.unfold('out');
    case 'Enter':
      return () => (controller.isOnArea() ? controller.add() : controller.edit());
    case 'F2':
      return () => controller.edit();
    case ' ':
      return active === null ? null : () => controller.stand(active, key.shiftKey ? 'extend' : 'toggle');
    case 'Delete':
    case 'Backspace':
      return () => controller.delete();
    case 'ContextMenu':
      return ports.openMenu;
    case 'F10':
      return key.shiftKey ? ports.openMenu : null;
    case '/':
      return ports.focusFilter;
    default:
      return key.shiftKey ? null : letter(key.key, controller, ports);
  }
}

function letter(key: string, controller: OutlineController, ports: OutlineKeyPorts): Act {
  switch (key.toLowerCase()) {
    case 'n':
      return () => controller.add();
    case 'm':
      return ports.openMove;
    case 'g':
      return () => controller.goTo();
    default:
      return null;
  }
}
