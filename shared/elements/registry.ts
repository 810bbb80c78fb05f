/** Every kind of element, one line each. */

import { connector } from './connector/connector.ts';
import type { Element, ElementKind } from './ElementKind.ts';
import { frame } from './frame/frame.ts';
import { image } from './image/image.ts';
import { note } from './note/note.ts';
import { placeholder } from './placeholder/placeholder.ts';
import { shape } from './shape/shape.ts';
import { stroke } from './stroke/stroke.ts';
import { text } from './text/text.ts';

export const KINDS = { note, frame, text, image, shape, stroke, connector } as const;

export type KindName = keyof typeof KINDS;

/** The kind of that name, or `undefined` for a name this version does not know. */
export const findKind = (name: string): ElementKind | undefined =>
  Object.hasOwn(KINDS, name) ? (KINDS[name as KindName] as unknown as ElementKind) : undefined;

/** The kind that paints and tests an element: the placeholder where the element could not be read. */
export const kindOf = (element: Element): ElementKind =>
  (element.problem === undefined ? findKind(element.kind) : undefined) ?? (placeholder as ElementKind);
