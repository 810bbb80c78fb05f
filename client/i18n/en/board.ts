/** English texts around the board. Same ids and arguments as the French source. */
import type { board as source } from '../fr/board.ts';

export const board: Readonly<Record<keyof typeof source, string>> = {
  'board.loading': 'Opening the board…',
  'board.unreachable': 'The server does not answer yet. Trying again in a moment.',
  'board.main': 'Board',
  'board.skip': 'Go to the board',
  'board.back': 'Back to the start page',
  'board.tools': 'Tools',
  'board.bar': 'Board bar',
  'board.zoom': 'Zoom',
  'board.percent': '{percent}%',
  'board.zoomPercent': 'Zoom: {percent}%. Back to actual size',
  'board.more': 'More',
  'board.selection': 'Selection',
  'board.colors': 'Colour',
  'board.moreSelection': 'More actions',
  'board.hint.close': 'Hide this hint',
  'board.hint.mouse': 'Double-click in an area to write a note, or paste a list: one line, one note.',
  'board.hint.touch': 'Tap “Note” to write. One finger moves the view, two enlarge it.',
  'board.addNote': 'Note',

  'entry.not_found.title': 'This link opens no board',
  'entry.not_found.help':
    'It may be incomplete, or no longer valid. Copy all of it again, or ask the person who facilitates.',
  'entry.no_link.title': 'The key to this board is missing',
  'entry.no_link.help':
    'This device has never opened this board, and the address lacks the key that follows the “#”. Open the whole link, or ask the person who facilitates.',
  'entry.removed.title': 'You no longer have access to this board',
  'entry.removed.help': 'A facilitator has removed your access. Ask them if you want to come back.',
  'entry.unreachable.title': 'The server does not answer',
  'entry.unreachable.help':
    'Check that you are on the right network, the room’s if the board is open there, then try again.',
  'entry.too_many.title': 'Many people are arriving at once',
  'entry.too_many.help': 'Wait a few seconds, then try again.',

  'save.saved': 'Saved',
  'save.saving': 'Saving…',
  'save.connecting': 'Connecting…',
  'save.live': 'Live',
  'save.offline': 'Offline, coming back by itself',
  'save.liveOffline': 'Offline, coming back by itself',
  'save.offlineUnsaved':
    '{count, plural, one {Offline, # change kept on this device} other {Offline, # changes kept on this device}}',
  'save.offlineUnkept':
    '{count, plural, one {Offline, # change on this page only: keep it open} other {Offline, # changes on this page only: keep it open}}',
  'save.paused': 'Saving is paused',
  'save.retry': 'Try again',
  'save.connected': 'Connected',

  'session.paused':
    'The server can no longer write to its disk. Your changes are kept here and will leave as soon as they can: keep this page open.',
  'session.damaged.title': 'This board is damaged on the server',
  'session.damaged.help':
    'What the server has kept of it cannot be read any more, and is shown to nobody so as not to make it worse. Texts of yours that were not saved yet stay among your drafts, on this device. Tell whoever hosts the server: they can put a backup back.',
  'session.closed.title': 'The connection to this board was refused',
  'session.closed.help':
    'This page may be out of date. Load it again: texts that were not saved will wait in your drafts.',

  'people.title': 'People here',
  'people.here': '{count, plural, one {# person here} other {# people here}}',

  'agenda.title': 'Agenda',

  'share.button': 'Share',
  'share.title': 'Share this board',

  'export.title': 'Export the board',

  'dialog.unavailable': 'This window could not be loaded. Try again when the connection is back.',

  'settings.title': 'Language and appearance',

  'help.title': 'Help and shortcuts',

  'key.shift': 'Shift',
  'key.alt': 'Alt',
  'key.enter': 'Enter',
  'key.escape': 'Esc',
  'key.delete': 'Delete',
  'key.backspace': 'Backspace',
  'key.tab': 'Tab',
};
