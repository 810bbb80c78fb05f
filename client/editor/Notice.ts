/** Something to tell the person. `announce` is read aloud by the canvas's live region; `notice` is also shown (a toast), by the page. */
import type { MessageId } from '../i18n/Messages.tsx';
import type { CommandId } from './commands/Command.ts';

export interface Notice {
  readonly kind: 'announce' | 'notice';
  readonly id: MessageId;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Values that are messages themselves (the name of a kind, of a colour): translated first. */
  readonly terms?: Readonly<Record<string, MessageId>>;
  /** Something to offer with it, a command or what only this notice knows, and what to call it there. */
  readonly offer?: { readonly label: MessageId; readonly command?: CommandId; readonly run?: () => void };
}

export type Notify = (notice: Notice) => void;
