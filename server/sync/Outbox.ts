/**
 * What a room is about to say, in order, each entry waiting for the commit that covers it: nobody is told what is not on disk. The hot
 * path of the server: what becomes durable together leaves as one write a socket, the same bytes for all; only who has something of
 * their own (an echo to leave out, an answer, an acknowledgement) gets a write made for them.
 */
import { encodeSaved } from '../../shared/protocol/frames.ts';
import type { Connection } from './Connection.ts';
import { toFrame } from './webSocketFrame.ts';

type Entry =
  /** To everyone who does not know it yet, but `from`, who made it. */
  | { readonly type: 'update'; readonly rev: number; readonly frame: Buffer; readonly from: Connection | null }
  /** To one: an answer, or word of a refusal. */
  | { readonly type: 'answer'; readonly rev: number; readonly frames: readonly Buffer[]; readonly to: Connection }
  | { readonly type: 'saved'; readonly rev: number; readonly count: number; readonly to: Connection };

/** What is to be done between two entries: a change of the session becomes known. */
interface Act {
  readonly type: 'act';
  readonly rev: number;
  readonly run: () => void;
}

export class Outbox {
  #entries: (Entry | Act)[] = [];

  /** An update of the log, as a message, to be sent once `rev` is on disk. */
  update(rev: number, message: Uint8Array, from: Connection | null): void {
    this.#entries.push({ type: 'update', rev, frame: toFrame(message), from });
  }

  answer(rev: number, frames: readonly Buffer[], to: Connection): void {
    this.#entries.push({ type: 'answer', rev, frames, to });
  }

  /** Acknowledges the connection's first `count` frames once `rev` is on disk. */
  saved(rev: number, count: number, to: Connection): void {
    if (to.isOurs) this.#entries.push({ type: 'saved', rev, count, to });
  }

  /** Once `rev` is on disk and all said before is sent, `run` says what there is to say about it. */
  act(rev: number, run: () => void): void {
    this.#entries.push({ type: 'act', rev, run });
  }

  /** Sends all that is covered by `durable`: updates to `connections`, the rest to whom it belongs. */
  release(durable: number, connections: Iterable<Connection>): void {
    const end = this.#entries.findIndex((entry) => entry.rev > durable);
    const entries = end === -1 ? this.#entries : this.#entries.slice(0, end);
    this.#entries = end === -1 ? [] : this.#entries.slice(end);
    let run: Entry[] = [];
    for (const entry of entries) {
      if (entry.type !== 'act') {
        run.push(entry);
        continue;
      }
      this.#send(run, connections);
      run = [];
      entry.run();
    }
    this.#send(run, connections);
  }

  #send(entries: readonly Entry[], connections: Iterable<Connection>): void {
    if (entries.length === 0) return;
    const updates = entries.filter((entry) => entry.type === 'update');
    const shared = Buffer.concat(updates.map(({ frame }) => frame));
    const personal = new Set<Connection>();
    for (const entry of entries) {
      const one = entry.type === 'update' ? entry.from : entry.to;
      if (one) personal.add(one);
    }
    const first = updates[0]?.rev ?? Number.POSITIVE_INFINITY;
    if (shared.length > 0) {
      for (const connection of connections) {
        if (connection.knows >= first) personal.add(connection);
        else if (!personal.has(connection)) connection.write([shared]);
      }
    }
    for (const connection of personal) sendOwnPart(connection, entries, shared);
  }
}

/** What of `entries` concerns one connection, in their order; runs of `shared` are passed on as they lie there. */
function sendOwnPart(connection: Connection, entries: readonly Entry[], shared: Buffer): void {
  const parts: Buffer[] = [];
  let run = { start: 0, end: 0 };
  let at = 0;
  let saved = 0;
  const endRun = (): void => {
    if (run.end > run.start) parts.push(shared.subarray(run.start, run.end));
  };
  for (const entry of entries) {
    if (entry.type === 'update') {
      const start = at;
      at += entry.frame.length;
      if (entry.from === connection || entry.rev <= connection.knows) continue;
      if (start !== run.end) {
        endRun();
        run = { start, end: start };
      }
      run.end = at;
    } else if (entry.to === connection) {
      if (entry.type === 'saved') saved = entry.count;
      else {
        endRun();
        run = { start: at, end: at };
        connection.write(parts.splice(0));
        connection.sendAnswer(entry.frames);
      }
    }
  }
  endRun();
  if (saved > 0) parts.push(toFrame(encodeSaved(saved)));
  connection.write(parts);
}
