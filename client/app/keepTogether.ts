/** What somebody typed, as it is shown large: a sign of French punctuation never begins a line by itself. */
export const keepTogether = (text: string): string => text.replace(/ (?=[;:?!»])/g, '\u202f').replace(/« /g, '«\u202f');
