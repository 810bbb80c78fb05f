/**
 * The gate's short cut against its full way: for whatever comes, honest or gone wrong, a gate that takes plain updates as they come and
 * one that judges every update in full end with the same board, the same log, and the same answers. The workshop goes from step to step
 * meanwhile: other rights, other areas, other groups.
 */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { Gate, type Verdict } from '../../server/sync/gate.ts';
import type { Author } from '../../server/sync/judge.ts';
import { MassDeletion } from '../../server/sync/massDeletion.ts';
import { Owners } from '../../server/sync/Owners.ts';
import { OPEN_STEP, type Step } from '../../shared/access/Step.ts';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { kindSamples } from '../helpers/kindSamples.ts';
import { mutate } from '../helpers/mutate.ts';
import { Random } from '../helpers/random.ts';

const SEEDS = 40;
const TURNS = 250;
const AUTHORS: readonly Author[] = [
  { id: 'ana', role: 'participant', group: 'table' },
  { id: 'bruno', role: 'participant', group: null },
  { id: 'flora', role: 'facilitator' },
];
const REACHES = ['all', 'own', 'none'] as const;
const NOTE = { kind: 'note', place: [null, 0, 0], size: [200, 200], z: 'a0' } as const;

const contentOf = (doc: Y.Doc): unknown => doc.getMap('elements').toJSON();

/** Some of the areas there are, of those that hold nothing, and of those there are not. */
const randomAreas = (random: Random): Step['areas'] =>
  random.below(2) === 0 ? 'all' : ['f0', 'f1', 'f2', 'n1', 'gone'].filter(() => random.below(2) === 0);

const randomStep = (random: Random): Step => ({
  ...OPEN_STEP,
  areas: randomAreas(random),
  edit: random.pick(REACHES),
  move: random.pick(['all', 'all', ...REACHES]),
  comment: random.below(3) > 0,
  ...(random.below(6) === 0 && { private: { until: 'partage' } }),
  ...(random.below(2) === 0 && { groups: { table: { areas: randomAreas(random), move: random.pick(REACHES) } } }),
});

const SAMPLES = kindSamples();
/** Of kinds with such a prop, and of kinds without. */
const HOSTILE_KEYS = ['points', 'from', 'to', 'hash', 'form', 'opacity', 'extent', 'width'] as const;
const HOSTILE: readonly unknown[] = [
  Number.NaN,
  -1,
  1e308,
  '',
  null,
  [],
  [{ x: 1 }],
  { id: 'n1', x: 1, y: 1 },
  [0, 0, 50],
];
const REACTION = ['like', 'love'] as const;

/** What people put on an element and say of it, in their own name and in others'; nearly all of it again and again under the same keys. */
function randomMark(random: Random, me: string): Readonly<Record<string, unknown>> {
  const who = random.below(6) === 0 ? random.pick(AUTHORS).id : me;
  const text = random.pick(['Oui', 'À voir avec la mairie', 'x'.repeat(2_100), '']);
  const marks: readonly (readonly [string, unknown])[] = [
    [`tag.${random.pick(['urgent', 'été', '__proto__', ' ', 'a.b'])}`, random.pick(['blue', 'red', 'beige'])],
    [`reaction.${who}.${random.pick(REACTION)}`, random.pick([true, true, false, undefined])],
    [`comment.${who}.c${random.below(2)}`, { text, at: random.below(99) }],
    [`comment.${who}.c0`, undefined],
    [`resolved.${who}.${random.pick(AUTHORS).id}.c0`, { at: random.below(9), is: random.below(2) === 0 }],
  ];
  const [key, value] = random.pick(marks);
  return { [key]: value };
}

/** One person's next gesture, as the bytes their client sends. */
function gesture(person: BoardDoc, random: Random, me: string): Uint8Array {
  let frame: Uint8Array = new Uint8Array([0, 0]);
  const keep = (update: Uint8Array): void => {
    frame = update;
  };
  person.doc.on('update', keep);
  const isFrame = random.below(5) === 0;
  const id = isFrame ? `f${random.below(3)}` : `n${random.below(12)}`;
  const sample = random.pick(SAMPLES);
  const drawn = `k-${sample.kind.kind}`;
  const parent = random.pick([null, null, 'f0', 'f1', 'f2', 'n1', 'gone']);
  person.edit('random', (write) => {
    const act = random.below(16);
    if (act === 10) {
      const init = { id: drawn, kind: sample.kind.kind, place: [parent, 0, 0], z: 'a0', props: sample.props } as const;
      if (!person.get(drawn)) write.create(init);
      else write.set(drawn, { props: sample.props });
    } else if (act === 11) write.set(drawn, { props: { [random.pick(HOSTILE_KEYS)]: random.pick(HOSTILE) } });
    else if (act === 12) write.set(random.pick([id, drawn]), { group: random.pick(['g1', 'g2', null]) });
    else if (act > 12) write.set(random.pick(['n1', id, drawn]), { marks: randomMark(random, me) });
    else if (!person.get(id)) write.create({ ...NOTE, id, place: [parent, 0, 0], kind: isFrame ? 'frame' : 'note' });
    else if (act === 0) {
      write.set(id, { place: [parent, 1, 1] });
      write.set(random.pick(['f0', 'f1', 'f2', id].filter((one) => person.get(one))), { place: [parent, 2, 2] });
    } else if (act === 1 && !isFrame)
      write.splice(id, { at: random.below(10), remove: random.below(3), insert: 'été' });
    else if (act === 2) write.delete(id);
    else if (act === 3) write.set(id, { lock: random.below(2) === 0 });
    else if (act === 4) write.set(id, { place: [null, Number.NaN, 1] });
    else if (act === 5 && !isFrame) write.set(id, { props: { color: random.below(2) ? 'pink' : 'mauve' } });
    else
      write.set(id, {
        place: [person.get(id)?.place[0] ?? parent, random.below(900), random.below(900)],
        z: `a${random.below(9)}V`,
      });
  });
  person.doc.off('update', keep);
  return frame;
}

it(`is the same board in ${SEEDS} seeds of ${TURNS} gestures, three frames gone wrong before each`, () => {
  let plain = 0;
  let wrong = 0;
  let confined = 0;
  let refused = 0;
  for (let seed = 0; seed < SEEDS; seed++) {
    const random = new Random(1_000 + seed);
    let now = 0;
    const deletions = (): MassDeletion => new MassDeletion(() => now);
    const owners = new Map<string, string>();
    let step = OPEN_STEP;
    const quick = new Gate([], new Map(), { deletions: deletions() });
    const full = new Gate([], new Map(), { deletions: deletions() });
    const log: Uint8Array[] = [];
    const claims = new Map<number, string>();
    const people = AUTHORS.map((_, index) => {
      const person = new BoardDoc();
      person.doc.clientID = 3_000 + index;
      return person;
    });

    /** Gives one frame to a gate with the short cut and to one without: same answer, same board. */
    const give = (short: Gate, long: Gate, frame: Uint8Array, author: Author): Verdict => {
      const where = `seed ${seed}, ${Buffer.from(frame).toString('base64')}`;
      const isPlain = short.isPlain(frame, author, step);
      const verdict = isPlain ? short.applyPlain(frame) : short.judge(frame, author, false, step);
      const fully = long.judge(frame, author, false, step);
      expect([where, verdict.type]).toEqual([where, fully.type]);
      if (isPlain) {
        plain++;
        if (step.areas !== 'all') confined++;
        const accepted = expect.objectContaining({ type: 'accepted', refused: new Map(), claims: [], owners: [] });
        expect([where, fully]).toEqual([where, accepted]);
      }
      expect([where, contentOf(short.doc)]).toEqual([where, contentOf(long.doc)]);
      return verdict;
    };

    /** Bytes gone wrong that still look plain: tried on copies, so that the honest ones go on. */
    const tryWrong = (frame: Uint8Array, author: Author): void => {
      if (!quick.isPlain(frame, author, step)) return;
      wrong++;
      const copy = (): Gate => new Gate(log, claims, { owners: new Owners(owners) });
      give(copy(), copy(), frame, author);
    };

    for (let turn = 0; turn < TURNS; turn++) {
      now += 4_000;
      if (random.below(12) === 0) step = randomStep(random);
      const index = random.below(AUTHORS.length);
      const [person, author] = [people[index] as BoardDoc, AUTHORS[index] as Author];
      const frame = gesture(person, random, author.id);
      for (let tries = 0; tries < 3; tries++) tryWrong(mutate(frame, random), author);
      const verdict = give(quick, full, frame, author);
      if (verdict.type === 'accepted') {
        log.push(verdict.update);
        for (const client of verdict.claims) claims.set(client, author.id);
        for (const { element, participant } of verdict.owners) owners.set(element, participant as string);
        if (verdict.refused.has('role')) refused++;
      }
      // Others, and what was taken back, reach everyone.
      for (const other of people) other.applyRemote(Y.encodeStateAsUpdate(quick.doc, Y.encodeStateVector(other.doc)));
    }
    expect(Y.decodeStateVector(Y.encodeStateVector(quick.doc))).toEqual(
      Y.decodeStateVector(Y.encodeStateVector(full.doc)),
    );
    expect(contentOf(new Gate(log, claims).doc)).toEqual(contentOf(quick.doc));
  }
  expect(plain).toBeGreaterThan(SEEDS * 20);
  expect(wrong).toBeGreaterThan(SEEDS);
  expect(confined).toBeGreaterThan(SEEDS);
  expect(refused).toBeGreaterThan(SEEDS * 20);
}, 240_000);
