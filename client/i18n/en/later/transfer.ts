/** English texts of what comes onto the wall and leaves it: the same ids as the French ones: what no page needs at first. */
import type { transfer as french } from '../../fr/later/transfer.ts';

export const transfer: Readonly<Record<keyof typeof french, string>> = {
  'table.title': 'Paste a table',
  'table.titleFile': 'Drop “{name}”',
  'table.reading': 'Reading the file… {percent}%',
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
  'transfer.foreignPicture':
    'Some pictures come from a wall that this device has no access to: save them, then drop them here.',
  'transfer.tooTall': 'This table is too long for a note per cell. Choose a note per row.',
};
