// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readHtml } from './html.ts';

describe('readHtml', () => {
  it('takes a paragraph, a heading and each list item as a note, at any depth', () => {
    const html =
      '<meta charset="utf-8"><h2>Mobilité</h2><p>Deux pistes&nbsp;:</p><ul><li>Vélo<ul><li>Un abri à la gare</li></ul></li><li><b>Bus</b> du soir</li></ul>';
    expect(readHtml(html)).toEqual({
      is: 'lines',
      lines: ['Mobilité', 'Deux pistes :', 'Vélo', 'Un abri à la gare', 'Bus du soir'],
    });
  });

  it('splits paragraphs at their line breaks, and keeps a list item in one piece', () => {
    expect(readHtml('<p>Ouvrir le soir<br>Ouvrir le samedi</p><ol><li>Un guichet<br>à la gare</li></ol>')).toEqual({
      is: 'lines',
      lines: ['Ouvrir le soir', 'Ouvrir le samedi', 'Un guichet\nà la gare'],
    });
  });

  it('keeps links as text, and only those one can follow', () => {
    const html =
      '<p>Voir <a href="https://example.org/plan">le plan</a>, <a href="https://example.org/">example.org</a> et <a href="javascript:alert(1)">ceci</a></p>';
    expect(readHtml(html)).toEqual({
      is: 'lines',
      lines: ['Voir le plan (https://example.org/plan), example.org et ceci'],
    });
  });

  it('reads the one table that a spreadsheet puts there, with cells that span several', () => {
    const html =
      '<html><head><style>td{color:red}</style></head><body><table><colgroup><col></colgroup><tr><td colspan="2">Irritants</td><td>Idées</td></tr>' +
      '<tr><td rowspan="2">Attente</td><td>Trop long</td><td>Un banc<br>à l’abri</td></tr><tr><td>Bruit</td><td></td></tr></table></body></html>';
    expect(readHtml(html)).toEqual({
      is: 'table',
      table: [
        ['Irritants', '', 'Idées'],
        ['Attente', 'Trop long', 'Un banc\nà l’abri'],
        ['', 'Bruit', ''],
      ],
    });
  });

  it('takes a table within a page, or tables that lay out a mail, as text', () => {
    expect(readHtml('<p>Suite :</p><table><tr><td>Gare</td><td>Bancs</td></tr></table>')).toEqual({
      is: 'lines',
      lines: ['Suite :', 'Gare Bancs'],
    });
    expect(readHtml('<table><tr><td><table><tr><td>Bonjour</td></tr></table></td></tr></table>')).toEqual({
      is: 'lines',
      lines: ['Bonjour'],
    });
  });

  it('leaves out scripts, styles, fields and what is hidden', () => {
    const html =
      '<script>alert(1)</script><style>p{}</style><p hidden>non</p><p style="display: none">non</p><p>oui<img src=x onerror=alert(1)><textarea>non</textarea></p><svg><text>non</text></svg>';
    expect(readHtml(html)).toEqual({ is: 'lines', lines: ['oui'] });
  });

  it('says nothing of nothing', () => {
    expect(readHtml('')).toBeNull();
    expect(readHtml('<p> &nbsp;</p>')).toBeNull();
  });
});
