import { describe, expect, it } from 'vitest';
import { parseTsv, toTable } from './table.ts';

describe('parseTsv', () => {
  it('reads the cells of a spreadsheet, empty ones too', () => {
    expect(parseTsv('Lieu\tIdée\r\nGare\tDes bancs\r\n\tUn abri vélo\r\n')).toEqual([
      ['Lieu', 'Idée'],
      ['Gare', 'Des bancs'],
      ['', 'Un abri vélo'],
    ]);
  });

  it('keeps line breaks, tabs and quotes that stand in a quoted cell', () => {
    expect(parseTsv('"Le soir\nà 20\u00a0h"\t"dit ""bonjour"""\nÀ\tB')).toEqual([
      ['Le soir\nà 20 h', 'dit "bonjour"'],
      ['À', 'B'],
    ]);
  });

  it('takes a quote that is not the whole cell as it stands', () => {
    expect(parseTsv('"Gare" du Nord\toui\n"ouvert\tnon')).toEqual([
      ['"Gare" du Nord', 'oui'],
      ['"ouvert', 'non'],
    ]);
  });

  it('is no table: a text without tabs, an indented one, a single column', () => {
    expect(parseTsv('Rénover la gare\nOuvrir le soir')).toBeNull();
    expect(parseTsv('Transports\n\tDes bus le soir\n\t\tEt le dimanche')).toBeNull();
    expect(parseTsv('Transports\t\nVélos\t\n')).toBeNull();
  });

  it('makes all rows equally long and takes blank edges off', () => {
    expect(
      toTable([
        ['', ''],
        ['', 'a'],
        ['', 'b', 'c'],
        ['  ', '\u200b'],
      ]),
    ).toEqual([
      ['a', ''],
      ['b', 'c'],
    ]);
    expect(toTable([[' ', '']])).toEqual([]);
  });

  it('reads a hostile text in a time that grows with its length only', () => {
    const text = `${'"a\t'.repeat(20_000)}"\n`;
    expect(parseTsv(text)?.[0]?.length).toBe(200);
  });
});
