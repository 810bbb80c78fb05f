/** The gate under bytes gone wrong: it never throws, never stalls, and what it lets in is a sound board. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Gate } from '../../server/sync/gate.ts';
import type { Author } from '../../server/sync/judge.ts';
import { readUpdate } from '../../server/sync/updateReader.ts';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { type ElementMap, readRaw } from '../../shared/board/layout.ts';
import { readElement } from '../../shared/elements/parseElement.ts';
import { kindSamples } from '../helpers/kindSamples.ts';
import { mutate } from '../helpers/mutate.ts';
import { Random } from '../helpers/random.ts';

const SEED = 20_261_122;
const FRAMES = 100_000;
const AUTHORS: readonly Author[] = [
  { id: 'ana', role: 'participant' },
  { id: 'flora', role: 'facilitator' },
  { id: 'vera', role: 'viewer' },
];
const NOTE = { kind: 'note', place: [null, 0, 0], size: [200, 200], z: 'a0' } as const;

/** What two people say of elements and put on them. */
const MARKS: readonly (readonly [key: string, value: unknown])[] = [
  ['tag.urgent', 'red'],
  ['tag.été', 'blue'],
  ['reaction.ana.like', true],
  ['reaction.flora.question', true],
  ['comment.ana.c1', { text: 'À voir avec la mairie', at: 1 }],
  ['comment.flora.c2', { text: 'C’est noté', at: 2, re: 'ana.c1' }],
  ['resolved.flora.ana.c1', { at: 3, is: true }],
];

/** Each kind in its first look and in some others. */
const SAMPLES = kindSamples().filter(({ name, kind }, i) => name === kind.kind || i % 16 === 0);

/**
 * A board of two authors with locked and free notes, with every kind and what is said of them, and honest updates that fit it: typing,
 * moving, drawing, creating, tagging, commenting, grouping, deleting, offline days.
 */
function createCorpus(random: Random): { base: Uint8Array; updates: Uint8Array[] } {
  const board = new BoardDoc();
  board.doc.clientID = 1_000;
  board.edit('base', (write) => {
    for (let i = 0; i < 20; i++) write.create({ ...NOTE, id: `n${i}`, text: `Idée numéro ${i}`, lock: i % 5 === 0 });
    for (const [i, { kind, props, text }] of SAMPLES.entries())
      write.create({
        kind: kind.kind,
        id: `k${i}`,
        place: [null, 0, 0],
        z: 'a1',
        props,
        ...(kind.hasText && { text }),
      });
    for (const [i, [key, value]] of MARKS.entries()) write.set(`n${i}`, { marks: { [key]: value } });
  });
  board.edit('delete', (write) => write.delete('n19'));
  const base = board.encodeState();
  const updates: Uint8Array[] = [];
  for (let i = 0; i < 200; i++) {
    const one = new BoardDoc();
    one.applyRemote(base);
    one.doc.clientID = 2_000 + (i % 3);
    const before = Y.encodeStateVector(one.doc);
    for (let left = 1 + random.below(4); left > 0; left--) {
      const id = `n${random.below(20)}`;
      one.edit('random', (write) => {
        const act = random.below(9);
        const at = random.below(SAMPLES.length);
        const { kind, props } = random.pick(SAMPLES.filter((one) => one.kind === SAMPLES[at]?.kind));
        const [key, value] = random.pick(MARKS);
        if (act === 5) write.set(`k${at}`, { props });
        else if (act === 6) write.set(random.pick([id, `k${at}`]), { marks: { [key]: value } });
        else if (act === 7) write.set(random.pick([id, `k${at}`]), { group: random.pick(['g1', null]) });
        else if (act === 8) write.create({ kind: kind.kind, place: [null, 9, 9], z: 'a2', props });
        else if (act === 0) write.create({ ...NOTE, text: 'Une idée de plus', props: { color: 'green' } });
        else if (act === 1) write.set(id, { place: [null, random.below(900), random.below(900)] });
        else if (act === 2) write.splice(id, { at: random.below(10), remove: random.below(3), insert: 'été' });
        else if (act === 3) write.delete(id);
        else write.set(id, { lock: random.below(2) === 0, props: { color: 'pink' } });
      });
    }
    updates.push(random.below(8) === 0 ? one.encodeState() : Y.encodeStateAsUpdate(one.doc, before));
  }
  return { base, updates };
}

const isSound = (gate: Gate): boolean => {
  const elements = gate.doc.getMap<ElementMap>('elements');
  return (
    [...elements].every(([id, map]) => map instanceof Y.Map && readElement(id, readRaw(map)).ok) &&
    gate.doc.store.pendingStructs === null &&
    gate.doc.store.pendingDs === null &&
    [...gate.doc.share.keys()].join() === 'elements'
  );
};

describe('the reader of updates', () => {
  it('reads of an honest update what Yjs reads of it', () => {
    const { base, updates } = createCorpus(new Random(SEED));
    for (const update of [base, ...updates]) {
      const decoded = Y.decodeUpdate(update);
      const read = readUpdate(update);
      if (!read.ok) throw new Error(read.reason);
      const structs = read.value.sections.flatMap(({ client, structs }) =>
        structs.map(({ clock, length }) => ({ client, clock, length })),
      );
      expect(structs).toEqual(
        decoded.structs.map(({ id, length }) => ({ client: id.client, clock: id.clock, length })),
      );
      const deletions = [...decoded.ds.clients].flatMap(([client, items]) =>
        items.map(({ clock, len }) => ({ client, clock, end: clock + len })),
      );
      expect(read.value.deletions).toEqual(deletions);
    }
  });
});

describe('the gate', () => {
  it(`stays sound under ${FRAMES} frames gone wrong (seed ${SEED})`, () => {
    const random = new Random(SEED);
    const { base, updates } = createCorpus(random);
    const claims = new Map([
      [2_000, 'ana'],
      [2_001, 'flora'],
    ]);
    const verdicts = new Map<string, number>();
    let written = 0;
    const open = (): Gate => {
      const fresh = new Gate([base], claims);
      fresh.doc.on('update', () => written++);
      return fresh;
    };
    let gate = open();
    for (let i = 0; i < FRAMES; i++) {
      const frame = mutate(random.pick(updates), random);
      const before = written;
      const verdict = gate.judge(frame, random.pick(AUTHORS), random.below(2) === 0);
      verdicts.set(verdict.type, (verdicts.get(verdict.type) ?? 0) + 1);
      const isWritten = verdict.type === 'accepted' || verdict.type === 'broken';
      if (!isWritten && written !== before) throw new Error(`frame ${i} was ${verdict.type} and yet had an effect`);
      if (verdict.type === 'accepted' && !isSound(gate)) {
        throw new Error(`not sound after frame ${i}: ${Buffer.from(frame).toString('hex')}`);
      }
      if (verdict.type === 'broken' || i % 100 === 99) gate = open();
    }
    process.stdout.write(`    verdicts: ${JSON.stringify(Object.fromEntries(verdicts))}\n`);
    expect(verdicts.get('violation') ?? 0).toBeGreaterThan(FRAMES / 2);
    expect(verdicts.get('accepted') ?? 0).toBeGreaterThan(0);
    // Whatever Yjs would trip over has been seen before it could.
    expect(verdicts.get('broken') ?? 0).toBe(0);
  }, 120_000);
});
