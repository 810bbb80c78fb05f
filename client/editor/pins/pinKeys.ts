/** The keys of the pin one holds, while its map is selected alone and nobody types. A key meant for a pin never deletes its map. */
import { arrowOf, type Key } from '../keyboard.ts';
import type { Later } from '../Later.ts';
import type { MapPins } from './MapPins.ts';
import type { PinEdits } from './PinEdits.ts';

/** What makes pins and their notes, once it is here. */
export type LaterPins = Pick<Later<{ readonly pinEdits: PinEdits }>, 'with'>;

/** Does what a key means for the chosen pin; whether it meant something. */
export function takePinKey(mapPins: MapPins, extras: LaterPins, key: Key, isReadOnly: boolean): boolean {
  if (isReadOnly || key.ctrlKey || key.metaKey || key.altKey) return false;
  const { held } = mapPins;
  if (held === null) return false;
  const direction = arrowOf(key);
  if (key.key === 'Escape') mapPins.choose(null);
  else if (held === 'gone') {
    if (direction) return true;
    if (key.key !== 'Delete' && key.key !== 'Backspace') return false;
    if (!key.repeat) mapPins.sayGone();
  } else if (direction) mapPins.nudge(direction, key.shiftKey);
  else if (key.key === 'Delete' || key.key === 'Backspace') {
    // A key that is held down was meant for one pin.
    if (!key.repeat) mapPins.remove(held);
  } else if (key.key === 'Enter') extras.with(({ pinEdits }) => pinEdits.open(held));
  else return false;
  return true;
}
