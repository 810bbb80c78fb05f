/** Frames that would make Yjs walk for minutes to find the place of their structs: refused unread; honest long work passes. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { anyStruct, type ForgedStruct, forgeUpdate, type Id, stringStruct } from '../../tests/helpers/forgeUpdate.ts';
import { Gate } from './gate.ts';

const EVE = { id: 'eve', role: 'participant' } as const;

interface Wall {
  readonly gate: Gate;
  readonly board: BoardDoc;
  /** Struct of the note's map, and of its text. */
  readonly map: Id;
  readonly text: Id;
}

function wall(): Wall {
  const board = new BoardDoc(new Y.Doc());
  board.edit('note', (write) =>
    write.create({ id: 'n1', kind: 'note', place: [null, 0, 0], size: [200, 200], z: 'a0', text: 'Une halle' }),
  );
  const gate = new Gate([], new Map());
  expect(gate.judge(board.encodeState(), { id: 'ana', role: 'participant' }, true).type).toBe('accepted');
  const map = board.doc.getMap('elements').get('n1') as Y.Map<unknown>;
  const idOf = (type: Y.Map<unknown> | Y.Text): Id => [type._item?.id.client ?? 0, type._item?.id.clock ?? 0];
  return { gate, board, map: idOf(map), text: idOf(map.get('text') as Y.Text) };
}

const many = (count: number, make: () => ForgedStruct): ForgedStruct[] => Array.from({ length: count }, make);
const frame = (client: number, structs: readonly ForgedStruct[]): Uint8Array =>
  forgeUpdate([{ client, clock: 0, structs }]);
const TOO_MUCH = { type: 'violation', rule: 'too many inserts at one place' };

describe('a frame', () => {
  it('that sets one key thousands of times as if for the first time is refused', () => {
    const { gate, map } = wall();
    const structs = many(20_000, () => anyStruct('red', { parent: map, sub: 'color' }));
    expect(gate.judge(frame(200, structs), EVE, false)).toEqual(TOO_MUCH);
  });

  it('that puts thousands of letters at one place, where thousands of others stand, is refused', () => {
    const { gate, text } = wall();
    const letters = (count: number): ForgedStruct[] => many(count, () => stringStruct('x', { parent: text }));
    // Short of the limit once, and again, until what lies there already makes it too much.
    const verdicts = Array.from({ length: 12 }, (_, i) => gate.judge(frame(100 + i, letters(1_200)), EVE, false).type);
    expect(verdicts.slice(0, 2)).toEqual(['accepted', 'accepted']);
    expect(verdicts.at(-1)).toBe('violation');
  });

  it('that brings thousands of moves and thousands of letters of a day offline passes', () => {
    const { gate, board } = wall();
    const before = Y.encodeStateVector(board.doc);
    board.edit('second', (write) =>
      write.create({ id: 'n2', kind: 'note', place: [null, 0, 0], size: [200, 200], z: 'a1', text: '' }),
    );
    for (let i = 0; i < 3_000; i++) {
      board.edit('move', (write) => write.set(i % 2 === 0 ? 'n1' : 'n2', { place: [null, i, i] }));
      board.edit('typing', (write) =>
        write.splice('n1', { at: board.get('n1')?.text.length ?? 0, remove: 0, insert: 'é' }),
      );
    }
    for (let i = 0; i < 1_000; i++)
      board.edit('typing', (write) => write.splice('n2', { at: 0, remove: 0, insert: 'a' }));
    const work = Y.encodeStateAsUpdate(board.doc, before);
    const verdict = gate.judge(work, { id: 'ana', role: 'participant' }, true);
    expect(verdict).toMatchObject({ type: 'accepted', refused: new Map() });
    expect(gate.doc.getMap('elements').toJSON()).toEqual(board.doc.getMap('elements').toJSON());
  });
});
