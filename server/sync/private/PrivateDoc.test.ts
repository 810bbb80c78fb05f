/** One private document by itself: what it lets in, what it writes itself, and that its log reads back to it, whatever bytes come. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type CurrentStep, OPEN_STEP } from '../../../shared/access/Step.ts';
import { buildMap, elementsOf } from '../../../shared/board/layout.ts';
import { readPrivateElement } from '../../../shared/elements/privateNote.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { mutate } from '../../../tests/helpers/mutate.ts';
import { Random } from '../../../tests/helpers/random.ts';
import type { Write } from '../../storage/Storage.ts';
import { PrivateDoc, type PrivateSetting } from './PrivateDoc.ts';

const SEED = 20_261_123;
const FRAMES = 4_000;
const STEP: CurrentStep = { id: 'ecrire', ...OPEN_STEP, private: { until: 'facilitator' } };
const EMPTY = { seq: 0, snapshot: null, updates: [] };

const setting = (step: CurrentStep | null = STEP): PrivateSetting => ({
  author: { id: 'ana', role: 'participant', group: null },
  step,
  standingOf: () => null,
});
const note = (text: string): Y.Map<unknown> =>
  buildMap({ kind: 'note', place: [null, 0, 0], z: 'a0', text }) as Y.Map<unknown>;

/** A device of the owner: its changes as updates. */
class Device {
  readonly doc = new Y.Doc();
  readonly updates: Uint8Array[] = [];

  constructor(client: number) {
    this.doc.clientID = client;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.updates.push(update);
    });
  }

  add(id: string, text: string): void {
    this.doc.getMap('elements').set(id, note(text));
  }

  type(id: string, letters: string): void {
    const text = this.textOf(id);
    text.insert(text.length, letters);
  }

  textOf(id: string): Y.Text {
    return elementsOf(this.doc).get(id)?.get('text') as Y.Text;
  }
}

const contentOf = ({ doc }: { doc: Y.Doc }): Record<string, { text: string; draft?: boolean; step?: string }> =>
  doc.getMap('elements').toJSON();

/** The document as it is read again from what was written. */
function readAgain(writes: readonly Write[], epoch: number): PrivateDoc {
  const updates = new Map<number, Uint8Array>();
  let snapshot: Uint8Array | null = null;
  let seq = 0;
  for (const write of writes) {
    if (write.type === 'append') updates.set(write.seq, write.update);
    if (write.type === 'append') seq = write.seq;
    if (write.type !== 'snapshot') continue;
    snapshot = write.state;
    for (const known of [...updates.keys()]) if (known <= write.seq) updates.delete(known);
  }
  return new PrivateDoc('b', 'ana', epoch, { seq, snapshot, updates: [...updates.values()] });
}

describe('a private document', () => {
  it('reads back from its log, over snapshots, with the mark of its epoch', () => {
    for (const epoch of [0, 3]) {
      const doc = new PrivateDoc('b', 'ana', epoch, EMPTY);
      const device = new Device(77);
      Y.applyUpdate(device.doc, Y.encodeStateAsUpdate(doc.doc), 'server');
      const writes: Write[] = [];
      for (let n = 0; n < 450; n++) {
        if (n % 3 === 0) device.add(`n${n}`, 'Idée');
        else device.type(`n${n - (n % 3)}`, ' suite');
        const verdict = doc.judge(device.updates.pop() as Uint8Array, setting(), false);
        if (verdict.type !== 'accepted') throw new Error(verdict.type);
        writes.push(...doc.writes(verdict.update));
      }
      expect(writes.filter(({ type }) => type === 'snapshot')).toHaveLength(2);
      const again = readAgain(writes, epoch);
      expect(contentOf(again)).toEqual(contentOf(doc));
      expect(Y.encodeStateVector(again.doc)).toEqual(Y.encodeStateVector(doc.doc));
      const vector = Y.decodeStateVector(Y.encodeStateVector(device.doc));
      expect(
        [0, 3].map((other) => new PrivateDoc('b', 'ana', other, EMPTY).judgeStateVector(vector) === 'stale'),
      ).toEqual([epoch !== 0, epoch !== 3]);
    }
  });

  it('goes on in one draft when somebody types on in a note that is gone', () => {
    const doc = new PrivateDoc('b', 'ana', 0, EMPTY);
    const device = new Device(77);
    device.add('n1', 'Ouvrir');
    doc.judge(device.updates.pop() as Uint8Array, setting(), false);
    doc.settle(['n1'], []);
    for (const letters of [' le', ' samedi', ' matin']) device.type('n1', letters);
    for (const update of device.updates.splice(0)) doc.judge(update, setting(null), false);
    // Deleted again by who wrote it: that was meant.
    device.doc.transact(() => {
      device.type('n1', ' non');
      device.textOf('n1').delete(22, 4);
    });
    for (const update of device.updates.splice(0)) doc.judge(update, setting(null), false);
    expect(Object.values(contentOf(doc))).toMatchObject([{ text: ' le samedi matin', draft: true }]);
  });

  it('keeps every note that had no room on the board, however many they are', () => {
    const doc = new PrivateDoc('b', 'ana', 0, EMPTY);
    const device = new Device(77);
    const ids = Array.from({ length: LIMITS.privateElements }, (_, n) => `n${n}`);
    device.doc.transact(() => {
      for (const id of ids) device.add(id, `Idée ${id}`);
    });
    doc.judge(device.updates.pop() as Uint8Array, setting(), true);
    doc.settle([], ids);
    expect(Object.keys(contentOf(doc)).toSorted()).toEqual(ids.toSorted());
    doc.addDrafts(['Un texte refusé'], STEP);
    expect(doc.elements().length).toBe(LIMITS.privateElements + 1);
    // Among drafts alone, the oldest give way in the end.
    doc.addDrafts(
      Array.from({ length: LIMITS.drafts }, (_, n) => `Refusé ${n}`),
      STEP,
    );
    expect(doc.elements().length).toBe(LIMITS.privateElements + LIMITS.drafts);
  });

  it('turns away a frame of thousands of notes, and of a thousand keeps what it may', () => {
    for (const [count, verdict] of [
      [1_000, 'accepted'],
      [3_000, 'violation'],
    ] as const) {
      const doc = new PrivateDoc('b', 'ana', 0, EMPTY);
      const device = new Device(77);
      device.doc.transact(() => {
        for (let n = 0; n < count; n++) device.add(`n${n}`, `Idée ${n}`);
      });
      expect(doc.judge(device.updates.pop() as Uint8Array, setting(), true).type).toBe(verdict);
      expect(doc.elements().length).toBe(verdict === 'accepted' ? LIMITS.privateElements + LIMITS.drafts : 0);
    }
  });

  it(`never throws and stays sound under ${FRAMES} frames gone wrong`, () => {
    const random = new Random(SEED);
    const devices = Array.from({ length: 4 }, (_, d) => {
      const device = new Device(1_000 + d);
      for (let n = 0; n < 40; n++) {
        const id = `n${d}-${random.below(8)}`;
        if (!elementsOf(device.doc).has(id)) device.add(id, `Idée ${n}`);
        else if (random.below(4) === 0) device.doc.getMap('elements').delete(id);
        else device.type(id, ' été');
      }
      return device.updates;
    });
    let next = devices.map(() => 0);
    /** The next honest frame of some device, or any frame gone wrong. */
    const frame = (): Uint8Array => {
      const d = random.below(devices.length);
      const updates = devices[d] as Uint8Array[];
      const isHonest = random.below(3) > 0;
      const at = isHonest ? (next[d] as number) : random.below(updates.length);
      if (isHonest) next[d] = at + 1;
      const bytes = updates[at % updates.length] as Uint8Array;
      return isHonest ? bytes : mutate(bytes, random);
    };
    let doc = new PrivateDoc('b', 'ana', 0, EMPTY);
    let writes: Write[] = [];
    let accepted = 0;
    for (let n = 0; n < FRAMES; n++) {
      const verdict = doc.judge(frame(), setting(random.below(6) === 0 ? null : STEP), random.below(9) === 0);
      if (verdict.type === 'accepted') {
        accepted++;
        writes.push(...doc.writes(verdict.update));
      }
      const isOver = verdict.type === 'broken' || n % 100 === 99;
      if (!isOver) continue;
      for (const { id, raw } of doc.elements()) {
        const { by, ...rest } = raw;
        expect([id, readPrivateElement(id, rest).ok, [undefined, 'ana'].includes(by as string)]).toEqual([
          id,
          true,
          true,
        ]);
        expect([undefined, 'ecrire']).toContain(raw.step);
        expect([undefined, true]).toContain(raw.draft);
      }
      if (verdict.type !== 'broken') expect(contentOf(readAgain(writes, 0))).toEqual(contentOf(doc));
      doc = new PrivateDoc('b', 'ana', 0, EMPTY);
      writes = [];
      next = devices.map(() => 0);
    }
    expect(accepted).toBeGreaterThan(50);
  });
});
