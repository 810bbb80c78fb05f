/**
 * Where the focus goes when a row of a list is taken away by its own button: to the same button of the row that follows, else of the one
 * before, else to what stands right after the list. Left to the browser it would fall to the page, where the next key means something else.
 */

/** Asked while the row is still there; the returned function gives the focus once it has gone. */
export function focusBeside(button: Element): () => void {
  const row = button.closest('li');
  const list = row?.parentElement;
  if (!row || !list) return () => undefined;
  const own = buttonsOf(row).findIndex((one) => one.contains(button));
  const beside = row.nextElementSibling ?? row.previousElementSibling;
  const after = list.nextElementSibling;
  const target = beside
    ? (buttonsOf(beside)[own] ?? buttonsOf(beside).at(-1))
    : after?.matches('button')
      ? (after as HTMLElement)
      : after && buttonsOf(after)[0];
  return () => target?.focus();
}

const buttonsOf = (row: Element): HTMLButtonElement[] => [...row.querySelectorAll('button')];
