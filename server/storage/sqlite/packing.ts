/**
 * Batches on their way to the storage thread. What a busy board writes is hundreds of small updates: their bytes travel as one buffer that
 * changes hands, since every array posted by itself costs more than what it holds.
 */
import type { Write } from '../Storage.ts';
import type { PackedWrite, Request } from './messages.ts';
import type { StoredWrite } from './Tables.ts';

type CommitRequest = Extract<Request, { call: 'commit' }>;

export interface Batch {
  readonly id: number;
  readonly writes: readonly Write[];
}

/** An `appends` that is still growing. */
type Run = Extract<PackedWrite, { type: 'appends' }> & { readonly lengths: number[] };

/** Bytes as they may be posted: a view into a larger buffer would drag that whole buffer along. */
const exact = (bytes: Uint8Array): Uint8Array =>
  bytes.constructor === Uint8Array && bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);

/** One request of several batches. Its `bytes` are its own, to be handed over. */
export function pack(batches: readonly Batch[]): CommitRequest {
  const updates: Uint8Array[] = [];
  const packed = batches.map(({ id, writes }) => ({ id, writes: packWrites(writes, updates) }));
  const bytes = new Uint8Array(updates.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const update of updates) {
    bytes.set(update, at);
    at += update.length;
  }
  return { call: 'commit', batches: packed, bytes };
}

function withExactBytes(write: Exclude<Write, { type: 'append' }>): PackedWrite {
  if (write.type === 'snapshot') return { ...write, state: exact(write.state) };
  if (write.type !== 'picture') return write;
  return { ...write, picture: { ...write.picture, bytes: exact(write.picture.bytes) } };
}

function packWrites(writes: readonly Write[], updates: Uint8Array[]): PackedWrite[] {
  const packed: PackedWrite[] = [];
  let run: Run | null = null;
  for (const write of writes) {
    if (write.type !== 'append') {
      run = null;
      packed.push(withExactBytes(write));
      continue;
    }
    const { board, doc, seq, update } = write;
    const goesOn = run && run.board === board && run.doc === doc && run.seq + run.lengths.length === seq;
    if (!run || !goesOn) {
      run = { type: 'appends', board, doc, seq, lengths: [] };
      packed.push(run);
    }
    run.lengths.push(update.length);
    updates.push(update);
  }
  return packed;
}

/** The batches of a request; updates are views into its bytes. */
export function unpack({ batches, bytes }: CommitRequest): { readonly id: number; readonly batch: StoredWrite[] }[] {
  let at = 0;
  const cut = (length: number): Uint8Array => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  return batches.map(({ id, writes }) => ({
    id,
    batch: writes.map((write): StoredWrite => {
      if (write.type !== 'appends') return write;
      const { lengths, ...rest } = write;
      return { ...rest, updates: lengths.map(cut) };
    }),
  }));
}
