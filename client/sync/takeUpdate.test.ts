import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { createElements } from '../../shared/board/operations.ts';
import { readContributions } from '../../tests/helpers/contributions.ts';
import { takeUnheard, takeUpdate } from './takeUpdate.ts';

/** Keys and words on both sides of what is read quickly: none, few, many, accents, emoji, what looks like a prototype. */
const WORDS = [
  '',
  'a',
  'kind',
  'twelve chars',
  'thirteen char',
  'é',
  'place',
  'ecalp',
  '__proto__',
  '🎉',
  '\u0000\u007f',
  'ÿ',
];
/** Every way lib0 writes a value. */
const VALUES = [
  null,
  undefined,
  true,
  false,
  0,
  -1,
  63,
  64,
  -65,
  2 ** 31 - 1,
  -(2 ** 31),
  2 ** 53 - 1,
  0.5,
  -220.25,
  0.1,
  1e300,
  'note',
  'une longue phrase, avec des accents',
  [null, 3.5, 228.25],
  [null, 0.1, 12, 'a:b'],
  [['a', [0.25, []]], {}],
  { x: 1, é: 'été', deep: { list: [1, 'deux', 3.5] } },
  new Uint8Array([1, 2, 255]),
] as const;

/** A board of what citizens wrote, sorted into areas, written in, moved and partly deleted by two people. */
function workedBoard(): Uint8Array {
  const board = new BoardDoc();
  const texts = readContributions().slice(0, 200);
  const [area] = createElements(board, 'test', [
    { kind: 'frame', parent: null, at: { x: 0.1, y: -20.5 }, text: 'Idées' },
  ]);
  const ids = createElements(
    board,
    'test',
    texts.map(({ text }, i) => ({
      kind: 'note',
      parent: i % 3 === 0 ? (area as string) : null,
      at: { x: i * 220.5, y: i / 3 },
      text,
      props: { color: i % 2 === 0 ? 'blue' : 'pink' },
    })),
  );
  const other = new BoardDoc();
  other.applyRemote(board.encodeState());
  other.edit('test', (write) => {
    for (const id of ids.slice(0, 60)) write.splice(id, { at: 3, remove: 2, insert: ' œuvrer ensemble 🎉 ' });
    for (const id of ids.slice(60, 90)) write.delete(id);
  });
  board.edit('test', (write) => {
    for (const id of ids.slice(80, 140)) write.set(id, { place: [null, 12.25, 0.3], lock: true });
  });
  board.applyRemote(other.encodeState());
  return board.encodeState();
}

/** The same values under every word, in maps, lists and texts. */
function strangeDocument(): Uint8Array {
  const doc = new Y.Doc();
  for (const word of WORDS) {
    const map = new Y.Map<unknown>();
    doc.getMap(`root ${word}`).set(word, map);
    for (const [i, value] of VALUES.entries()) map.set(`${word}${i}`, value);
    const list = new Y.Array<unknown>();
    map.set('list', list);
    list.push(VALUES.filter((value) => value !== undefined));
    const text = new Y.Text(`${word} ${word}`);
    map.set('text', text);
    text.applyDelta([{ retain: 1 }, { insert: word || 'x', attributes: { bold: true, [word]: word } }]);
    map.delete(`${word}3`);
  }
  return Y.encodeStateAsUpdate(doc);
}

/** What a document holds and would send, byte for byte. */
const bytesOf = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc);

/** Without a list of what differs, which would be the whole. */
const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

describe('takeUpdate', () => {
  it.each([
    ['a board people have worked on', workedBoard],
    ['every kind of value under every kind of word', strangeDocument],
    ['an empty document', () => Y.encodeStateAsUpdate(new Y.Doc())],
  ])('makes the same document as Yjs of %s', (_name, make) => {
    const update = make();
    const stock = new Y.Doc();
    const ours = new Y.Doc();
    Y.applyUpdate(stock, update);
    takeUpdate(ours, update, 'test');
    expect(isSame(bytesOf(ours), bytesOf(stock))).toBe(true);
    expect(new BoardDoc(ours).size).toBe(new BoardDoc(stock).size);
    for (const key of stock.share.keys()) expect(ours.getMap(key).toJSON()).toEqual(stock.getMap(key).toJSON());
  });

  it('reads bytes that lie within a larger message', () => {
    const update = workedBoard();
    const message = new Uint8Array(update.length + 7);
    message.set(update, 5);
    const doc = new Y.Doc();
    takeUpdate(doc, message.subarray(5, 5 + update.length), 'test');
    expect(isSame(bytesOf(doc), update)).toBe(true);
  });

  it('takes no longer part of a message that was cut short', () => {
    const update = workedBoard();
    for (const length of [1, 2, 40, Math.floor(update.length / 2), update.length - 1]) {
      const cut = update.slice(0, length);
      const readsStock = doesNotThrow(() => Y.applyUpdate(new Y.Doc(), cut));
      expect(
        doesNotThrow(() => takeUpdate(new Y.Doc(), cut, 'test')),
        `${length} bytes`,
      ).toBe(readsStock);
    }
  });
});

describe('takeUnheard', () => {
  it('tells nobody it was asked to keep it from, and everybody afterwards', () => {
    const doc = new Y.Doc();
    const heard: string[] = [];
    const inside = (): void => void heard.push('inside');
    doc.on('update', inside);
    expect(takeUnheard(doc, workedBoard(), 'test', [inside])).toBe(true);
    expect(heard).toEqual([]);
    doc.getMap('elements').set('later', 1);
    expect(heard).toEqual(['inside']);
  });

  it('says so when the bytes are no update, and lets the listeners hear again', () => {
    const doc = new Y.Doc();
    const heard: string[] = [];
    const inside = (): void => void heard.push('inside');
    doc.on('update', inside);
    expect(takeUnheard(doc, new Uint8Array([1, 1, 7]), 'test', [inside])).toBe(false);
    doc.getMap('elements').set('later', 1);
    expect(heard).toEqual(['inside']);
  });
});

function doesNotThrow(run: () => void): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}
