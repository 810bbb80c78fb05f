/**
 * What no client of ours ever writes in the areas one thinks with, given to the real gate as bytes: members of families that are none, too many or
 * too long, names every object has, cells and axes out of all bounds. What is refused leaves nothing; what is taken is read, arranged, painted
 * and written down by everybody, whatever it is called.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Gate, type Verdict } from '../../server/sync/gate.ts';
import type { Author } from '../../server/sync/judge.ts';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { buildMap, type ElementMap } from '../../shared/board/layout.ts';
import { areaTable } from '../../shared/deliverables/areaTable.ts';
import { boardJson } from '../../shared/deliverables/boardJson.ts';
import { rowsOfBoard } from '../../shared/deliverables/table.ts';
import { findKind, KINDS } from '../../shared/elements/registry.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { paintedTexts } from '../helpers/paintedTexts.ts';

const ANA: Author = { id: 'ana', role: 'participant' };
const [TEXT = ''] = shortContributions(1);

/** A sound member of each family there is, by kind. */
const MEMBERS: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>> = {
  grid: {
    row: { name: 'Actions', type: 'notes', z: 'a0', height: 120 },
    col: { name: 'Avant de venir', z: 'a0', width: 260, date: '2026-11-24' },
    rowname: { is: 'Actions' },
    rowtype: { is: 'emotion' },
    roworder: { is: 'a1' },
    rowheight: { is: 240 },
    colname: { is: 'Après' },
    colorder: { is: 'a1' },
    colwidth: { is: 300 },
    coldate: { is: '2026-11-25' },
    takes: { z: 'a0', cell: 'r1:c1', color: 'red', tag: 'urgent' },
  },
  radar: { ring: { name: 'Demain', z: 'a0' }, sector: { name: 'Accueil', z: 'a0' } },
  map: { pin: { x: 0.2, y: 0.85, of: 'note', z: 'a0' } },
  deck: { out: { z: 'a0' } },
};
const FAMILIES = Object.entries(MEMBERS).flatMap(([kind, families]) =>
  Object.entries(families).map(([family, sound]) => ({ kind, family, sound })),
);

/** What no field of a member may be. */
const NO_VALUES: readonly unknown[] = [
  ...[Number.NaN, Number.POSITIVE_INFINITY, -1e308, -1, 1e15, 0.5, true],
  ...['x'.repeat(10_000), '__proto__', '<img src=x onerror=alert(1)>', '\u0000', null],
  ...[{}, [], { toString: 'x' }, ['a0']],
];
const takes = (kind: string, props: Readonly<Record<string, unknown>>): boolean =>
  findKind(kind)?.parse(props).ok === true;

/** A board with an area of each of these kinds, and a note in each. */
function openGate(): Gate {
  const gate = new Gate([], new Map());
  const put = (elements: Y.Map<ElementMap>): void => {
    for (const [kind, families] of Object.entries(MEMBERS)) {
      const props = Object.fromEntries(Object.entries(families).map(([family, sound]) => [`${family}:sound`, sound]));
      elements.set(kind, buildMap({ kind, place: [null, 0, 0], z: 'a0', text: 'Atelier', props }));
      elements.set(`in-${kind}`, buildMap({ kind: 'note', place: [kind, 9, 9], z: 'a1', text: TEXT }));
    }
    elements.set('matrix', buildMap({ kind: 'matrix', place: [null, 0, 0], z: 'a0', text: 'Tri' }));
    elements.set('cluster', buildMap({ kind: 'cluster', place: [null, 0, 0], z: 'a0', text: 'Thème' }));
    elements.set('note', buildMap({ kind: 'note', place: [null, 0, 0], z: 'a2', text: TEXT }));
  };
  expect(refused(gate.judge(frameOf(gate, 1_000, put), ANA, false))).toEqual([]);
  return gate;
}

function frameOf(gate: Gate, client: number, act: (elements: Y.Map<ElementMap>) => void): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(gate.doc));
  doc.clientID = client;
  const before = Y.encodeStateVector(doc);
  doc.transact(() => act(doc.getMap<ElementMap>('elements')));
  return Y.encodeStateAsUpdate(doc, before);
}

const contentOf = (gate: Gate): unknown => gate.doc.getMap('elements').toJSON();
const refused = (verdict: Verdict): unknown => (verdict.type === 'accepted' ? [...verdict.refused.keys()] : verdict);

let clients = 2_000;
/** Sets keys on an element, as a frame of somebody's. */
const send = (gate: Gate, id: string, fields: Readonly<Record<string, unknown>>): Verdict =>
  gate.judge(
    frameOf(gate, ++clients, (elements) => {
      for (const [key, value] of Object.entries(fields)) elements.get(id)?.set(key, value);
    }),
    ANA,
    false,
  );

/** Everybody reads, arranges, paints and writes down what stands there. */
function expectReadable(gate: Gate): void {
  const board = new BoardDoc();
  board.applyRemote(Y.encodeStateAsUpdate(gate.doc));
  for (const element of board.elements()) expect([element.id, element.problem]).toEqual([element.id, undefined]);
  expect(board.tree.descendants(null)).toHaveLength(board.size);
  const rows = rowsOfBoard(board, { title: 'Atelier', locale: 'fr', person: () => undefined });
  const notes = [...board.elements()].filter(({ kind }) => kind === 'note').map(({ id }) => id);
  expect(rows.map(({ note }) => note).sort()).toEqual(notes.sort());
  for (const id of board.ids()) {
    const box = board.bounds(id);
    expect([id, box && [box.x, box.y, box.w, box.h].every(Number.isFinite)]).toEqual([id, true]);
    areaTable(board, id, 'fr');
  }
  const facts = { id: 'b', title: '', template: '', locale: 'fr', timeZone: 'Europe/Paris', fields: {} } as const;
  expect(JSON.stringify(boardJson(board, { facts, person: () => undefined }))).not.toMatch(/NaN|Infinity/);
  expect(paintedTexts(board, 'fr').length).toBeGreaterThan(0);
}

describe('the gate, and the families of areas', () => {
  it('are all tried here', () => {
    const there = Object.values(KINDS).flatMap(({ kind, families = [] }) => families.map((one) => `${kind} ${one}`));
    expect(FAMILIES.map(({ kind, family }) => `${kind} ${family}`).sort()).toEqual(there.sort());
    expectReadable(openGate());
  });

  it.each(FAMILIES)('takes no $family of a $kind that is none, and leaves nothing of it', ({ kind, family, sound }) => {
    const gate = openGate();
    const before = contentOf(gate);
    const key = `${family}:x`;
    const never: Readonly<Record<string, unknown>>[] = [
      ...NO_VALUES.filter((value) => !isEmptyRecord(value)).map((value) => ({ [key]: value })),
      { [key]: { ...sound, more: 1 } },
      ...[`${family}:`, `${family}:a:b`, `${family}:a b`, `${family}:../../etc/passwd`, `${family}:${'x'.repeat(65)}`]
        .concat(`${family.toUpperCase()}:x`, '__proto__:x', 'constructor:x', `${family}x`)
        .map((name) => ({ [name]: sound })),
    ];
    // Of single fields some take what no other does: a name is whatever words there are, and what may be left out may be left out.
    const fields = Object.keys(sound).flatMap((field) => [
      ...NO_VALUES.map((value) => ({ [key]: { ...sound, [field]: value } })),
      { [key]: Object.fromEntries(Object.entries(sound).filter(([name]) => name !== field)) },
    ]);
    const refusable = fields.filter((one) => !takes(kind, one));
    expect(refusable.length).toBeGreaterThan(fields.length / 2);
    for (const one of [...never, ...refusable])
      expect([one, refused(send(gate, kind, one))]).toEqual([one, ['schema']]);
    expect(contentOf(gate)).toEqual(before);
    // Nor in a new area, nor beside members that are sound.
    const made = frameOf(gate, ++clients, (elements) => {
      const props = { [key]: sound, [`${family}:y`]: { ...sound, z: '' } };
      elements.set('made', buildMap({ kind, place: [null, 0, 0], z: 'a0', props }));
    });
    expect(refused(gate.judge(made, ANA, false))).toEqual(['schema']);
    expect(contentOf(gate)).toEqual(before);
    expectReadable(gate);
  });

  it.each(FAMILIES)(
    'takes at most so many $family of a $kind, in one frame or one by one',
    ({ kind, family, sound }) => {
      const gate = openGate();
      const many = (from: number, to: number): Record<string, unknown> =>
        Object.fromEntries(Array.from({ length: to - from }, (_, n) => [`${family}:m${from + n}`, sound]));
      const before = contentOf(gate);
      expect(refused(send(gate, kind, many(0, LIMITS.familyMembers)))).toEqual(['limit']);
      expect(contentOf(gate)).toEqual(before);
      expect(refused(send(gate, kind, many(0, LIMITS.familyMembers - 1)))).toEqual([]);
      const full = contentOf(gate);
      for (let n = 0; n < 3; n++) expect(refused(send(gate, kind, many(1_000 + n, 1_001 + n)))).toEqual(['limit']);
      expect(contentOf(gate)).toEqual(full);
      // One goes, one comes.
      expect(refused(send(gate, kind, { [`${family}:m0`]: undefined, [`${family}:neu`]: sound }))).toEqual([]);
      expectReadable(gate);
    },
  );

  it.each(FAMILIES)(
    'makes nothing of a $family of a $kind that is called as every object’s own things are',
    ({ kind, family, sound }) => {
      const gate = openGate();
      const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', '-', '_'];
      const fields = Object.fromEntries(names.map((name) => [`${family}:${name}`, sound]));
      expect(refused(send(gate, kind, fields))).toEqual([]);
      for (const row of ['__proto__', 'constructor', 'sound'])
        for (const column of ['__proto__', 'toString', 'sound'])
          expect(refused(send(gate, `in-${kind}`, { place: [kind, 3, 4, `${row}:${column}`] }))).toEqual([]);
      expectReadable(gate);
      expect(({} as Record<string, unknown>).name).toBe(undefined);
    },
  );

  const PLACES: readonly unknown[] = [
    ['grid', 0, 0, '../..'],
    ['grid', 0, 0, 'a:b:c'],
    ['grid', 0, 0, ':'],
    ['grid', 0, 0, `${'x'.repeat(65)}:c`],
    ['grid', 0, 0, { row: 'a' }],
    ['grid', 0, 0, null],
    ['grid', 0, 0, 'r:c', 'more'],
    ['grid', Number.NaN, 0, 'r:c'],
    ['grid', 0, Number.NEGATIVE_INFINITY, 'r:c'],
    ['grid', 1e300, 0, 'r:c'],
    ['', 0, 0],
    [{}, 0, 0],
  ];
  it.each(PLACES.map((place) => [JSON.stringify(place), place]))('lets nobody put a note at %s', (_name, place) => {
    const gate = openGate();
    const before = contentOf(gate);
    expect(refused(send(gate, 'note', { place }))).toEqual(['schema']);
    expect(contentOf(gate)).toEqual(before);
  });

  const axis = { name: 'Effort', scale: 'linear', min: 0, max: 100 };
  const PROPS: readonly (readonly [id: string, fields: Readonly<Record<string, unknown>>])[] = [
    ['matrix', { x: null }],
    ['matrix', { x: { ...axis, min: Number.NaN } }],
    ['matrix', { x: { ...axis, min: 100, max: 100 } }],
    ['matrix', { y: { ...axis, scale: 'log', min: 0 } }],
    ['matrix', { y: { ...axis, scale: 'date', min: 0.5 } }],
    ['matrix', { y: { ...axis, scale: 'ordinal', steps: ['une'] } }],
    ['matrix', { y: { ...axis, scale: 'ordinal', steps: Array(1_000).fill('un') } }],
    ['matrix', { x: { ...axis, name: 'x'.repeat(10_000) } }],
    ['matrix', { columns: 1e9 }],
    ['matrix', { rows: 0 }],
    ['matrix', { rows: 2.5 }],
    ['matrix', { weight: Number.NaN }],
    ['matrix', { quadrants: Array(1_000).fill('Vite') }],
    ['matrix', { tint: '__proto__' }],
    ['cluster', { layout: 'constructor' }],
    ['cluster', { collapsed: 1 }],
    ['cluster', { takes: {} }],
    ['cluster', { takes: { tag: ' ' } }],
    ['cluster', { takes: { color: 'red', more: 1 } }],
    ['cluster', { 'row:r1': { name: '', type: 'notes', z: 'a0' } }],
    ['deck', { face: 'none' }],
    ['deck', { draw: '__proto__' }],
    ['map', { hash: '../../../../etc/passwd' }],
    ['map', { alt: 'x'.repeat(100_000) }],
    ['radar', { roles: 'yes' }],
    ['grid', { lines: 'constructor' }],
    ['grid', { counts: false }],
    ['grid', { preset: 'x'.repeat(41) }],
  ];
  it.each(PROPS)('takes back of a %s: %j', (id, fields) => {
    const gate = openGate();
    const before = contentOf(gate);
    expect(refused(send(gate, id, fields))).toEqual(['schema']);
    expect(contentOf(gate)).toEqual(before);
  });

  it('takes whatever it takes whole, and nothing it takes can be read by nobody', () => {
    const value = fc.oneof(
      fc.constantFrom(...NO_VALUES.filter((one) => one !== null)),
      fc.jsonValue({ maxDepth: 3 }),
      ...FAMILIES.map(({ sound }) =>
        fc.dictionary(fc.constantFrom(...Object.keys(sound), 'more'), fc.jsonValue({ maxDepth: 1 })).map((more) => ({
          ...sound,
          ...more,
        })),
      ),
    );
    const target = fc.constantFrom(...FAMILIES);
    fc.assert(
      fc.property(target, fc.stringMatching(/^[\w:.-]{1,20}$/), value, ({ kind, family }, name, one) => {
        const gate = openGate();
        const before = contentOf(gate);
        const codes = refused(send(gate, kind, { [`${family}:${name}`]: one }));
        if (isEmpty(codes)) expectReadable(gate);
        else expect([contentOf(gate), Array.isArray(codes)]).toEqual([before, true]);
      }),
      { numRuns: 150 },
    );
  });
});

/** Of a part of a member it says that the part was taken away. */
const isEmptyRecord = (value: unknown): boolean => JSON.stringify(value) === '{}';
const isEmpty = (codes: unknown): boolean => Array.isArray(codes) && codes.length === 0;
