/** English texts of one's own work: kept on this device, drafts, own actions, what was refused. */
import type { device as french } from '../fr/device.ts';

export const device: Readonly<Record<keyof typeof french, string>> = {
  'device.full': 'This device has no room left: offline, your changes will only be kept while this page stays open.',
  'device.lost':
    'This browser keeps nothing of this board. Offline, your changes will only be kept while this page stays open.',
  'device.damaged':
    'Part of what this device kept of this board could not be read any more. The board comes from the server, and what follows is kept here again.',

  'forget.button': 'Forget this device',

  'drafts.menu': 'My drafts',
  'drafts.see': 'See my drafts',
  'drafts.button': '{count, plural, one {# draft} other {# drafts}}',
  'drafts.copied': '{count, plural, one {Draft copied} other {# drafts copied}}',
  'drafts.copyFailed': 'This browser refuses to copy. Select the text, then copy it.',
  'drafts.copyLeft': '{count, plural, one {Copy my draft} other {Copy my # drafts}}',

  'refused.role': 'You may not write on this board: your change was not taken.',
  'refused.step': 'The present step does not allow it: your change was not taken.',
  'refused.locked': 'This item is locked: your change was not taken.',
  'refused.lock': 'Only someone who facilitates may lock or unlock.',
  'refused.limit': 'The board is at its largest size, or the text at its greatest length.',
  'refused.placeholder': 'This item comes from a newer version: it may be moved or deleted, not edited.',
  'refused.held':
    'You deleted many items at once. These wait for someone who facilitates to agree, and are back on the board.',
  'refused.other': 'The server did not accept this change: the board is back to what it was.',
  'refused.drafts': '{message} Your text is in your drafts.',

  'rights.private': 'In this step everyone writes for themselves: the shared board does not change.',
  'rights.none': 'In this step you may look at the board, not change it.',
  'rights.noAdd': 'In this step nothing is added.',
  'rights.areas': 'In this step, we work in {areas}.',
  'rights.quoted': '“{title}”',
  'rights.someAreas': 'In this step, we work in some areas only.',
  'rights.kinds': 'In this step, one may add: {kinds}.',

  'deletion.title': '{name} deleted many items',
  'deletion.nameless': 'Someone',
  'deletion.titleHeld': '{name} wants to delete many items',
  'deletion.gone': '{count, plural, one {One item is gone from the board.} other {# items are gone from the board.}}',
  'deletion.held':
    '{count, plural, one {One item stays on the board until you decide.} other {# items stay on the board until you decide.}}',
  'deletion.close': 'Leave it so',
  'deletion.restore': '{count, plural, one {Restore the item} other {Restore the # items}}',
  'deletion.allow': 'Allow',
  'deletion.restored': '{count, plural, one {One item is back on the board.} other {# items are back on the board.}}',
  'deletion.allowed': 'This person may delete again, for five minutes.',

  'history.title': 'History of my actions',
};
