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
  'transfer.foreignPicture':
    'Some pictures come from a wall that this device has no access to: save them, then drop them here.',
  'transfer.tooHeavy': 'That is too much at once. Do it in two parts.',
  'transfer.tooTall': 'This table is too long for a note per cell. Choose a note per row.',

  'table.title': 'Paste a table',
  'table.titleFile': 'Drop “{name}”',
  'table.reading': 'Reading the file… {percent}%',
  'table.unavailable': 'The table could not be opened: check the connection, then try again.',
  'table.failed.tooLarge': 'This file is too large: 20 MB at most.',
  'table.failed.binary':
    'This file is not text. Save it from your spreadsheet as CSV, or copy the cells and paste them on the wall.',
  'table.failed.empty': 'There is nothing in this file.',
  'table.failed.unreadable': 'This file could not be read.',
  'table.each': 'What shall become of this table?',
  'table.each.cell': 'A note per cell',
  'table.each.row': 'A note per row',
  'table.header': 'The first row',
  'table.header.none': 'is content',
  'table.header.tags': 'names tags',
  'table.header.areas': 'names areas',
  'table.hasNames': 'The first row names the columns',
  'table.columns': 'What each column is for',
  'table.column': 'Column {number}',
  'table.role.text': 'Text of the note',
  'table.role.tags': 'Tags',
  'table.role.color': 'Colour',
  'table.role.area': 'Area',
  'table.role.none': 'Leave out',
  'table.preview': 'Preview',
  'table.preview.rest': '{count, plural, one {and # more row} other {and # more rows}}',
  'table.count.notes': '{count, plural, =0 {No notes} one {# note} other {# notes}}',
  'table.count.areas': '{count, plural, one {# area} other {# areas}}',
  'table.count.tags': '{count, plural, one {# tag} other {# tags}}',
  'table.noText': 'Choose at least one column for the text.',
  'table.left':
    '{count, plural, one {# row beyond the first 5,000 is left out.} other {# rows beyond the first 5,000 are left out.}}',
  'table.cut':
    '{count, plural, one {# text is longer than 10,000 characters: it will be cut.} other {# texts are longer than 10,000 characters: they will be cut.}}',
  'table.tooMany': 'This wall has room for {room, plural, one {# more element} other {# more elements}} only.',
  'table.place': '{count, plural, =0 {Place} one {Place the note} other {Place the # notes}}',
  'table.placing': 'The notes are coming…',
} as const satisfies Record<TransferMessageId, string>;
