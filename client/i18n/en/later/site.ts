/** English texts of the quiet pages: what no page needs at first. */
import type { site as french } from '../../fr/later/site.ts';

export const site: Readonly<Record<keyof typeof french, string>> = {
  'common.copy': 'Copy',
  'common.copied': 'Copied',
  'common.cancel': 'Cancel',
  'site.footer': 'Pêle-mêle, free software. What you write stays on this server and goes to nobody else.',

  'role.facilitator': 'You facilitate',
  'role.participant': 'You take part',
  'role.viewer': 'You watch',

  'start.pageTitle': 'Pêle-mêle, the shared workshop board',
  'start.title': 'The shared workshop board',
  'start.lead':
    'Everyone writes, the group brings together, names and chooses. In the room or from afar, with no account and nothing to install.',
  'start.link.label': 'I have a link',
  'start.link.placeholder': 'Paste the link you received',
  'start.link.go': 'Join',
  'start.link.empty': 'Paste the link you were sent first.',
  'start.link.wrong':
    'This is not a link to a board. A link contains “/b/”, then a “#” followed by letters and digits: copy all of it.',
  'start.recent.title': 'Recent boards on this device',
  'start.recent.forget': 'Remove “{title}” from this device',
  'start.recent.forgetShort': 'Remove from this device',
  'start.recent.all': 'Show all {count} boards',
  'start.prepare.title': 'Prepare a workshop',
  'start.prepare.lead': 'Choose a template: its areas, instructions and agenda are ready.',
  'start.picture.area': 'What does each word mean?',
  'start.picture.note1': 'Who lives this problem today?',
  'start.picture.note2': 'What does “close by” mean?',
  'start.picture.note3': 'What if another level took it on?',
  'start.picture.note4': 'What would success look like?',
  'start.picture.note5': 'Who is not at the table?',

  'subject.back': 'Other templates',
  'subject.title': 'The subject of the workshop',
  'subject.lead': 'Everything is optional. What you fill in welcomes the people who come to the board.',
  'subject.question': 'Starting question',
  'subject.question.help': 'Put the subject as a question: it opens the workshop.',
  'subject.question.example': 'For example: how could we better welcome firms that settle here?',
  'subject.name': 'Title of the board',
  'subject.sponsor': 'Commissioned by',
  'subject.facilitation': 'Facilitated by',
  'subject.date': 'Date',
  'subject.time': 'Time',
  'subject.place': 'Place',
  'subject.visio': 'Video call link',
  'subject.me': 'Your name',
  'subject.me.help': 'As the others will see it. Without a name you appear as “Facilitator”.',
  'subject.create': 'Create the board',
  'subject.creating': 'Creating the board…',
  'subject.failed': 'The board could not be created. Try again in a moment.',

  'problem.unreachable': 'The server does not answer. Check your connection, then try again.',
};
