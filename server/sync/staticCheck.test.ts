/** What is said of an update before it touches the document. The layout's rules are tested at the gate; here what they may cost. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { elementsOf } from '../../shared/board/layout.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { anyStruct, type ForgedSection, forgeUpdate, numberStruct } from '../../tests/helpers/forgeUpdate.ts';
import { Claims } from './Claims.ts';
import { type Check, staticCheck } from './staticCheck.ts';

function check(sections: readonly ForgedSection[], ids: Iterable<number>): Check {
  const doc = new Y.Doc();
  const claims = new Claims([...ids].map((id) => [id, 'eve']));
  const context = { doc, elements: elementsOf(doc), claims, participant: 'eve', isStep2: true };
  return staticCheck(forgeUpdate(sections), context);
}

/** Two sections that lean on each other struct by struct, and so many that lean on the end of it all. */
function ladder(rungs: number, waiting: number): ForgedSection[] {
  const [left, right] = [10, 11];
  const steps = (on: number, first: number): ForgedSection['structs'] =>
    Array.from({ length: rungs }, (_, i) => anyStruct(1, { origin: [on, i + first] }));
  return [
    { client: left, clock: 0, structs: steps(right, 0) },
    { client: right, clock: 0, structs: [numberStruct(0, 1), ...steps(left, -1).slice(1)] },
    ...Array.from({ length: waiting }, (_, i) => ({
      client: 20 + i,
      clock: 0,
      structs: [anyStruct(1, { origin: [left, rungs - 1] })],
    })),
  ];
}

const idsOf = (sections: readonly ForgedSection[]): number[] => sections.map(({ client }) => client);

it('finds out what leans on what, also where thousands wait for the last of thousands', () => {
  const sections = ladder(100_000, 1_900);
  expect(check(sections, idsOf(sections))).toMatchObject({ type: 'news', claims: [] });
});

it('finds a gap where something is lacking, or leans on itself', () => {
  const sections = ladder(10, 3);
  expect(check([...sections, { client: 90, clock: 0, structs: [anyStruct(1, { origin: [91, 0] })] }], [])).toEqual({
    type: 'gap',
  });
  const [left, right] = sections as [ForgedSection, ForgedSection];
  const circle = { ...right, structs: left.structs.map((_, i) => anyStruct(1, { origin: [10, i] })) };
  expect(check([left, circle], [])).toEqual({ type: 'gap' });
});

it('lets nobody write under ever more ids: each is in every state vector from then on', () => {
  const ids = Array.from({ length: LIMITS.clientIdsPerParticipant }, (_, i) => 1_000 + i);
  const one = (client: number): ForgedSection[] => [{ client, clock: 0, structs: [numberStruct(0, 1)] }];
  expect(check(one(77), ids.slice(1))).toMatchObject({ type: 'news', claims: [77] });
  expect(check(one(77), ids)).toEqual({ type: 'violation', rule: 'too many client ids' });
  expect(check(one(1_000), ids)).toMatchObject({ type: 'news', claims: [] });
});
