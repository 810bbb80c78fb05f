import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { neutralise, toHtmlTable, toTsv } from './cells.ts';

describe('cells', () => {
  it('lets no spreadsheet calculate what a note says', () => {
    const hostile = [
      '=1+1',
      '+33 1 02 03 04 05',
      '-2+3+cmd|’ /C calc’!A0',
      '@SUM(1+1)*cmd|’ /C calc’!A0',
      '\t=1+1',
      '\r=1+1',
      '\n=1+1',
      ' =1+1',
      '"=1+1',
      '＝1+1',
      '\u200b=HYPERLINK("http://example.org")',
    ];
    for (const text of hostile) expect(neutralise(text).startsWith("'")).toBe(true);
    expect(neutralise('Rénover la gare\n=1+1\n @x\n-2')).toBe("Rénover la gare\n'=1+1\n' @x\n'-2");
  });

  it('leaves plain words as they are, lists in them too', () => {
    for (const text of ['Rénover la gare', '12 % de moins', 'Deux choses :\n- des bancs\n- un abri', 'a = b', ''])
      expect(neutralise(text)).toBe(text);
  });

  it('gives tab-separated text that reads back cell by cell', () => {
    const rows = [
      ['Texte', 'Zone'],
      ['Un "banc"\nà l’abri', 'Gare\tNord'],
    ];
    expect(Papa.parse<string[]>(toTsv(rows, 'fr'), { delimiter: '\t' }).data).toEqual(rows);
  });

  it('has no cell that begins a formula, in any reader, whatever people wrote', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ' ', 'a', ',', ';'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1 }), (rows) => {
        const tsv = toTsv(rows, 'fr');
        for (const cell of Papa.parse<string[]>(tsv, { delimiter: '\t' }).data.flat())
          expect(cell).not.toMatch(/^[=+\-@\t\r\n]/u);
      }),
    );
  });

  it('escapes everything in its HTML', () => {
    expect(toHtmlTable([['Texte'], ['<img src=x onerror="alert(1)">\n& la suite']], 'fr')).toBe(
      '<table><tr><th>Texte</th></tr><tr><td>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;<br>&amp; la suite</td></tr></table>',
    );
  });
});
