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
  'pins.say.added': 'Pin {number} added in the middle. Arrows: move it.',
  'pins.say.removed': 'Pin {number} removed',
  'pins.say.linked': 'Pin {number} linked to the note',
  'pins.say.unlinked': 'Pin {number} unlinked',
  'pins.say.renumbered': 'This pin now has number {number}',
  'pins.notice.gone': 'This pin is no longer there. Escape, then Delete: delete the map.',
  'pins.notice.full': 'A map has {limit} pins at most.',
};
