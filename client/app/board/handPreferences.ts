/** How hands work at this screen, kept on the device: whether things snap, and whether several people touch it at once. */
import type { Editor, EditorOptions } from '../../editor/Editor.ts';
import type { DeviceStorage } from '../../ui/DeviceStorage.ts';

const NO_SNAP = 'hands.noSnap';
const SEVERAL = 'hands.several';
/** From this width on a touch screen is a wall, or a table, that more than one person can reach. */
const SHARED_FROM_PX = 1_600;

/** What was chosen here before, and what kind of screen this is. */
export const readHandPreferences = (
  storage: DeviceStorage,
  window: Pick<Window, 'matchMedia' | 'innerWidth'>,
): Pick<EditorOptions, 'isSnapping' | 'hasSeveralHands' | 'isSharedScreen'> => ({
  isSnapping: storage.get(NO_SNAP) === null,
  hasSeveralHands: storage.get(SEVERAL) !== null,
  isSharedScreen: window.innerWidth >= SHARED_FROM_PX && window.matchMedia('(any-pointer: coarse)').matches,
});

/** Writes each choice down as it is made. Returns its undo. */
export function keepHandPreferences(editor: Editor, storage: DeviceStorage): () => void {
  const keep = (key: string, isSet: boolean): void => (isSet ? storage.set(key, '1') : storage.remove(key));
  return editor.store.subscribe((state, old) => {
    if (state.isSnapping !== old.isSnapping) keep(NO_SNAP, !state.isSnapping);
    if (state.hasSeveralHands !== old.hasSeveralHands) keep(SEVERAL, state.hasSeveralHands);
  });
}
