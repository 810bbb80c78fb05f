/**
 * A key that had to wait for its turn, pressed once more where the focus is by now. What a browser does of itself with a key it does for
 * people only: where a field has been opened meanwhile, its letters are written here.
 */
export function replayKey(event: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const isTaken = !target.dispatchEvent(new KeyboardEvent('keydown', event));
  const { key, ctrlKey, metaKey } = event;
  if (isTaken || ctrlKey || metaKey || !(target instanceof HTMLTextAreaElement)) return;
  const [first, second] = key;
  // A letter, whatever number of units it has; names of keys are words.
  const isLetter = first !== undefined && second === undefined;
  if (isLetter) document.execCommand('insertText', false, key);
  else if (key === 'Enter') document.execCommand('insertText', false, '\n');
  else if (key === 'Backspace') document.execCommand('delete');
}
