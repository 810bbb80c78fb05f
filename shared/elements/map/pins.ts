/** The pins of a map: where they stand, in which order they are numbered, and which element each stands for. Paints nothing. */
import { isId } from '../../lib/ids.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Element, ElementId, Size } from '../ElementKind.ts';
import { isZ, type Member, memberKey, memberReader } from '../families.ts';
import { PICTURE_HASH } from '../image/image.ts';
import { isRecord, isText, optional } from '../readProps.ts';

export type Pin = {
  /** Shares of the map's width and height. */
  readonly x: number;
  readonly y: number;
  /** The element it stands for: a note, wherever it lies. */
  readonly of?: ElementId;
  readonly z: string;
};

export type MapProps = {
  /** Of the picture; absent: it still asks for one. */
  readonly hash?: string;
  /** What is seen on it, for those who do not see it. */
  readonly alt?: string;
  /** `pin:<id>`. */
  readonly [pin: `pin:${string}`]: Pin;
};

/** An element as a map, where it is one that can be read. */
export const asMap = (element: Element | undefined): Element<MapProps> | null =>
  element?.kind === 'map' && element.problem === undefined ? (element as unknown as Element<MapProps>) : null;

/** The family of the pins. */
export const PIN = 'pin';

/** The prop that holds a pin. */
export const pinKey = (id: string): `pin:${string}` => memberKey(PIN, id);

const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

export const MAP_CHECKS = {
  hash: optional((value) => typeof value === 'string' && PICTURE_HASH.test(value)),
  alt: optional(isText(LIMITS.fieldChars)),
} as const;
export const MAP_FAMILIES = { [PIN]: isRecord({ x: isShare, y: isShare, of: optional(isId), z: isZ }) } as const;

export type NumberedPin = Member<Pin>;

/** The pins in the order of their numbers: the first is 1. */
export const pinsOf: (props: MapProps) => readonly NumberedPin[] = memberReader<Pin>(PIN);

/** Half the width of a pin on a map of a size: legible on a small one, not lost on a large one. */
export const pinRadius = ([w, h]: Size): number => Math.round(Math.max(14, Math.min(40, Math.min(w, h) / 24)));

/** The middle of a pin's head above its tip, in radii. */
export const PIN_HEAD = 1.7;

/** The pin under a point (relative to the map's top left), the last of those that lie over each other; `reach`: how far a hand may miss. */
export function pinAt(
  { size, props }: Element<MapProps>,
  { x, y }: { readonly x: number; readonly y: number },
  reach = 0,
): string | null {
  const radius = pinRadius(size);
  for (const pin of [...pinsOf(props)].reverse()) {
    const dx = x - pin.x * size[0];
    const dy = y - pin.y * size[1];
    const isOnHead = Math.hypot(dx, dy + PIN_HEAD * radius) <= radius + reach;
    const isOnTip = Math.abs(dx) <= radius * 0.5 + reach && dy <= reach && dy >= -radius * PIN_HEAD;
    if (isOnHead || isOnTip) return pin.id;
  }
  return null;
}

/** A pin as it is written at a point of a map of a size: within it, to a hundredth of a percent. */
export const shareOf = (at: number, side: number): number =>
  Math.round(Math.min(1, Math.max(0, at / side)) * 10_000) / 10_000;
