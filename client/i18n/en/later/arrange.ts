/** English texts of arranging: the same ids as the French ones: what no page needs at first. */
import type { arrange as french } from '../../fr/later/arrange.ts';

export const arrange: Readonly<Record<keyof typeof french, string>> = {
  'arrange.say.aligned': '{count, plural, one {Item aligned} other {# items aligned}}',
  'arrange.say.tidied':
    '{groups, plural, one {{count, plural, one {# item tidied} other {# items tidied}}} other {{count} items tidied into {groups} groups}}',
  'arrange.say.ungrouped': '{count, plural, one {Item ungrouped} other {# items ungrouped}}',
  'arrange.say.tidiedTime':
    '{count, plural, one {# item tidied from oldest to newest} other {# items tidied from oldest to newest}}{unknown, plural, =0 {} one {; # with no known time, last} other {; # with no known time, last}}',
  'arrange.say.resized': '{count, plural, one {Item resized} other {# items resized}}',

  'help.lasso': 'Circle notes',
  'help.lasso.how': 'Alt and drag on the ground, or hold a finger still there, then draw',
  'help.groups': 'Take one item of a group',
  'help.groups.how': 'Double-click to open the group, or Alt and click',
  'help.snap': 'Move without guides',
  'help.snap.how': 'Hold Ctrl during the gesture',
  'help.pull': 'Resize, turn',
  'help.pull.how': 'Handles; Shift: proportions or steps of 15°; Alt: from the middle',
  'help.people': 'Large touch screen',
  'help.people.how': '“Touch screen for several hands”: each finger moves its own note',
  'help.pen': 'With a pen',
  'help.pen.how': 'The hand resting beside it moves nothing',
  'arrange.opacity': 'Opacity: {percent}%',
  'arrange.say.distributed': '{count, plural, other {# items spaced out evenly}}',
  'arrange.say.sameSize': '{count, plural, other {# items of the same size}}',
  'arrange.say.grouped': '{count, plural, other {# items grouped}}',
  'arrange.say.forward': 'Brought forward',
  'arrange.say.backward': 'Sent backward',
  'arrange.say.turned': 'Angle: {angle}°',
  'arrange.notice.meant':
    'Places mean something here: swapping two elements would falsify them. On a matrix, Alt + Shift + arrows move the element.',
  'arrange.notice.noSpread': 'Spacing out takes three items at least.',
};
