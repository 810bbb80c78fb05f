/**
 * What stands in a field until it is written. What others, or undo, have written meanwhile is shown in its place; so is, a moment after one's
 * own words were written, what came of them: nothing where the step or a lock refused them, another value where it was rounded or kept in bounds.
 */
import { useCallback, useEffect, useRef, useState } from 'react';

/** Panels read the board a few times a second. */
const COMES_ABOUT_MS = 700;

export interface Draft {
  readonly draft: string;
  setDraft(draft: string): void;
  /** These words have been written. */
  written(words: string): void;
}

/** `value`: what is written now. */
export function useDraft(value: string): Draft {
  const [draft, setDraft] = useState(value);
  const now = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    now.current = value;
    setDraft(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const written = useCallback((words: string): void => {
    setDraft(words);
    clearTimeout(timer.current);
    // Whoever types on meanwhile is not interrupted.
    timer.current = setTimeout(() => setDraft((shown) => (shown === words ? now.current : shown)), COMES_ABOUT_MS);
  }, []);
  return { draft, setDraft, written };
}
