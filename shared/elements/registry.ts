/** Every kind of element, one line each. */

import { cluster } from './cluster/cluster.ts';
import { connector } from './connector/connector.ts';
import { deck } from './deck/deck.ts';
import type { Element, ElementKind } from './ElementKind.ts';
import { frame } from './frame/frame.ts';
import { grid } from './grid/grid.ts';
import { image } from './image/image.ts';
import { map } from './map/map.ts';
import { matrix } from './matrix/matrix.ts';
import { note } from './note/note.ts';
import { placeholder } from './placeholder/placeholder.ts';
import { radar } from './radar/radar.ts';
import { shape } from './shape/shape.ts';
import { stroke } from './stroke/stroke.ts';
import { text } from './text/text.ts';

export const KINDS = {
  note,
  frame,
  text,
  image,
  shape,
  stroke,
  connector,
  cluster,
  matrix,
  radar,
  deck,
  map,
  grid,
} as const;

export type KindName = keyof typeof KINDS;

/** The kind of that name, or `undefined` for a name this version does not know. */
export const findKind = (name: string): ElementKind | undefined =>
  Object.hasOwn(KINDS, name) ? (KINDS[name as KindName] as unknown as ElementKind) : undefined;

/** The kind that paints and tests an element: the placeholder where the element could not be read. */
export const kindOf = (element: Element): ElementKind =>
  (element.problem === undefined ? findKind(element.kind) : undefined) ?? (placeholder as ElementKind);
