/**
 * A note or a draft as it stands in a private document, looked through once: what a reveal asks of each of thousands is answered here
 * before the reveal has its turn. Immutable; knows no document.
 */
import type { RawElement } from '../../../shared/elements/parseElement.ts';
import { isDraft, readPrivateElement, withoutPrivateKeys } from '../../../shared/elements/privateNote.ts';

export class PrivateElement {
  readonly id: string;
  readonly raw: RawElement;
  readonly isDraft: boolean;
  readonly isBlank: boolean;
  /**
   * As it would stand on the board, in an order of its own there; `null`: it may not. Its keys in one order: the order in which a device
   * wrote them would tell devices apart.
   */
  readonly onBoard: RawElement | null;

  constructor(id: string, raw: RawElement) {
    this.id = id;
    this.raw = raw;
    this.isDraft = isDraft(raw);
    this.isBlank = typeof raw.text !== 'string' || raw.text.trim() === '';
    const isNote = !this.isDraft && !this.isBlank && readPrivateElement(id, raw).ok;
    this.onBoard = isNote ? inOrder(raw) : null;
  }

  /** Whether it was written in one of these steps. */
  isOf(steps: readonly string[]): boolean {
    return typeof this.raw.step === 'string' && steps.includes(this.raw.step);
  }
}

function inOrder(raw: RawElement): RawElement {
  const { lock: _lock, ...rest } = withoutPrivateKeys(raw);
  return Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}
