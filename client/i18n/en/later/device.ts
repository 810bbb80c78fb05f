/** English texts of one's own work: kept on this device, drafts, own actions, what was refused: what no page needs at first. */
import type { device as french } from '../../fr/later/device.ts';

export const device: Readonly<Record<keyof typeof french, string>> = {
  'forget.title': 'Forget this device?',
  'forget.help':
    'Erases what this browser keeps: the copy of the board, your drafts and your access. Nothing changes on the server. To be done on a shared computer, after the workshop.',
  'forget.unsaved':
    '{count, plural, one {One change is not on the server yet: it will be lost.} other {# changes are not on the server yet: they will be lost.}}',
  'forget.facilitator':
    'You facilitate this board. Without the facilitation link, copied elsewhere, you will not be able to facilitate it from this device any more.',
  'forget.what': 'What should be forgotten?',
  'forget.this': 'This board',
  'forget.all': 'All boards',
  'forget.confirm': 'Forget',
  'forget.failed': 'This browser did not erase everything. Erase the data of this site in its settings.',
  'history.lead': 'Your actions since this page was opened. What someone else has changed since is never undone.',
  'history.empty': 'Nothing to undo',
  'history.empty.help': 'What you do on this board will appear here, the latest first.',
  'history.until': 'Undo down to here',
  'history.untilOne': 'Undo down to here: {action}',
  'history.undo': 'Undo the last one',
  'history.redo': 'Redo',
  'history.create': '{count, plural, one {Added} other {Added # items}}',
  'history.paste': '{count, plural, one {Pasted} other {Pasted # items}}',
  'history.duplicate': '{count, plural, one {Duplicated} other {Duplicated # items}}',
  'history.delete': '{count, plural, one {Deleted} other {Deleted # items}}',
  'history.move': '{count, plural, one {Moved} other {Moved # items}}',
  'history.resize': 'Resized',
  'history.typing': 'Written',
  'history.color': '{count, plural, one {Coloured} other {Coloured # items}}',
  'history.order': 'Stacking order',
  'history.lock': 'Locked or unlocked',
  'history.other': '{count, plural, one {Changed} other {Changed # items}}',
};
