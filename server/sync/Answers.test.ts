import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { parseClientFrame, SYNC } from '../../shared/protocol/frames.ts';
import { Answers } from './Answers.ts';

const NOTE = { kind: 'note', place: [null, 0, 0], size: [200, 200], z: 'a0' } as const;
const NOTHING = new Uint8Array([0]);

/** A board with one note in its snapshot and one in the updates since, and what it writes next. */
function scene() {
  const board = new BoardDoc();
  const updates: Uint8Array[] = [];
  const add = (id: string, text: string): Uint8Array => {
    board.edit('test', (edit) => edit.create({ ...NOTE, id, text }));
    return updates.splice(0)[0] as Uint8Array;
  };
  board.doc.on('update', (update: Uint8Array) => void updates.push(update));
  add('n1', 'Élargir la place du marché');
  const snapshot = Y.encodeStateAsUpdate(board.doc);
  return { board, snapshot, since: [add('n2', 'Un banc à l’ombre')], add };
}

/** What a client makes of an answer: each message's sort, and the board it ends with. */
function read(frames: readonly Buffer[]): { sorts: number[]; board: unknown } {
  const doc = new Y.Doc();
  const sorts = frames.map((frame) => {
    const length = frame[1] as number;
    const message = parseClientFrame(frame.subarray(length < 126 ? 2 : length === 126 ? 4 : 10));
    if (!message.ok || message.value.type !== 'sync') throw new Error('no sync message');
    Y.applyUpdate(doc, message.value.body);
    return message.value.sub;
  });
  return { sorts, board: doc.getMap('elements').toJSON() };
}

const contentOf = (board: BoardDoc): unknown => board.doc.getMap('elements').toJSON();

it('passes on to a newcomer what was stored, as it lies there, and what came since', () => {
  const { board, snapshot, since, add } = scene();
  const answers = new Answers(board.doc, { snapshot, updates: since });
  const stored = answers.to(NOTHING);
  expect(Buffer.concat(stored).includes(Buffer.from(snapshot))).toBe(true);
  expect(read(stored)).toEqual({ sorts: [SYNC.update, SYNC.update, SYNC.step2], board: contentOf(board) });
  answers.changed(add('n3', 'Moins de bruit le soir'));
  expect(read(answers.to(NOTHING)).board).toEqual(contentOf(board));
  expect(read(answers.to(NOTHING)).sorts.at(-1)).toBe(SYNC.step2);
});

it('answers with one message where the snapshot is all there is', () => {
  const { board, snapshot } = scene();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, snapshot);
  expect(read(new Answers(doc, { snapshot, updates: [] }).to(NOTHING)).sorts).toEqual([SYNC.step2]);
  expect(read(new Answers(board.doc).to(NOTHING))).toEqual({ sorts: [SYNC.step2], board: contentOf(board) });
});

it('encodes the document anew where what came since the snapshot has grown long', () => {
  const { board, snapshot, since, add } = scene();
  const answers = new Answers(board.doc, { snapshot, updates: since });
  for (let i = 0; i < 60; i++) answers.changed(add(`long${i}`, 'Le marché, le samedi matin. '.repeat(200)));
  const answer = answers.to(NOTHING);
  expect(answer.length).toBeLessThan(60);
  expect(read(answer).board).toEqual(contentOf(board));
});

it('gives who knows something what is missing, and keeps it no longer than it holds', () => {
  const { board, snapshot, add } = scene();
  const known = Y.encodeStateVectorFromUpdate(snapshot);
  const answers = new Answers(board.doc);
  const first = answers.to(known);
  expect(answers.to(known)[0]).toBe(first[0]);
  answers.changed(add('n3', 'Moins de bruit le soir'));
  const client = new Y.Doc();
  Y.applyUpdate(client, snapshot);
  for (const frame of answers.to(known)) {
    const message = parseClientFrame(frame.subarray((frame[1] as number) < 126 ? 2 : 4));
    if (message.ok && message.value.type === 'sync') Y.applyUpdate(client, message.value.body);
  }
  expect(client.getMap('elements').toJSON()).toEqual(contentOf(board));
});

it('keeps no more answers than have their place in memory, however many different questions are asked', () => {
  const { board, add } = scene();
  add('long', 'Élargir la place du marché. '.repeat(350));
  const answers = new Answers(board.doc);
  const long = new Uint8Array(4 * 1024 * 1024);
  const questions = Array.from({ length: 8 }, (_, i) => Y.encodeStateVector(new Map([[1_000 + i, 1]])));
  for (const question of questions) {
    const padded = long.slice();
    padded.set(question);
    expect(read(answers.to(padded)).board).toEqual(contentOf(board));
  }
  expect(answers.keptBytes).toBeLessThan(17 * 1024 * 1024);
  expect(answers.to(questions[0] as Uint8Array)[0]).toBe(answers.to(questions[0] as Uint8Array)[0]);
  answers.changed(add('n9', 'Un banc'));
  expect(answers.keptBytes).toBe(0);
});
