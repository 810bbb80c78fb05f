/**
 * How an element stands in the Y document: `doc.getMap('elements')`, id → `Y.Map` of JSON values, `text` a `Y.Text`. The only place
 * that knows it; `BoardDoc` reads and writes through here, and so does the gate when it takes a change back.
 */
import * as Y from 'yjs';
import {
  COMMON_KEYS,
  type Element,
  type ElementId,
  type Place,
  type Props,
  type Size,
} from '../elements/ElementKind.ts';
import { isMarkKey } from '../elements/marks/markKeys.ts';
import { Bare, type RawElement } from '../elements/parseElement.ts';
import { findKind } from '../elements/registry.ts';

/** The only root type of a board document. */
export const ROOT = 'elements';

export type ElementMap = Y.Map<unknown>;

/** The elements of a document. Entries of other types (a stranger's numbers) are possible until the gate has judged them. */
export const elementsOf = (doc: Y.Doc): Y.Map<ElementMap> => doc.getMap<ElementMap>(ROOT);

/** What stands under an element's keys, its text as a string. Nested shared types other than the text are given as they are. */
export function readRaw(map: ElementMap): RawElement {
  const raw: Record<string, unknown> = new Bare();
  map.forEach((value, key) => {
    raw[key] = key === 'text' && value instanceof Y.Text ? value.toString() : value;
  });
  return raw;
}

/** A new element, before it has an id: what the caller leaves out gets the kind's default. */
export interface NewElement {
  readonly id?: ElementId;
  readonly kind: string;
  readonly place: Place;
  readonly size?: Size;
  readonly z: string;
  readonly text?: string;
  readonly by?: string;
  readonly lock?: boolean;
  readonly group?: string;
  readonly props?: Props;
  /** Tags, reactions and comments, by their keys. */
  readonly marks?: Readonly<Record<string, unknown>>;
}

/** Builds the Y types of an element. The result must be set into the elements map before it is read. */
export function buildMap(init: NewElement): ElementMap {
  const kind = findKind(init.kind);
  const map: ElementMap = new Y.Map();
  map.set('kind', init.kind);
  if (kind && kind.version > 1) map.set('v', kind.version);
  map.set('place', init.place);
  map.set('size', init.size ?? kind?.defaultSize ?? [200, 200]);
  map.set('z', init.z);
  if (init.by !== undefined) map.set('by', init.by);
  if (init.lock) map.set('lock', true);
  if (init.group !== undefined) map.set('group', init.group);
  if (kind?.hasText || init.text) map.set('text', new Y.Text(init.text ?? ''));
  for (const [key, value] of Object.entries(init.props ?? {})) if (value !== undefined) map.set(key, value);
  for (const [key, value] of Object.entries(init.marks ?? {})) if (isMarkKey(key)) map.set(key, value);
  return map;
}

/** Builds an element again from a snapshot of what stood there, key by key, known or not. */
export function rebuildMap(raw: RawElement): ElementMap {
  const map: ElementMap = new Y.Map();
  for (const [key, value] of Object.entries(raw)) map.set(key, key === 'text' ? new Y.Text(String(value)) : value);
  return map;
}

/** The keys of an element as JSON, without its text: what undo and the gate compare and write back. */
export function keysOf(element: Element): RawElement {
  const { kind, place, size, z, by, lock, group, props, marks } = element;
  return {
    ...{ kind, place, size, z, ...(by !== undefined && { by }), ...(lock && { lock }) },
    ...(group !== undefined && { group }),
    ...props,
    ...marks.keys,
  };
}

/** Whether a key is one of the common ones. */
export const isCommonKey = (key: string): boolean => (COMMON_KEYS as readonly string[]).includes(key);
