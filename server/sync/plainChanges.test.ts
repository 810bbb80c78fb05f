import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { OPEN_STEP } from '../../shared/access/Step.ts';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { anyStruct, forgeUpdate } from '../../tests/helpers/forgeUpdate.ts';
import { Gate } from './gate.ts';
import type { Author } from './judge.ts';

const ana: Author = { id: 'ana', role: 'participant' };
const bruno: Author = { id: 'bruno', role: 'participant' };
const vera: Author = { id: 'vera', role: 'viewer' };
const CLIENT = 101;

/** Ana's two notes, accepted by two gates: the one takes short cuts, the other judges every update in full. */
function scene() {
  const board = new BoardDoc();
  board.doc.clientID = CLIENT;
  const quick = new Gate([], new Map());
  const full = new Gate([], new Map());
  const updates: Uint8Array[] = [];
  board.doc.on('update', (update: Uint8Array) => void updates.push(update));
  for (const id of ['n1', 'n2'])
    board.edit('test', (edit) => edit.create({ id, kind: 'note', place: [null, 0, 0], size: [200, 200], z: 'a0' }));
  const log = updates.splice(0);
  for (const gate of [quick, full])
    for (const update of log) expect(gate.judge(update, ana, false).type).toBe('accepted');
  const set = (id: string, values: Record<string, unknown>): Uint8Array => {
    board.doc.transact(() => {
      for (const [key, value] of Object.entries(values))
        (board.doc.getMap('elements').get(id) as Y.Map<unknown>).set(key, value);
    });
    return updates.splice(0)[0] as Uint8Array;
  };
  return { board, quick, full, log, set };
}

const contentOf = (gate: Gate): unknown => gate.doc.getMap('elements').toJSON();

it('makes of plain updates in one transaction what the full way makes of each, in memory and in the log', () => {
  const { quick, full, log, set } = scene();
  const moves = Array.from({ length: 50 }, (_, i) =>
    set(i % 3 ? 'n1' : 'n2', { place: [null, i, 2 * i], z: `a${i % 7}V` }),
  );
  const rule = quick.together(() => {
    for (const move of moves) {
      expect(quick.isPlain(move, ana)).toBe(true);
      const verdict = quick.applyPlain(move);
      expect(verdict).toMatchObject({ type: 'accepted', claims: [] });
      if (verdict.type === 'accepted') log.push(verdict.update);
    }
  });
  expect(rule).toBe(null);
  for (const move of moves)
    expect(full.judge(move, ana, false)).toMatchObject({ type: 'accepted', refused: new Map() });
  expect(contentOf(quick)).toEqual(contentOf(full));
  expect(Y.encodeStateVector(quick.doc)).toEqual(Y.encodeStateVector(full.doc));
  expect(contentOf(new Gate(log, new Map([[CLIENT, 'ana']])))).toEqual(contentOf(full));
});

it('leaves to the full way whatever is refused, leaned on, or not the author’s', () => {
  const { quick, set } = scene();
  const move = set('n1', { place: [null, 5, 5] });
  expect(quick.isPlain(move, ana)).toBe(true);
  expect(quick.isPlain(move, bruno), 'a client id of somebody else').toBe(false);
  expect(quick.isPlain(move, vera), 'a viewer').toBe(false);
  const next = set('n1', { place: [null, 6, 6] });
  expect(quick.isPlain(next, ana), 'a gap').toBe(false);
  quick.applyPlain(move);
  expect(quick.isPlain(move, ana), 'known already').toBe(false);
  quick.applyPlain(next);
  const refused = set('n1', { place: [null, Number.NaN, 0] });
  expect(quick.isPlain(refused, ana), 'no place').toBe(false);
  expect(quick.judge(refused, ana, false)).toMatchObject({ type: 'accepted', refused: new Map([['schema', ['n1']]]) });
});

it('leaves to the full way a value that does not follow the one that holds, new keys, text and deletions', () => {
  const { board, quick, set } = scene();
  const other = new Y.Doc();
  other.clientID = 202;
  Y.applyUpdate(other, Y.encodeStateAsUpdate(board.doc));
  const otherNote = other.getMap('elements').get('n1') as Y.Map<unknown>;
  let theirs: Uint8Array = new Uint8Array();
  other.on('update', (update: Uint8Array) => {
    theirs = update;
  });
  otherNote.set('place', [null, 9, 9]);
  expect(quick.isPlain(theirs, bruno), 'a client id nobody has claimed').toBe(false);
  expect(quick.judge(theirs, bruno, false).type).toBe('accepted');
  expect(quick.isPlain(set('n1', { place: [null, 1, 1] }), ana), 'at the same time as another').toBe(false);
  otherNote.delete('place');
  expect(quick.isPlain(theirs, bruno), 'a deletion').toBe(false);
  otherNote.set('color', 'blue');
  expect(quick.isPlain(theirs, bruno), 'after a gap').toBe(false);
  (otherNote.get('text') as Y.Text).insert(0, 'Élargir la place');
  expect(quick.isPlain(theirs, bruno), 'text').toBe(false);
});

it('leaves to the full way two areas put into each other: together they lie in no area any more', () => {
  const { board, quick, log } = scene();
  const updates: Uint8Array[] = [];
  board.doc.on('update', (update: Uint8Array) => void updates.push(update));
  const table = { kind: 'frame', size: [900, 900], z: 'a0' } as const;
  board.edit('test', (edit) => {
    edit.create({ ...table, id: 'table', place: [null, 0, 0] });
    for (const id of ['x', 'y']) edit.create({ ...table, id, place: ['table', 0, 0] });
  });
  for (const update of updates.splice(0)) log.push(update) && quick.judge(update, ana, false);
  const atTable = { ...OPEN_STEP, areas: ['table'] };
  const move = (places: Readonly<Record<string, string>>): Uint8Array => {
    board.edit('test', (edit) => {
      for (const [id, parent] of Object.entries(places)) edit.set(id, { place: [parent, 1, 1] });
    });
    return updates.splice(0)[0] as Uint8Array;
  };
  const one = move({ x: 'y' });
  expect(quick.isPlain(one, ana, atTable)).toBe(true);
  quick.applyPlain(one);
  const back = move({ x: 'table' });
  quick.applyPlain(back);
  const both = move({ x: 'y', y: 'x' });
  expect(quick.isPlain(both, ana)).toBe(true);
  expect(quick.isPlain(both, ana, atTable)).toBe(false);
  // One of the two stays where it was, and the other lies in it.
  expect(quick.judge(both, ana, false, atTable)).toMatchObject({ refused: new Map([['role', ['x']]]) });
});

it('leaves to the full way two values that follow the same one: which of them stands is for Yjs to say', () => {
  const { board, quick } = scene();
  const { id } = (board.doc.getMap('elements').get('n1') as Y.Map<unknown>)._map.get('place') as Y.Item;
  const after = { origin: [id.client, id.clock] as const };
  const clock = Y.getState(quick.doc.store, CLIENT);
  const structs = [anyStruct(['nowhere', Number.NaN, 0], after), anyStruct([null, 5, 5], after)];
  const update = forgeUpdate([{ client: CLIENT, clock, structs }]);
  expect(quick.isPlain(update, ana)).toBe(false);
  quick.judge(update, ana, false);
  expect(contentOf(quick)).toMatchObject({ n1: { place: [null, 0, 0] } });
});
