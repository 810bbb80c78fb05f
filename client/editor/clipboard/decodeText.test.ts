import { describe, expect, it } from 'vitest';
import { decodeText, isBinary } from './decodeText.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decodeText', () => {
  it('reads UTF-8 with and without its mark', () => {
    expect(decodeText(bytes('Prénom;Été'))).toEqual({ text: 'Prénom;Été', encoding: 'utf-8' });
    expect(decodeText(bytes('\ufeffPrénom;Été'))).toEqual({ text: 'Prénom;Été', encoding: 'utf-8' });
  });

  it('reads what Excel writes in France: Windows-1252, its euro and its apostrophe included', () => {
    const file = Uint8Array.of(0x31, 0x30, 0x20, 0x80, 0x20, 0x6c, 0x92, 0xe9, 0x74, 0xe9, 0x20, 0x9c);
    expect(decodeText(file)).toEqual({ text: '10 € l’été œ', encoding: 'windows-1252' });
  });

  it('reads UTF-16 by its mark', () => {
    const little = new Uint8Array(Buffer.from('\ufeffÉté\t1', 'utf16le'));
    expect(decodeText(little).text).toBe('Été\t1');
    const big = little.slice();
    for (let at = 0; at < big.length; at += 2) [big[at], big[at + 1]] = [big[at + 1] as number, big[at] as number];
    expect(decodeText(big)).toEqual({ text: 'Été\t1', encoding: 'utf-16be' });
  });

  it('tells a picture or a workbook from a text', () => {
    expect(isBinary(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toBe(true);
    expect(isBinary(bytes('a;b'))).toBe(false);
    expect(isBinary(new Uint8Array(Buffer.from('\ufeffa', 'utf16le')))).toBe(false);
  });
});
