/** What to tell of an undo or redo: which element was left alone because another person has changed it since. */
import type { HistoryOutcome } from '../../shared/board/History.ts';
import type { Notice } from './Notice.ts';

/** Enough words to know an element by. */
const EXCERPT = 40;

const excerpt = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT - 1).trimEnd()}…` : line;
};

/** `null` when all of it could be done. */
export function undoNotice({ skipped, skippedTexts }: HistoryOutcome): Notice | null {
  if (skipped.length === 0) return null;
  const text = skippedTexts.find((words) => words.trim() !== '');
  const count = skipped.length;
  if (text === undefined) return { kind: 'notice', id: 'editor.notice.undoSkipped', values: { count } };
  const values = { count, others: count - 1, text: excerpt(text) };
  return { kind: 'notice', id: 'editor.notice.undoSkippedNamed', values };
}
