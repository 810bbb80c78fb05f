/** From a template to the first state of a board: pure data in, one Yjs update out, written under a client id reserved for the server. */
import * as Y from 'yjs';
import { buildMap, elementsOf } from '../board/layout.ts';
import { keysBetween } from '../board/order.ts';
import type { Locale, SubjectFields } from '../control/Control.ts';
import type { ElementId, Props } from '../elements/ElementKind.ts';
import { createId } from '../lib/ids.ts';
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

function putAll(
  doc: Y.Doc,
  elements: readonly TemplateElement[],
  parent: ElementId | null,
  options: InstantiateOptions,
): void {
  const keys = keysBetween(null, null, elements.length);
  elements.forEach((element, index) => {
    const id = createId();
    const given = element.field && options.fields[element.field];
    const text = given || element.text?.[options.locale];
    elementsOf(doc).set(
      id,
      buildMap({
        kind: element.kind,
        place: [parent, ...element.at],
        size: element.size,
        z: keys[index] as string,
        props: propsOf(element, options.locale),
        ...(text !== undefined && { text }),
        ...(element.lock && { lock: true }),
      }),
    );
    putAll(doc, element.children ?? [], id, options);
  });
}

function propsOf(element: TemplateElement, locale: Locale): Props {
  const texts = Object.entries(element.texts ?? {}).map(([key, text]) => [key, text[locale]] as const);
  return { ...element.props, ...Object.fromEntries(texts) };
}
