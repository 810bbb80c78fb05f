/** English texts of matrices and radars. */
import type { placing as french } from '../fr/placing.ts';

export const placing: Readonly<Record<keyof typeof french, string>> = {
  'placing.next': 'Place the next note',
  'placing.spread': 'Spread overlapping notes',
  'placing.say.none': 'Everything is placed.',
  'placing.say.next':
    '{chars, plural, =0 {Note without text} other {“{text}”}}: {place}. Arrows: move by a hundredth, with Shift by ten. {count, plural, =0 {It was the last one.} one {One note left to place.} other {# notes left to place.}}',
  'placing.say.at': '{place}',

  'matrix.open': 'Ranking and axes',
  'matrix.reads': '{y} × {x}',
  'matrix.tint': 'Tints',
  'matrix.tint.quadrants': 'Tinted parts',
  'matrix.tint.none': 'No tint',

  'radar.open': 'Signals, rings and sectors',
  'radar.roles': 'Say “to be filled” in empty sectors',
  'radar.addRing': 'Add a ring',
  'radar.addSector': 'Add a sector',
};
