/**
 * What is typed between asking for a field and its being there: kept for it, and not taken for shortcuts of the wall. A hand that knows the way
 * types on at once, while the dialog may still be on its way from the server.
 */

/** Whoever has waited so long, in milliseconds, types for the wall again: nothing may hold keys for good. */
const PATIENCE_MS = 5_000;

/** Holds what is typed from now on, Enter as a line break. The answer gives it out and lets later keys go where they belong. */
export function holdKeys(target: Window = window): () => string {
  let typed = '';
  const hold = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (key.length === 1) typed += key;
    else if (key === 'Enter') typed += '\n';
    else if (key === 'Backspace') typed = typed.slice(0, -1);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const letGo = (): void => target.removeEventListener('keydown', hold, { capture: true });
  target.addEventListener('keydown', hold, { capture: true });
  const patience = setTimeout(letGo, PATIENCE_MS);
  return () => {
    clearTimeout(patience);
    letGo();
    const words = typed;
    typed = '';
    return words;
  };
}
