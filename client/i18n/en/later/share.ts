/** English texts of handing links on: keeping the facilitate link, the sheet of the sitting, calendar and mail: what no page needs at first. */
import type { share as french } from '../../fr/later/share.ts';

export const share: Readonly<Record<keyof typeof french, string>> = {
  'share.command': 'Command',
  'share.computer.name': 'With a domain name, also give the address people will open:',
  'share.keep': 'Keep it, send it',
  'share.gone': 'This link can no longer be shown. Renew it to give a new one.',
  'join.calendar': 'Add to my calendar',
  'share.take': 'Take away',
  'share.sheet': 'Sitting sheet',
  'share.calendar': 'Calendar file',
  'share.calendar.done': '“{file}” is in your downloads.',
  'share.mail': 'Invite by e-mail',
  'share.mail.subject': 'Invitation: {title}',
  'share.mail.body':
    '{title}\n{question}\n{when}\n\nTo take part, open this link, without account or installation:\n{link}',
  'share.how.title': 'To join',
  'share.how.network': 'Connect to the same network as this computer.',
  'share.scan.computer': 'No phone can open this code yet: first open the board to the room, as the box says.',
  'share.how.open': 'Open the board to the room, as the box says.',
  'share.how.scan': 'Point a phone at the code, or open the link.',
  'share.how.name': 'Give a first name, or nothing: there is no account.',

  'sheet.title': 'Sitting sheet',
  'sheet.print': 'Print',
  'sheet.back': 'Back to the board',
  'sheet.hint':
    'One A4 page. Fold or cut off the bottom before you put it up: it bears the link that gives every right.',
  'sheet.local': 'These addresses open only on this computer for now: before printing, follow “Share”.',
  'sheet.loading': 'Preparing the sheet…',
  'sheet.agenda': 'Agenda',
  'sheet.agenda.total': '{minutes, plural, one {# minute} other {# minutes}}',
  'sheet.participate.help': 'Point a phone at this code, or open this address.',
  'sheet.watch.help': 'For the screen of the room.',
  'sheet.facilitate.help': 'For the facilitator alone: this link gives every right on the board, from any device.',
  'sheet.facilitate.missing':
    'The “Facilitate” link is not on this device. Print the sheet from the one where the board was made, or renew the link under “Share”.',
  'sheet.fold': 'fold or cut here',
  'sheet.gone': 'This link can no longer be shown: renew it under “Share”.',
  'sheet.forbidden.title': 'This sheet is for facilitators',
  'sheet.forbidden.help': 'It bears the links of the board. Ask a facilitator for it.',
};
