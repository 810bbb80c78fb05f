/** English texts of maps and their pins. */
import type { PinsMessageId } from '../fr/pins.ts';

export const pins: Readonly<Record<PinsMessageId, string>> = {
  'pins.add': 'Add a pin',
  'pins.note': 'Write the pin’s note',
  'pins.link': 'Link to the chosen pin',
  'pins.remove': 'Remove the pin',
  'pins.list': 'List of pins',
  'pins.picture': 'Choose the map’s picture…',
  'pins.clear': 'Remove the map’s picture',
  'pins.say.removed': 'Pin {number} removed',
  'pins.notice.gone': 'This pin is no longer there. Escape, then Delete: delete the map.',
};
