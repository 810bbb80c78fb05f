/** English texts that guide: the tour, the help, a newer version: what no page needs at first. */
import type { guide as french } from '../../fr/later/guide.ts';

export const guide: Readonly<Record<keyof typeof french, string>> = {
  'help.hands': 'By mouse, by touch',
  'help.write': 'Write a note',
  'help.write.how': 'Double-click, or touch twice',
  'help.list': 'A list into notes',
  'help.list.how': 'Paste: one line, one note',
  'help.move': 'Sort into an area',
  'help.move.how': 'Drag the note into it',
  'help.several': 'Take several notes',
  'help.several.how': 'Drag on the ground, Shift and click, or a long press',
  'help.pan': 'Move the view',
  'help.pan.how': 'Space and drag, or one finger on the ground',
  'help.zoom': 'Enlarge, reduce',
  'help.zoom.how': 'Ctrl and wheel, or two fingers',
  'help.keyboard': 'By keyboard',
  'help.outline':
    'The outline shows the whole board as text: one writes, sorts and deletes there without a mouse, with a screen reader too.',
  'help.saved': 'Everything saves itself. If the connection drops, go on: your changes wait on this device.',
  'help.undo': 'Undo takes back only your own gestures, never those of others.',
};
