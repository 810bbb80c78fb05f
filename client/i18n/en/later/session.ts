/** English texts of changing the session: title, subject, people, links: what no page needs at first. */
import type { session as french } from '../../fr/later/session.ts';

export const session: Readonly<Record<keyof typeof french, string>> = {
  'common.save': 'Save',

  'subject.section': 'The subject',
  'subject.edit': 'Edit the subject',
  'people.none': 'Nobody of this name is here.',
  'people.count.facilitator': '{count, plural, one {# facilitates} other {# facilitate}}',
  'people.count.participant': '{count, plural, one {# takes part} other {# take part}}',
  'people.count.viewer': '{count, plural, one {# watches} other {# watch}}',

  'people.rename': 'Change the name',
  'people.rename.me': 'Change your name',
  'people.theirName': 'Name of this person',
  'people.actions': 'Actions for {name}',
  'people.promote': 'Let facilitate',
  'people.demote': 'Stop from facilitating',
  'people.demote.title': 'Stop {name} from facilitating?',
  'people.demote.help':
    'This person stays on the board and goes on writing. If they still have the “Facilitate” link, they can facilitate again: renew that link to prevent it.',
  'people.demote.me': 'Stop facilitating',
  'people.demote.me.title': 'Stop facilitating this board?',
  'people.demote.me.help':
    'You stay on the board and go on writing. To facilitate again you will need the “Facilitate” link, or the help of a facilitator.',
  'people.remove': 'Remove from the board',
  'people.remove.title': 'Remove {name} from the board?',
  'people.remove.help':
    'This person is disconnected at once and cannot come back from this device. Their notes stay. To keep anybody from coming back by an old link, renew it under “Share”.',

  'share.renew': 'Renew this link',
  'share.renew.which': 'Renew the {link} link',
  'share.renew.title': 'Renew the “{link}” link?',
  'share.renew.help':
    'The old link and its QR code will open nothing any more, at once. People who are here stay. You will have to give the new link to those still to come.',
  'share.renew.done': 'The “{link}” link is renewed. The old one opens nothing any more.',
};
