/**
 * What no client of ours ever writes in the new kinds and in what is said of elements, given to the gate as bytes: values out of all
 * bounds, lines that end at themselves, words in others' names, far too many of anything. Nothing of it stands, and what else is on the
 * board stays as it was. Where an honest writer might have come to such a frame, their words are handed back.
 */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Gate, type Verdict } from '../../server/sync/gate.ts';
import type { Author, RefusalCode } from '../../server/sync/judge.ts';
import { OPEN_STEP, type Step } from '../../shared/access/Step.ts';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { Folds } from '../../shared/board/Folds.ts';
import { buildMap, type ElementMap } from '../../shared/board/layout.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { anyStruct, type ForgedStruct, forgeUpdate, numberStruct } from '../helpers/forgeUpdate.ts';

const ANA: Author = { id: 'ana', role: 'participant' };
const BRUNO: Author = { id: 'bruno', role: 'participant' };
const LEA: Author = { id: 'lea', role: 'facilitator' };
const [TEXT = '', WORDS = ''] = shortContributions(2);

type Fields = Readonly<Record<string, unknown>>;

/** A board with a note of Ana's, a locked one, a line and a stroke, and what Bruno has said of the note. */
function openGate(): Gate {
  const gate = new Gate([], new Map());
  const write = (author: Author, client: number, act: (elements: Y.Map<ElementMap>) => void): void => {
    expect(gate.judge(frameOf(gate, client, act), author, false)).toMatchObject({
      type: 'accepted',
      refused: new Map(),
    });
  };
  const at = { place: [null, 0, 0], z: 'a0' } as const;
  write(ANA, 1_000, (elements) => {
    elements.set('note', buildMap({ ...at, kind: 'note', text: TEXT }));
    elements.set('line', buildMap({ ...at, kind: 'connector', props: { from: { id: 'note', x: 0, y: 0 } } }));
    elements.set('stroke', buildMap({ ...at, kind: 'stroke', props: { points: [0, 0, 50], extent: [9, 9] } }));
  });
  write(LEA, 1_001, (elements) => elements.set('locked', buildMap({ ...at, kind: 'note', text: TEXT, lock: true })));
  write(BRUNO, 1_002, (elements) => elements.get('note')?.set('comment.bruno.c1', { text: WORDS, at: 1 }));
  return gate;
}

/** What somebody at this board sends under an id of theirs. */
function frameOf(gate: Gate, client: number, act: (elements: Y.Map<ElementMap>) => void): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(gate.doc));
  doc.clientID = client;
  const before = Y.encodeStateVector(doc);
  doc.transact(() => act(doc.getMap<ElementMap>('elements')));
  return Y.encodeStateAsUpdate(doc, before);
}

const contentOf = (gate: Gate): unknown => gate.doc.getMap('elements').toJSON();

/** Sets keys on an element. */
const keys =
  (id: string, fields: Fields) =>
  (elements: Y.Map<ElementMap>): void => {
    for (const [key, value] of Object.entries(fields)) elements.get(id)?.set(key, value);
  };
/** Puts a new element there. */
const made =
  (kind: string, props: Fields) =>
  (elements: Y.Map<ElementMap>): void => {
    elements.set('made', buildMap({ kind, place: [null, 0, 0], z: 'a0', props }));
  };
const many = (count: number, entry: (n: number) => readonly [string, unknown]): Fields =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => entry(n)));

type Case = readonly [name: string, code: RefusalCode, act: (elements: Y.Map<ElementMap>) => void];

const CASES: readonly Case[] = [
  ['a stroke of more points than there may be', 'schema', keys('stroke', { points: Array(3 * 4_001).fill(1) })],
  ['a stroke of as many numbers as a message holds', 'schema', keys('stroke', { points: Array(4_000_000).fill(1) })],
  ['points that are objects', 'schema', keys('stroke', { points: [{ x: 1, y: 1 }, 2, 3] })],
  ['points that are no whole number of points', 'schema', keys('stroke', { points: [1, 1, 50, 1] })],
  ['points that are no numbers', 'schema', keys('stroke', { points: [Number.NaN, 1, 50] })],
  ['points at the end of the world', 'schema', keys('stroke', { points: [Number.POSITIVE_INFINITY, -1, 50] })],
  ['points outside their raster', 'schema', keys('stroke', { points: [10, 10, 50] })],
  ['a pen pressed harder than a pen can be', 'schema', keys('stroke', { points: [1, 1, 101] })],
  ['a stroke without points', 'schema', keys('stroke', { points: [] })],
  ['a raster of nothing', 'schema', keys('stroke', { extent: [0, 0] })],
  ['a raster without end', 'schema', keys('stroke', { extent: [1e15, 1e15] })],
  ['a width that is none', 'schema', keys('stroke', { width: Number.NaN })],
  ['a text in a stroke', 'schema', (elements) => elements.get('stroke')?.set('text', new Y.Text('Coucou') as never)],
  ['a line that ends nowhere', 'schema', keys('line', { to: null })],
  ['a line that ends at an id that is none', 'schema', keys('line', { to: { id: '../../etc', x: 0, y: 0 } })],
  ['a line with an end of other keys', 'schema', keys('line', { to: { x: 0, y: 0, z: 0 } })],
  ['a line whose end is not on the wall', 'schema', keys('line', { to: { x: 1e308, y: Number.NaN } })],
  ['a line at half a spot', 'schema', keys('line', { to: { id: 'note', x: 0, y: 0, fx: 0.5 } })],
  ['a head that is none', 'schema', keys('line', { end: 'axe' })],
  ['a picture of a path', 'schema', made('image', { hash: '../../../../etc/passwd', width: 1, height: 1 })],
  ['a picture of too many pixels', 'schema', made('image', { hash: '', width: 1e9, height: 1e9 })],
  ['a shape of no form', 'schema', made('shape', { form: '__proto__' })],
  ['a shape turned without end', 'schema', made('shape', { form: 'ellipse', angle: 1e308 })],
  ['a group whose name is none', 'schema', keys('note', { group: '<img src=x>' })],
  ['a group that is an object', 'schema', keys('note', { group: { id: 'g1' } })],
  ['a tag of hidden signs', 'schema', keys('note', { 'tag.\u200b\u202e': 'blue' })],
  ['a tag longer than there may be', 'schema', keys('note', { [`tag.${'x'.repeat(41)}`]: 'blue' })],
  ['a tag of no colour', 'schema', keys('note', { 'tag.urgent': '__proto__' })],
  ['a mark of no sort', 'schema', keys('note', { 'vote.ana.yes': true })],
  [
    'thirteen tags',
    'limit',
    keys(
      'note',
      many(LIMITS.tagsPerElement + 1, (n) => [`tag.t${n}`, 'blue']),
    ),
  ],
  [
    'a thousand tags',
    'limit',
    keys(
      'note',
      many(1_000, (n) => [`tag.t${n}`, 'blue']),
    ),
  ],
  [
    'more comments than there may be',
    'limit',
    keys(
      'note',
      many(LIMITS.commentsPerElement, (n) => [`comment.ana.c${n}`, { text: 'Encore', at: n }]),
    ),
  ],
  [
    'a comment longer than there may be',
    'schema',
    keys('note', { 'comment.ana.c1': { text: 'x'.repeat(2_001), at: 1 } }),
  ],
  ['a comment of nothing', 'schema', keys('note', { 'comment.ana.c1': { text: ' \n', at: 1 } })],
  ['a comment at no time', 'schema', keys('note', { 'comment.ana.c1': { text: WORDS, at: Number.NaN } })],
  ['a comment that answers itself', 'schema', keys('note', { 'comment.ana.c1': { text: WORDS, at: 1, re: 'ana.c1' } })],
  ['a comment with more in it', 'schema', keys('note', { 'comment.ana.c1': { text: WORDS, at: 1, by: 'bruno' } })],
  ['a reaction that is a number', 'schema', keys('note', { 'reaction.ana.like': 1_000 })],
  ['a reaction there is not', 'author', keys('note', { 'reaction.ana.hate': true })],
  ['a comment in another’s name', 'author', keys('note', { 'comment.bruno.c2': { text: WORDS, at: 2 } })],
  ['another’s comment with other words', 'author', keys('note', { 'comment.bruno.c1': { text: 'Non', at: 1 } })],
  ['another’s comment taken away', 'author', (elements) => elements.get('note')?.delete('comment.bruno.c1')],
  ['a reaction in the name of nobody', 'author', keys('note', { 'reaction.__proto__.like': true })],
  [
    'another’s thread settled in another’s name',
    'author',
    keys('note', { 'resolved.bruno.bruno.c1': { at: 1, is: true } }),
  ],
  ['a locked note tagged', 'locked', keys('locked', { 'tag.urgent': 'red' })],
  ['a locked note grouped', 'locked', keys('locked', { group: 'g1' })],
  [
    'a locked note tagged behind a comment',
    'locked',
    keys('locked', { 'comment.ana.c1': { text: WORDS, at: 1 }, 'tag.x': 'red' }),
  ],
];

const refusedOf = (verdict: Verdict): unknown => (verdict.type === 'accepted' ? [...verdict.refused.keys()] : verdict);

describe('the gate', () => {
  it.each(CASES)('takes %s back (%s), and only that', (_name, code, act) => {
    const gate = openGate();
    const before = contentOf(gate);
    const verdict = gate.judge(frameOf(gate, 2_000, act), ANA, false);
    expect(refusedOf(verdict)).toEqual([code]);
    expect(contentOf(gate)).toEqual(before);
    // What goes to the others and to the disk holds nothing of it either.
    const replica = new Gate([Y.encodeStateAsUpdate(gate.doc)], new Map());
    expect(contentOf(replica)).toEqual(before);
  });

  it('lets a locked element be spoken of, and nothing else', () => {
    const gate = openGate();
    const said = keys('locked', { 'comment.ana.c1': { text: WORDS, at: 1 }, 'reaction.ana.like': true });
    expect(refusedOf(gate.judge(frameOf(gate, 2_000, said), ANA, false))).toEqual([]);
    expect(contentOf(gate)).toMatchObject({ locked: { 'comment.ana.c1': { text: WORDS } } });
  });

  it('keeps half a sign out: bytes that are no letters never reach the document', () => {
    const gate = openGate();
    const before = contentOf(gate);
    const frame = frameOf(gate, 2_000, keys('note', { 'comment.ana.c1': { text: 'XYZ half', at: 1 } }));
    const at = Buffer.from(frame).indexOf('XYZ');
    // D83D alone, as no UTF-8 has it.
    frame.set([0xed, 0xa0, 0xbd], at);
    expect(gate.judge(frame, ANA, false)).toMatchObject({ type: 'violation' });
    expect(contentOf(gate)).toEqual(before);
  });

  it('takes back a value whose key is the name of what every object has', () => {
    const gate = openGate();
    const before = contentOf(gate);
    // Yjs would not write it: the name is put into the bytes.
    const frame = frameOf(gate, 2_000, keys('line', { to: { x: 0, y: 0, constructoX: 1 } }));
    frame.set(Buffer.from('constructor'), Buffer.from(frame).indexOf('constructoX'));
    expect(refusedOf(gate.judge(frame, ANA, false))).toEqual(['schema']);
    expect(contentOf(gate)).toEqual(before);
  });

  it.each([
    ['another element', { id: 'note', x: 1, y: 1 }],
    ['itself', { id: 'line', x: 1, y: 1 }],
    ['another line, which ends at this one', { id: 'other', x: 1, y: 1 }],
    ['one that is not there', { id: 'gone', x: 1, y: 1 }],
  ])('takes a line that ends at %s, and everybody reads where it is', (_name, to) => {
    const gate = openGate();
    const other = buildMap({
      kind: 'connector',
      place: ['line', 5, 5],
      z: 'a1',
      props: { from: { id: 'line', x: 0, y: 0 } },
    });
    const act = (elements: Y.Map<ElementMap>): void => {
      elements.set('other', other);
      keys('line', { from: to, to })(elements);
    };
    expect(refusedOf(gate.judge(frameOf(gate, 2_000, act), ANA, false))).toEqual([]);
    const board = new BoardDoc();
    board.applyRemote(Y.encodeStateAsUpdate(gate.doc));
    for (const id of ['line', 'other']) {
      const { x, y, w, h } = board.bounds(id) ?? { x: Number.NaN, y: 0, w: 0, h: 0 };
      expect([x, y, w, h].every(Number.isFinite)).toBe(true);
      const element = board.get(id);
      if (element) expect(kindOf(element).hitTest(element, { x: 1, y: 1 }, board)).toBeTypeOf('boolean');
    }
    // Where it is released, the same.
    board.edit('delete', (write) => write.delete('note'));
    expect(board.bounds('line')).not.toBeNull();
  });

  it('takes branches that go in a circle, and everybody reads a tree', () => {
    const gate = openGate();
    const branch = (from: string, to: string): ElementMap => {
      const props = { from: { id: from, x: 0, y: 0 }, to: { id: to, x: 0, y: 0 }, branch: true };
      return buildMap({ kind: 'connector', place: [null, 0, 0], z: 'a1', props });
    };
    const act = (elements: Y.Map<ElementMap>): void => {
      for (const id of ['a', 'b'])
        elements.set(id, buildMap({ kind: 'note', place: [null, 0, 0], z: 'a0', props: { node: 'folded' } }));
      for (const [n, [from, to]] of (['note a', 'a b', 'b note', 'a a', 'b a'] as const)
        .map((one) => one.split(' '))
        .entries())
        elements.set(`branch-${n}`, branch(from as string, to as string));
    };
    expect(refusedOf(gate.judge(frameOf(gate, 2_000, act), ANA, false))).toEqual([]);
    const board = new BoardDoc();
    board.applyRemote(Y.encodeStateAsUpdate(gate.doc));
    const folds = new Folds((id) => board.get(id));
    folds.update(board.ids());
    expect(['a', 'b', 'note'].map((id) => folds.map.root(id))).toEqual(['a', 'a', 'a']);
    expect(folds.isHidden('a')).toBe(false);
  });

  it('takes a stranger’s group: it only says what is moved together', () => {
    const gate = openGate();
    const grouped = (id: string): ((elements: Y.Map<ElementMap>) => void) => keys(id, { group: 'g-of-bruno' });
    expect(refusedOf(gate.judge(frameOf(gate, 2_001, grouped('note')), BRUNO, false))).toEqual([]);
    expect(refusedOf(gate.judge(frameOf(gate, 2_000, grouped('stroke')), ANA, false))).toEqual([]);
    const still: Step = { ...OPEN_STEP, move: 'own' };
    const frame = frameOf(gate, 2_001, keys('stroke', { group: 'g-other' }));
    expect(refusedOf(gate.judge(frame, BRUNO, false, still))).toEqual(['role']);
  });

  it('hands the words back of a frame that is refused as a whole', () => {
    const gate = openGate();
    const said = Object.fromEntries([0, 1].map((n) => [`comment.ana.c${n}`, { text: `${WORDS} ${n}`, at: n }]));
    const foreign = { 'comment.bruno.c9': { text: 'En son nom', at: 1 } };
    const verdict = gate.judge(frameOf(gate, 2_000, keys('note', { ...said, ...foreign })), ANA, false);
    expect(verdict).toMatchObject({
      type: 'accepted',
      refused: new Map([['author', ['note']]]),
      refusedTexts: [
        { element: 'note', text: `${WORDS} 0` },
        { element: 'note', text: `${WORDS} 1` },
      ],
    });
    // Of a step where nobody is to be known, too.
    const hidden: Step = { ...OPEN_STEP, attribution: 'anonymous' };
    const again = gate.judge(frameOf(gate, 2_000, keys('note', said)), ANA, false, hidden);
    expect(again).toMatchObject({ refused: new Map([['role', ['note']]]), refusedTexts: [{}, {}] });
    expect(contentOf(gate)).not.toHaveProperty('note.comment.ana.c0');
  });

  it('does not even show Yjs a key of a megabyte: it would keep it, taken back or not', () => {
    const gate = openGate();
    const before = contentOf(gate);
    const frame = frameOf(gate, 2_000, keys('note', { [`tag.${'x'.repeat(1_000_000)}`]: 'blue' }));
    expect(gate.judge(frame, ANA, false)).toMatchObject({ type: 'violation' });
    expect(contentOf(gate)).toEqual(before);
    expect(Y.encodeStateAsUpdate(gate.doc).length).toBeLessThan(10_000);
  });

  it('does not even show Yjs an element of more keys than any has', () => {
    const gate = openGate();
    const before = contentOf(gate);
    const flood = (count: number): Uint8Array =>
      frameOf(
        gate,
        2_000,
        keys(
          'note',
          many(count, (n) => [`reaction.p${n}.like`, true]),
        ),
      );
    expect(gate.judge(flood(50_000), ANA, true)).toEqual({ type: 'violation', rule: 'too many keys on one element' });
    const structs: ForgedStruct[] = [
      numberStruct(7, 1, { parent: 'elements', sub: 'forged' }),
      ...Array.from({ length: 50_000 }, (_, n) => anyStruct(1, { parent: [3_000, 0], sub: `tag.${n}` })),
    ];
    expect(gate.judge(forgeUpdate([{ client: 3_000, clock: 0, structs }]), ANA, false)).toMatchObject({
      type: 'violation',
    });
    expect(contentOf(gate)).toEqual(before);
    // As many as people may have left there, brought back by whoever takes a deletion back, are no flood.
    expect(gate.judge(flood(LIMITS.reactionsPerElement), ANA, false)).toMatchObject({ type: 'accepted' });
    expect(contentOf(gate)).toEqual(before);
  });
});
