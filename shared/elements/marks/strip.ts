/**
 * Tags and reactions as small labels in rows: where each stands, for whoever paints them. Tags first, reactions in the last row. What has
 * no room is counted, not left out in silence.
 */
import { truncate } from '../../text/fitText.ts';
import { measureText } from '../../text/measure.ts';
import type { NoteColor } from '../../theme/tokens.ts';
import type { Marks } from './Marks.ts';
import type { ReactionKind } from './markKeys.ts';
import { countReactions } from './threads.ts';

/** Measures in board units, before they grow with what they stand on. */
export const CHIP = { height: 18, gap: 4, padding: 6, text: 11, sign: 12, radius: 4 } as const;

export const REACTION_SIGNS: Readonly<Record<ReactionKind, string>> = {
  like: '👍',
  love: '❤️',
  question: '❓',
  warning: '❗',
};

export interface Chip {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly label: string;
  /** The colour of a tag; `null`: a count of what had no room. */
  readonly color?: NoteColor | null;
  readonly sign?: string;
}

export interface Strip {
  readonly chips: readonly Chip[];
  /** Of all rows, 0 where there is none. */
  readonly height: number;
  /** How far the last row reaches, where it holds reactions: others may stand behind it. */
  readonly lastRowWidth: number;
}

const NOTHING: Strip = { chips: [], height: 0, lastRowWidth: 0 };
const ROW = CHIP.height + CHIP.gap;
/** Room for « +3 » behind the last tag that fits. */
const MORE = 30;
/** Under this a label says nothing. */
const NARROWEST = 24;

const TAB = 9;
const MOST_TABS = 3;

const widthOf = (label: string): number => Math.ceil(measureText(label, CHIP.text, 600)) + 2 * CHIP.padding;

/** Lays the tags and reactions of an element out in a width, in at most so many rows. */
export function layOutStrip({ tags, reactions }: Marks, width: number, maxRows: number): Strip {
  const counts = countReactions(reactions);
  if ((tags.length === 0 && counts.length === 0) || maxRows < 1 || width < 2 * CHIP.height) return NOTHING;
  const chips: Chip[] = [];
  const tagRows = maxRows - (counts.length > 0 ? 1 : 0);
  let row = 0;
  let x = 0;
  for (const [at, { name, color }] of tags.entries()) {
    if (tagRows < 1) break;
    const left = tags.length - at - 1;
    const cut = (): { room: number; label: string; w: number } => {
      const room = width - (row === tagRows - 1 && left > 0 ? MORE + CHIP.gap : 0);
      const label = truncate(name, Math.max(0, room - 2 * CHIP.padding), CHIP.text, 600);
      return { room, label, w: Math.min(widthOf(label), room) };
    };
    let chip = cut();
    if (x > 0 && x + chip.w > chip.room) {
      if (row + 1 >= tagRows) {
        chips.push({ x, y: row * ROW, w: MORE, label: `+${left + 1}`, color: null });
        break;
      }
      row++;
      x = 0;
      chip = cut();
    }
    if (chip.room < NARROWEST) {
      chips.push({ x, y: row * ROW, w: MORE, label: `+${left + 1}`, color: null });
      break;
    }
    chips.push({ x, y: row * ROW, w: chip.w, label: chip.label, color });
    x += chip.w + CHIP.gap;
  }
  let rows = tags.length > 0 && tagRows > 0 ? row + 1 : 0;
  x = 0;
  // No row of their own: as tabs of colour before the reactions.
  if (tagRows < 1)
    for (const { color } of tags.slice(0, MOST_TABS)) {
      chips.push({ x, y: 0, w: TAB, label: '', color });
      x += TAB + 3;
    }
  for (const { kind, count } of counts) {
    const label = String(count);
    const w = CHIP.sign + 3 + Math.ceil(measureText(label, CHIP.text, 600)) + 2 * CHIP.padding;
    if (x + w > width) break;
    chips.push({ x, y: rows * ROW, w, label, sign: REACTION_SIGNS[kind] });
    x += w + CHIP.gap;
  }
  if (x > 0) rows++;
  return rows === 0 ? NOTHING : { chips, height: rows * ROW - CHIP.gap, lastRowWidth: x };
}
