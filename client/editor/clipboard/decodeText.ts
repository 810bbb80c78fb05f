/**
 * From the bytes of a text file to its characters. Spreadsheets in France still write Windows-1252; others write UTF-8, with a mark or
 * without, or UTF-16. What is not valid UTF-8 is read as Windows-1252, in which every byte means something.
 */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

const startsWith = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign);

/** The characters of a file; its byte order mark is taken off. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const read = (encoding: Encoding): DecodedText => ({ text: new TextDecoder(encoding).decode(bytes), encoding });
  if (startsWith(bytes, 0xff, 0xfe)) return read('utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return read('utf-16be');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    // Not UTF-8, then.
    return { text: withSigns(new TextDecoder('windows-1252').decode(bytes)), encoding: 'windows-1252' };
  }
}

/** What Windows-1252 has where Latin-1 has controls. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some decoders (Node 20's) take Latin-1 for Windows-1252. */
const withSigns = (text: string): string =>
  text.replace(/[\u0080-\u009f]/gu, (sign) => SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);

/** Whether a file is no text at all: it has zero bytes that no UTF-16 explains. */
export function isBinary(bytes: Uint8Array): boolean {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return false;
  return bytes.subarray(0, 4_096).includes(0);
}
