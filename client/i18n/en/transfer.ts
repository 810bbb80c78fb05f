/** English texts of what comes onto the wall and leaves it: the same ids as the French ones. */
import type { TransferMessageId } from '../fr/transfer.ts';

export const transfer = {
  'transfer.copyText': 'Copy as text',
  'transfer.copyTable': 'Copy as a table',
  'transfer.copyPicture': 'Copy as a picture',
  'transfer.say.copiedRows': '{count, plural, one {# row copied} other {# rows copied}} as a table',
  'transfer.column.text': 'Text',
  'transfer.column.area': 'Area',
  'transfer.column.tags': 'Tags',
  'transfer.column.color': 'Colour',
  'transfer.column.author': 'Author',
  'transfer.picture.copied': 'Picture copied. Paste it where you like.',
  'transfer.picture.saved': 'The browser cannot copy pictures here: it is in your downloads ({file}).',
  'transfer.picture.tooLarge':
    'This selection is too large for a picture made here. Use “Export”, which asks the server for it.',
  'transfer.readOnly': 'You are watching this wall: you cannot put anything on it.',
  'transfer.unknownFile':
    '“{name}” cannot be dropped here. The wall takes pictures, and tables or texts as CSV, TSV or TXT.',
  'transfer.oneTable': 'One table at a time: the first is open, drop the others afterwards.',
  'transfer.tooHeavy': 'That is too much at once. Do it in two parts.',
  'table.unavailable': 'The table could not be opened: check the connection, then try again.',
} as const satisfies Record<TransferMessageId, string>;
