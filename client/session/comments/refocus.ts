/** Where the keyboard goes when what had it is no longer there: to the answer of the same thread, to the next thread, to the heading. */

/** The threads of the panel that one of them stands in. */
const panelOf = (card: HTMLElement): HTMLElement | null => card.closest<HTMLElement>('[data-mark="panel"]');

/** To what answers or settles a thread, else to the thread as a whole. */
const enter = (card: HTMLElement): void => (card.querySelector<HTMLElement>('[data-act]') ?? card).focus();

/** To the thread itself, once it is drawn again. */
export function focusThread(card: HTMLElement | null): void {
  if (card) requestAnimationFrame(() => enter(card));
}

/** To the thread after one that goes, to the one before the last, or to the heading of the panel. */
export function focusBeyond(card: HTMLElement | null): void {
  const panel = card && panelOf(card);
  if (!panel) return;
  const cards = [...panel.querySelectorAll('article')];
  const at = cards.indexOf(card);
  const next = cards[at + 1] ?? cards[at - 1];
  requestAnimationFrame(() => {
    if (next?.isConnected) enter(next);
    else panel.querySelector<HTMLElement>('h2')?.focus();
  });
}
