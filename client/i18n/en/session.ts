/** English texts of changing the session: title, subject, people, links. */
import type { session as french } from '../fr/session.ts';

export const session: Readonly<Record<keyof typeof french, string>> = {
  'title.label': 'Board title',
  'title.rename': 'Change the title',

  'people.find': 'Find a person',

  'command.malformed': 'The server did not understand this request. Check what you wrote.',
  'command.forbidden': 'Only a facilitator may do this.',
  'command.rev_conflict': 'Somebody else has just changed this. Look at the present state, then try again.',
  'command.participant_unknown': 'This person is no longer on this board.',
  'command.last_facilitator': 'At least one facilitator must remain. Let somebody else facilitate first.',
  'command.unreadable_notes':
    'Some private notes cannot be read from the server’s disk. Nothing was revealed, nothing was erased.',
  'command.too_many_requests': 'Too many requests in a row. Try again in a few seconds.',
  'command.unreachable': 'The server did not answer. Try again when the connection is back.',
};
