/**
 * Notes as a group might leave them on a board that was just made from a template: for pictures of templates. Knows areas by what they are
 * asked (cells, scores, bare ground), never by kind; the same places each time.
 */
import type { BoardDoc } from '../board/BoardDoc.ts';
import type { NewElement } from '../board/layout.ts';
import type { Element, ElementId, Place } from '../elements/ElementKind.ts';
import { parseMemberKey } from '../elements/families.ts';
import { kindOf } from '../elements/registry.ts';
import type { NoteColor } from '../theme/tokens.ts';

const COLORS: readonly NoteColor[] = ['yellow', 'pink', 'blue', 'yellow', 'green', 'orange', 'purple'];
const NOTE = 200;
const STEP = 216;
/** At most so many in one area. */
const MOST = 16;

/** A new note for each text, as long as there is room. */
export function sampleNotes(board: BoardDoc, texts: readonly string[]): NewElement[] {
  const open = [...board.elements()].filter((element) => kindOf(element).isContainer && isOpen(board, element.id));
  const slots = open.map((area) => slotsOf(area).slice(0, MOST));
  const chosen: Place[] = [];
  for (let round = 0; round < MOST && chosen.length < texts.length; round++)
    for (const list of slots) {
      const slot = list[round];
      if (slot && chosen.length < texts.length) chosen.push(slot);
    }
  return chosen.map((place, index) => ({
    kind: 'note',
    place,
    size: [NOTE, NOTE],
    z: `b${String(index).padStart(4, '0')}V`,
    text: texts[index] ?? '',
    props: { color: COLORS[(index * 3) % COLORS.length] ?? 'yellow' },
  }));
}

/** Nothing lies in it yet. */
const isOpen = (board: BoardDoc, id: ElementId): boolean => board.tree.children(id).length === 0;

function slotsOf(area: Element): Place[] {
  const kind = kindOf(area);
  if (kind.families?.includes('row') && kind.families.includes('col')) return cellsOf(area);
  if (kind.families?.includes('pin') || kind.arrange) return [];
  return kind.placing ? scattered(area) : inRows(area);
}

/** A note a cell, column by column; where people say what they feel, higher and lower. */
function cellsOf({ id, props }: Element): Place[] {
  const members = (family: string) =>
    Object.keys(props).flatMap((key) => {
      const member = parseMemberKey(key);
      return member?.family === family ? [{ id: member.id, value: props[key] as { readonly type?: string } }] : [];
    });
  const rows = members('row').filter(({ value }) => value.type !== 'picture');
  return members('col').flatMap((column, c) =>
    rows
      .filter((_, r) => (c + r) % 2 === 0 || rows.length === 1)
      .map(({ id: row, value }): Place => {
        const felt = value.type === 'emotion' ? ([-40, -150, 90, -110, 30, -170][c % 6] ?? 0) : 0;
        return [id, 0, felt, `${row}:${column.id}`];
      }),
  );
}

/** Over the ground of a matrix or a radar: each a golden angle further, the next a little further out. */
function scattered({ id, size: [w, h] }: Element): Place[] {
  const reach = 0.3 * Math.min(w, h);
  // A matrix has its heap at the right.
  const middle = [w > 1.3 * h ? 0.43 * w : 0.5 * w, 0.47 * h] as const;
  return Array.from({ length: 12 }, (_, n) => {
    const angle = n * 2.39996;
    const out = reach * Math.sqrt((n + 0.5) / 9);
    const stretch = w > 1.3 * h ? 1.25 : 1;
    return [
      id,
      Math.round(middle[0] + stretch * out * Math.cos(angle) - NOTE / 2),
      Math.round(middle[1] + out * Math.sin(angle) - NOTE / 2),
    ];
  });
}

/** Loose lines, below where a prompt would stand. */
function inRows({ id, size: [w, h] }: Element): Place[] {
  const columns = Math.max(1, Math.floor((w - 24) / STEP));
  const rows = Math.max(1, Math.floor((h - 24) / STEP));
  const kept = Math.max(2, Math.ceil(columns * rows * 0.7));
  return Array.from({ length: Math.min(columns * rows, kept) }, (_, n) => [
    id,
    24 + (n % columns) * STEP + ((n * 7) % 3) * 3,
    24 + Math.floor(n / columns) * STEP + ((n * 5) % 3) * 3,
  ]);
}
