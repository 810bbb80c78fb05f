import { expect, it } from 'vitest';
import type { DocName, Write } from '../Storage.ts';
import { pack, unpack } from './packing.ts';
import type { StoredWrite } from './Tables.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const append = (seq: number, text: string, doc: DocName = 'board', board = 'marche'): Write => {
  return { type: 'append', board, doc, seq, update: bytes(text) };
};
const appends = (seq: number, texts: string[], doc: DocName = 'board', board = 'marche'): StoredWrite => {
  return { type: 'appends', board, doc, seq, updates: texts.map(bytes) };
};
const claim: Write = { type: 'claim', board: 'marche', clientId: 7, participant: 'p' };

it('makes one write of updates that follow each other, and keeps the order of all the others', () => {
  const batches = [
    { id: 1, writes: [claim, append(1, 'un'), append(2, ''), append(3, 'trois'), claim, append(4, 'quatre')] },
    {
      id: 2,
      writes: [append(1, 'à moi', 'private/a'), append(1, 'à toi', 'private/b'), append(2, 'encore', 'private/b')],
    },
    { id: 3, writes: [] },
    { id: 4, writes: [append(5, 'cinq'), append(7, 'un trou'), append(8, 'ailleurs', 'board', 'lecture')] },
  ];
  const request = structuredClone(pack(batches));
  expect(unpack(request)).toEqual([
    { id: 1, batch: [claim, appends(1, ['un', '', 'trois']), claim, appends(4, ['quatre'])] },
    { id: 2, batch: [appends(1, ['à moi'], 'private/a'), appends(1, ['à toi', 'encore'], 'private/b')] },
    { id: 3, batch: [] },
    { id: 4, batch: [appends(5, ['cinq']), appends(7, ['un trou']), appends(8, ['ailleurs'], 'board', 'lecture')] },
  ]);
});

it('takes along no more of a buffer than belongs to the write, and nothing of what it was given', () => {
  const large = bytes('x'.repeat(10_000));
  const update = large.subarray(10, 20);
  const state = large.subarray(20, 40);
  const { batches, bytes: packed } = pack([
    {
      id: 1,
      writes: [
        { type: 'append', board: 'm', doc: 'board', seq: 1, update },
        { type: 'snapshot', board: 'm', doc: 'board', seq: 1, state },
      ],
    },
  ]);
  expect(packed.buffer.byteLength).toBe(10);
  expect(packed.buffer).not.toBe(large.buffer);
  const snapshot = batches[0]?.writes[1];
  expect(snapshot?.type === 'snapshot' && snapshot.state.buffer.byteLength).toBe(20);
});
