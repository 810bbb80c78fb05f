/** English texts of handing links on: keeping the facilitate link, the sheet of the sitting, calendar and mail. */
import type { share as french } from '../fr/share.ts';

export const share: Readonly<Record<keyof typeof french, string>> = {
  'keep.title': 'Keep your facilitation link',
  'keep.lead':
    'There is no account: this link is your key. It opens this board again, with every right, from any device.',
  'keep.mail': 'Send it to me',
  'keep.mail.subject': 'Facilitation link: {title}',
  'keep.mail.body':
    'Link to facilitate the board “{title}”:\n\n{link}\n\nIt gives every right on the board: keep it to yourself. The link to give the group is under “Share”.',
  'keep.phone': 'On your phone',
  'keep.phone.help': 'Point it at this code: the board opens, and you facilitate from there too.',
  'keep.phone.local': 'The board opens only on this computer so far. First open it to the room: “Share” says how.',
  'keep.lost.title': 'If this link is lost',
  'keep.lost':
    'This device stays a key to this board, and any facilitator can renew the link under “Share”. Failing that, ask whoever runs the server for a new one:',
  'keep.sheet': 'Print the sheet',
  'keep.done': 'Done, show the board',
  'keep.missing':
    'This link is not on this device. Renew it under “Share”: you will get the new one, and the old one will open nothing any more.',
};
