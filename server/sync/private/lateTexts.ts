/**
 * Letters that came too late: typed into a text that had been taken away meanwhile (a note that was revealed, or deleted in another tab).
 * Yjs drops them as it takes them in; they are read from the update itself, so that nothing anybody wrote is lost.
 */
import * as Y from 'yjs';

/** A run of letters in no text. */
export interface LateText {
  /** The letter before it, as `client:clock`: who goes on typing goes on there. */
  readonly after: string | null;
  /** Its own last letter. */
  readonly last: string;
  readonly letters: string;
}

const nameOf = (client: number, clock: number): string => `${client}:${clock}`;

/** The letters of an update that was just applied in `transaction` and that stand nowhere; those it deletes itself are not meant. */
export function lateTexts(update: Uint8Array, transaction: Y.Transaction): LateText[] {
  const { structs, ds } = Y.decodeUpdate(update);
  const { store } = transaction.doc;
  const late: LateText[] = [];
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    const { client, clock } = struct.id;
    const from = Math.max(clock, transaction.beforeState.get(client) ?? 0);
    if (from >= clock + struct.length || isStanding(store, client, from) || Y.isDeleted(ds, Y.createID(client, from)))
      continue;
    const { origin } = struct;
    const before = from > clock ? { client, clock: from - 1 } : origin;
    late.push({
      after: before && nameOf(before.client, before.clock),
      last: nameOf(client, clock + struct.length - 1),
      letters: struct.content.str.slice(from - clock),
    });
  }
  return late;
}

function isStanding(store: Y.Doc['store'], client: number, clock: number): boolean {
  const structs = store.clients.get(client);
  if (!structs || clock >= Y.getState(store, client)) return false;
  return structs[Y.findIndexSS(structs, clock)]?.deleted === false;
}
