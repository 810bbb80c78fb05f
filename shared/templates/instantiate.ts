/** From a template to the first state of a board: pure data in, one Yjs update out, written under a client id reserved for the server. */
import * as Y from 'yjs';
import { buildMap, elementsOf } from '../board/layout.ts';
import { keysBetween } from '../board/order.ts';
import type { Locale, SubjectFields } from '../control/Control.ts';
import type { ElementId, Props } from '../elements/ElementKind.ts';
import { findKind } from '../elements/registry.ts';
import { createId } from '../lib/ids.ts';
import { localise } from './localise.ts';
import type { Template, TemplateElement } from './Template.ts';

/** Document client ids that the server writes under; the gate refuses them from anybody else. Ours are above 2^32, where stock ids end. */
export const SERVER_CLIENT_IDS = {
  template: 2 ** 53 - 1,
  gate: 2 ** 53 - 2,
  /** What the server writes into somebody's private document. */
  private: 2 ** 53 - 3,
  /** Marks the times a board's private documents began anew: as many structs as times. */
  privateEpoch: 2 ** 53 - 4,
} as const;

/** Whether a document client id is one of the server's. */
export const isServerClientId = (id: number): boolean => id > 2 ** 53 - 1024;

export interface InstantiateOptions {
  readonly locale: Locale;
  readonly fields: SubjectFields;
}

/** The state of a new board made from a template, as one Yjs v1 update; `null` for a template without elements (mur blanc). */
export function instantiate(template: Template, options: InstantiateOptions): Uint8Array | null {
  if (template.elements.length === 0) return null;
  const doc = new Y.Doc();
  doc.clientID = SERVER_CLIENT_IDS.template;
  doc.transact(() => putAll(doc, template.elements, null, options));
  return Y.encodeStateAsUpdate(doc);
}

/** An element of a template, with the id it gets on this board. */
interface Placed {
  readonly element: TemplateElement;
  readonly id: ElementId;
  readonly parent: ElementId | null;
  readonly z: string;
}

function putAll(
  doc: Y.Doc,
  elements: readonly TemplateElement[],
  parent: ElementId | null,
  options: InstantiateOptions,
): void {
  const placed = placeAll(elements, parent);
  const ids = new Map(placed.flatMap(({ element, id }) => (element.id === undefined ? [] : [[element.id, id]])));
  const idOf = (name: ElementId): ElementId | undefined => ids.get(name);
  for (const { element, id, parent: holder, z } of placed) {
    const given = element.field && options.fields[element.field];
    const text = given || element.text?.[options.locale];
    const [x, y] = element.at;
    elementsOf(doc).set(
      id,
      buildMap({
        kind: element.kind,
        place: element.cell === undefined ? [holder, x, y] : [holder, x, y, element.cell],
        size: element.size,
        z,
        props: propsOf(element, options.locale, idOf),
        ...(text !== undefined && { text }),
        ...(element.lock && { lock: true }),
      }),
    );
  }
}

/** Each before what lies in it. */
function placeAll(elements: readonly TemplateElement[], parent: ElementId | null): Placed[] {
  const keys = keysBetween(null, null, elements.length);
  return elements.flatMap((element, index) => {
    const id = createId();
    return [{ element, id, parent, z: keys[index] as string }, ...placeAll(element.children ?? [], id)];
  });
}

/** In the board's language, and leaning on elements of the board. */
function propsOf(
  { kind, props = {} }: TemplateElement,
  locale: Locale,
  idOf: (name: ElementId) => ElementId | undefined,
): Props {
  const said = localise(props, locale);
  return findKind(kind)?.retarget?.(said, idOf) ?? said;
}
