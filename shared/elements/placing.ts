/**
 * What the container of an element says of it (`ElementKind.placing`): scores on a matrix, the cell of a grid, ring and sector of a radar.
 * Tables, the outline and accessible names ask here; nothing is written, no kind is named.
 */
import type { Locale } from '../control/Control.ts';
import type { ElementId, ElementKind, Placing, Score, Surroundings } from './ElementKind.ts';
import { parseDay } from './matrix/axis.ts';
import { kindOf } from './registry.ts';
import { standingOf } from './standing.ts';

/**
 * What `parent` says of `id`, as both are shown now, and the pins that stand for it; `null` where nothing is said. `parent` is the one the
 * tree gives, repairs included: `board.tree.parent(id)`.
 */
export const placingOf = (around: Surroundings, id: ElementId, parent: ElementId | null): Placing | null =>
  withPins(around, id, placingIn(around, id, parent));

/** What `parent` alone says of `id`: what lies in `id` may have it from there. */
export function placingIn(around: Surroundings, id: ElementId, parent: ElementId | null): Placing | null {
  const child = around.element(id);
  const container = parent === null ? undefined : around.element(parent);
  if (!child || !container) return null;
  const kind = kindOf(container);
  const frame = kind.placing ? around.frame(id) : null;
  const outer = frame && around.frame(container.id);
  if (!frame || !outer) return null;
  const part = standingOf(child, frame);
  return kind.placing?.(container, child, { ...part, x: part.x - outer.x, y: part.y - outer.y }) ?? null;
}

/** A note for which a pin stands lies where it lies: the number is said too, wherever that is. */
function withPins(around: Surroundings, id: ElementId, said: Placing | null): Placing | null {
  const pins = (around.pinnedBy?.(id) ?? []).map(({ pin }) => pin.number);
  return pins.length === 0 ? said : { ...said, pins };
}

/** Whether everybody puts things into such an area where their place means something: lining them up, or swapping them, would falsify it. */
export const isMeantIn = (kind: ElementKind | undefined): boolean =>
  kind?.placing !== undefined && kind.arrange === undefined;

/** What comes before the numbers of pins. */
export const PIN_WORD: Readonly<Record<Locale, string>> = { fr: 'repère', en: 'pin' };

/** A score as tables have it: two decimals and a point, never « -0.00 », or the word that stands for it. */
export const scoreText = ({ value, label }: Score): string => label ?? (Number(value.toFixed(2)) || 0).toFixed(2);

/** A score as people read it: with as many decimals as matter on its axis; days in words. */
export function sayScore({ value, label, digits = 0 }: Score, locale: Locale): string {
  // A step may be called like a day there is not.
  if (label !== undefined) return parseDay(label) === null ? label : sayDay(label, locale);
  // Never « -0 ».
  const shown = Number(value.toFixed(digits)) === 0 ? 0 : value;
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(shown);
}

const sayDay = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

const WAITING: Readonly<Record<Locale, string>> = { fr: 'à placer', en: 'to place' };

/** « Impact 72, Effort 30, À préparer », « Déjà là · Mobilité », « à placer ». Empty where nothing is said. */
export function sayPlacing(placing: Placing | null, locale: Locale): string {
  if (!placing) return '';
  const scores = (placing.scores ?? []).map((score) => `${score.name} ${sayScore(score, locale)}`.trim());
  const cell = placing.isWaiting ? WAITING[locale] : sayCell(placing, locale);
  return [...scores, ...(cell ? [cell] : []), ...sayPins(placing.pins, locale)].join(', ');
}

/** The cell, ring and sector, or quadrant, as people read it: days in words. */
export const sayCell = ({ cell, cellIn }: Placing, locale: Locale): string => cellIn?.[locale] ?? cell ?? '';

/** « repère 3 », « repère 1, 4 »; nothing where no pin stands for it. */
const sayPins = (pins: readonly number[] = [], locale: Locale): string[] =>
  pins.length === 0 ? [] : [`${PIN_WORD[locale]} ${pins.join(', ')}`];

/** A board as far as placing needs it. */
export interface PlacedBoard extends Surroundings {
  readonly tree: { parent(id: ElementId): ElementId | null };
}

/**
 * What the nearest area around an element says of it or, where it lies deeper, of what holds it: a note in a cluster has the cluster's scores.
 * With its own pins.
 */
export function nearestPlacing(board: PlacedBoard, id: ElementId): Placing | null {
  for (let at: ElementId | null = id; at !== null; at = board.tree.parent(at)) {
    const placing = placingIn(board, at, board.tree.parent(at));
    if (placing) return withPins(board, id, placing);
  }
  return withPins(board, id, null);
}
