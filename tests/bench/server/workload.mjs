/**
 * Real Yjs updates, made ahead of time, in the product's document shape (`docs/protocol.md`). Every server gets the same bytes.
 *
 * Each move carries its sequence number in `place[2]`, as a coordinate between 5,400 and 5,500 whose double has a fixed beginning:
 * lib0 writes a number that is no exact float32 as 7B and eight bytes, here 7B 40 B5 5A A5 <24 bits of seq> 01. The last byte keeps it
 * from being a float32; the coordinate is one the wall allows; and a receiver finds it by one byte search, also where a server has
 * merged or re-encoded the updates.
 */
import { generateNKeysBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import { contribution } from '../contributions.mjs';

const MARK = Buffer.from([0x7b, 0x40, 0xb5, 0x5a, 0xa5]);
const COLORS = ['yellow', 'orange', 'red', 'pink', 'purple', 'blue', 'green', 'grey'];
const NOTE_TEXT_CHARS = 100;
const SEEDER = 1000;
const FIRST_AUTHOR = 5000;

const bytes = Buffer.alloc(8);
const prefix = MARK.subarray(1);

/** The coordinate that carries `seq` (below 2^24). */
function markOf(seq) {
  prefix.copy(bytes);
  bytes.writeUIntBE(seq, 4, 3);
  bytes[7] = 1;
  return bytes.readDoubleBE(0);
}

/** Calls `found(seq)` for each marked move in `buffer[start, end)`. */
export function eachMark(buffer, start, end, found) {
  const view = buffer.subarray(start, end);
  for (let at = view.indexOf(MARK); at !== -1; at = view.indexOf(MARK, at + 9)) found(view.readUIntBE(at + 5, 3));
}

/** A board of notes by one author, each written once and then moved once, as one update. */
export function makeBoard(notes) {
  const doc = new Y.Doc();
  doc.clientID = SEEDER;
  const elements = doc.getMap('elements');
  const orders = generateNKeysBetween(null, null, notes);
  doc.transact(() => {
    for (let i = 0; i < notes; i++) {
      const note = new Y.Map();
      note.set('kind', 'note');
      note.set('place', [null, (i % 100) * 220.5, Math.floor(i / 100) * 220.25]);
      note.set('size', [200, 200]);
      note.set('z', orders[i]);
      note.set('color', COLORS[i % COLORS.length]);
      note.set('text', new Y.Text(contribution(i, NOTE_TEXT_CHARS)));
      elements.set(`n${i}`, note);
    }
  });
  for (let i = 0; i < notes; i++) {
    const note = elements.get(`n${i}`);
    const [parent, x, y] = note.get('place');
    note.set('place', [parent, x + 3.5, y + 8.25]);
  }
  return Y.encodeStateAsUpdate(doc);
}

/** How many notes a board state holds: whether a joiner really got it. */
export function countNotes(updates) {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getMap('elements').size;
}

/**
 * Someone who moves notes. Authors share out the board: nobody else touches an author's notes, and an author comes back to a note only
 * after all the others, so that a server which applies many updates at once does not find one move already replaced by the next.
 */
export class Author {
  #elements;
  #index;
  #authors;
  #own;
  #made = 0;
  #last = null;

  constructor(board, notes, index, authors) {
    const doc = new Y.Doc();
    doc.clientID = FIRST_AUTHOR + index;
    Y.applyUpdate(doc, board);
    doc.on('update', (update) => {
      this.#last = update;
    });
    this.#elements = doc.getMap('elements');
    this.#index = index;
    this.#authors = authors;
    this.#own = Math.floor(notes / authors);
  }

  /** The update of one move, marked with `seq`. */
  move(seq) {
    const note = this.#index + this.#authors * (this.#made++ % this.#own);
    this.#elements.get(`n${note}`).set('place', [null, ((seq * 7.3) % 4000) + 0.37, markOf(seq)]);
    return this.#last;
  }
}
