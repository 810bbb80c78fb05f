/** One thing a person does to a board, chosen by chance: made, written in, moved, put into another, deleted, locked. */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Place } from '../../../shared/elements/ElementKind.ts';
import { findKind } from '../../../shared/elements/registry.ts';
import type { Random } from '../../helpers/random.ts';
import type { Edit, Ledger } from './Ledger.ts';

export interface Editing {
  /** Begins ids and marks: two people never choose the same. */
  readonly name: string;
  readonly board: BoardDoc;
  readonly random: Random;
  readonly ledger: Ledger;
  /** A number that was not given before. */
  readonly next: () => number;
  /** Makes the edit, once it is written down. */
  readonly make: (edit: Edit, write: (board: BoardDoc) => void) => void;
}

const WORDS = ['école', 'marché', 'guichet', 'jardin', 'atelier', 'voisins', 'mairie', 'quai'];

export function randomEdit(editing: Editing): void {
  const { board, random } = editing;
  // Whatever is there may be an area's content; what has no text is not written in.
  const ids = [...board.elements()].filter(({ kind }) => findKind(kind)?.hasText).map(({ id }) => id);
  const id = random.pick(ids) ?? '';
  const element = board.get(id);
  const roll = random.below(100);
  if (!element || roll < 30) create(editing, ids.length);
  else if (roll < 60) type(editing, id, element.text ?? '');
  else if (roll < 66) erase(editing, id, element.text ?? '');
  else if (roll < 90) move(editing, id, ids);
  else if (roll < 97) {
    editing.make(editing.ledger.write({ type: 'delete', id }), (board) =>
      board.edit('delete', (write) => write.delete(id)),
    );
  } else {
    // A participant's lock is taken back by the server; a facilitator's stays until it is taken off.
    editing.make(editing.ledger.write({ type: 'lock', id }), (board) =>
      board.edit('lock', (write) => write.set(id, { lock: !element.lock })),
    );
  }
}

function create({ name, random, ledger, next, make }: Editing, count: number): void {
  const id = `${name}-${next()}`;
  const kind = random.below(5) === 0 ? 'frame' : 'note';
  const text = `${random.pick(WORDS)} `;
  make(ledger.write({ type: 'create', id }), (board) =>
    board.edit('create', (write) => write.create({ id, kind, place: [null, 0, 0], z: `a${count % 10}`, text })),
  );
}

function type({ name, random, ledger, next, make }: Editing, id: string, text: string): void {
  const mark = `«${name}.${next()}»`;
  const at = random.below(text.length + 1);
  // Never into the middle of a mark: it would not be found again.
  const isInMark = text.lastIndexOf('«', at - 1) > text.lastIndexOf('»', at - 1);
  make(ledger.write({ type: 'write', id, mark }), (board) =>
    board.edit('typing', (write) => write.splice(id, { at: isInMark ? 0 : at, remove: 0, insert: mark })),
  );
}

function erase({ ledger, make }: Editing, id: string, text: string): void {
  const mark = /«[^«»]*»/.exec(text)?.[0];
  if (!mark) return;
  make(ledger.write({ type: 'erase', id, mark }), (board) =>
    board.edit('typing', (write) => write.splice(id, { at: text.indexOf(mark), remove: mark.length, insert: '' })),
  );
}

function move({ random, ledger, make }: Editing, id: string, ids: readonly string[]): void {
  const parent = random.below(2) === 0 ? null : (random.pick(ids.filter((other) => other !== id)) ?? null);
  const place: Place = [parent, random.below(900), random.below(900)];
  make(ledger.write({ type: 'move', id, place: JSON.stringify(place) }), (board) =>
    board.edit('move', (write) => write.set(id, { place })),
  );
}
