/**
 * Recognises the update that nearly all of a workshop consists of: keys that stand on an element are set anew, each right after the value
 * that holds now, under an id this participant already has. What such an update makes of the board follows from its bytes alone, so it
 * can be judged before it is applied, and if nothing of it is refused it may pass on as it came. Changes nothing; of anything it is not
 * sure of it says `null`, and the gate looks at that in full.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { readRaw } from '../../shared/board/layout.ts';
import type { RawElement } from '../../shared/elements/parseElement.ts';
import type { CheckContext } from './staticCheck.ts';
import { type Deletion, readUpdate, type Struct } from './updateReader.ts';

export interface PlainChange {
  readonly id: string;
  readonly before: RawElement;
  readonly after: RawElement;
}

/** Only values that are read by themselves: text is a shared type, and `by` decides what undo may bring back later. */
const OTHER_KEYS: ReadonlySet<string> = new Set(['text', 'by']);
/** Of larger updates it is not worth while to find out. */
const MAX_BYTES = 4096;
const MAX_STRUCTS = 100;

type Context = Omit<CheckContext, 'isStep2'>;

/** What an update changes, element by element; `null` where it is more than plain. */
export function plainChanges(update: Uint8Array, context: Context): readonly PlainChange[] | null {
  if (update.length > MAX_BYTES) return null;
  const read = readUpdate(update);
  if (!read.ok) return null;
  const { sections, deletions } = read.value;
  const [section] = sections;
  if (!section || sections.length > 1 || section.structs.length > MAX_STRUCTS) return null;
  const { client, clock, structs } = section;
  if (context.claims.holderOf(client) !== context.participant || clock !== Y.getState(context.doc.store, client))
    return null;
  if (!deletions.every((deletion) => isOfReplaced(deletion, structs))) return null;
  const changes = new Map<Y.Map<unknown>, { id: string; before: RawElement; after: Record<string, unknown> }>();
  const taken = new Set<Y.Item>();
  for (const struct of structs) {
    const replaced = replacedBy(struct, context);
    // Of two values that follow the same one Yjs lets the first stand, whatever the second says.
    if (!replaced || taken.has(replaced.item)) return null;
    const { map, id, key, item } = replaced;
    taken.add(item);
    let change = changes.get(map);
    if (!change) {
      const before = readRaw(map);
      change = { id, before, after: Object.assign(Object.create(null), before) };
      changes.set(map, change);
    }
    change.after[key] = readValue(struct, update);
  }
  return [...changes.values()];
}

/** The value that holds now and that this struct, and nothing else, takes the place of. */
function replacedBy(
  { content, length, origin, rightOrigin }: Struct,
  { doc, elements }: Context,
): { map: Y.Map<unknown>; id: string; key: string; item: Y.Item } | null {
  if (content !== 'any' || length !== 1 || !origin || rightOrigin) return null;
  if (origin.clock >= Y.getState(doc.store, origin.client)) return null;
  const item: unknown = Y.getItem(doc.store, Y.createID(origin.client, origin.clock));
  if (!(item instanceof Y.Item) || item.deleted || item.length !== 1 || item.id.clock !== origin.clock) return null;
  const { parent: map, parentSub: key } = item;
  if (!(map instanceof Y.Map) || key === null || OTHER_KEYS.has(key) || map._map.get(key) !== item) return null;
  const id = map._item?.parentSub;
  const stands = typeof id === 'string' && map._item?.parent === elements && elements.get(id) === map;
  return stands ? { map, id, key, item } : null;
}

/** Whether a deletion only says what follows anyway: that replaced values are gone. */
function isOfReplaced({ client, clock, end }: Deletion, structs: readonly Struct[]): boolean {
  if (end - clock > structs.length) return false;
  for (let at = clock; at < end; at++)
    if (!structs.some(({ origin }) => origin?.client === client && origin.clock === at)) return false;
  return true;
}

function readValue({ valuesAt }: Struct, update: Uint8Array): unknown {
  const decoder = decoding.createDecoder(update);
  decoder.pos = valuesAt;
  return decoding.readAny(decoder);
}
