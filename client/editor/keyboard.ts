/**
 * From a key to what it does: the shortcuts of the command registry, and the arrows. Pure but for the commands it runs; the canvas
 * decides which keys reach it (never those typed into a field).
 */
import type { Vec } from '../../shared/geometry/vec.ts';
import type { Command } from './commands/Command.ts';

/** The part of a keyboard event that counts. */
export interface Key {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** Sent by a key that is held down. */
  readonly repeat?: boolean;
}

const ARROWS: Readonly<Record<string, Vec>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The direction of an arrow key, or `null`. */
export const arrowOf = ({ key, ctrlKey, metaKey, altKey }: Key): Vec | null =>
  ctrlKey || metaKey || altKey ? null : (ARROWS[key] ?? null);

/** Whether a key is the one a shortcut such as `mod+shift+z` names. */
export function matches(shortcut: string, key: Key): boolean {
  const parts = shortcut.split('+').filter((part) => part !== '');
  const name = shortcut.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  const has = (modifier: string): boolean => parts.slice(0, name === '+' ? undefined : -1).includes(modifier);
  if (has('mod') !== (key.ctrlKey || key.metaKey) || has('alt') !== key.altKey) return false;
  const pressed = key.key.toLowerCase();
  // Letters and named keys mean something else with shift; signs and digits may need shift on this keyboard (AZERTY digits do).
  const shiftCounts = name.length > 1 || /\p{L}/u.test(name);
  if (shiftCounts) return has('shift') === key.shiftKey && pressed === name;
  return pressed === name || (/\d/u.test(name) && !key.shiftKey && key.code === `Digit${name}`);
}

/** The command a key stands for; the first whose shortcut fits and that can be run. */
export const commandFor = (commands: readonly Command[], key: Key): Command | undefined =>
  commands.find((command) => command.shortcut?.some((shortcut) => matches(shortcut, key)) && command.enabled());
