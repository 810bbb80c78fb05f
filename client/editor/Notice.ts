/** Something to tell the person. `announce` is read aloud by the canvas's live region; `notice` is also shown (a toast), by the page. */
import type { EditorMessageId } from '../i18n/fr/editor.ts';

export interface Notice {
  readonly kind: 'announce' | 'notice';
  readonly id: EditorMessageId;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Values that are messages themselves (the name of a kind, of a colour): translated first. */
  readonly terms?: Readonly<Record<string, EditorMessageId>>;
}

export type Notify = (notice: Notice) => void;
