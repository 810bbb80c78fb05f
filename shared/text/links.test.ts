import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySplice } from '../lib/splice.ts';
import { checkOf, findChecks, findLinks, toggleCheck, withBoxes } from './links.ts';

/** Letters, spaces and signs of all sorts, whole and in halves; quicker than fast-check's own. */
const SIGNS = fc
  .array(
    fc.constantFrom(
      'a',
      'É',
      '1',
      ' ',
      '\n',
      '\r',
      '\u2028',
      '\u202f',
      '\u200b',
      '\u0301',
      '🎉',
      '\ud800',
      '[',
      ']',
      'x',
      '-',
      '/',
      '@',
      '«',
    ),
    { maxLength: 8 },
  )
  .map((signs) => signs.join(''));

const hrefs = (text: string): string[] => findLinks(text).map(({ href }) => href);

describe('findLinks', () => {
  it('finds addresses of the web and of mail, without what belongs to the sentence', () => {
    expect(hrefs('Voir https://jeparticipe.metropole.fr/projets?id=3#avis, puis www.nantes.fr.')).toEqual([
      'https://jeparticipe.metropole.fr/projets?id=3#avis',
      'https://www.nantes.fr',
    ]);
    expect(hrefs('(http://localhost:4321/b/x) «\u202fmailto:accueil@mairie.fr\u202f» !')).toEqual([
      'http://localhost:4321/b/x',
      'mailto:accueil@mairie.fr',
    ]);
    expect(hrefs('https://fr.wikipedia.org/wiki/Nantes_(homonymie)')).toEqual([
      'https://fr.wikipedia.org/wiki/Nantes_(homonymie)',
    ]);
  });

  it('finds nothing that could do harm or mislead', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,<script>',
      'vbscript://x',
      'xhttps://nantes.fr',
      'https://',
      'www.',
      'mailto:personne',
      'https://banque.fr@ailleurs.net/',
      'file:///etc/passwd',
      'Réunion à 18 h 30',
    ])
      expect([text, hrefs(text)]).toEqual([text, []]);
  });

  it('finds only what stands in the text, in order, with a safe beginning, whatever the text', () => {
    const piece = fc.oneof(SIGNS, fc.constantFrom('https://', 'www.', 'mailto:', 'a@b.fr', '(', ')', '.'));
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (written) => {
        let end = 0;
        for (const { from, to, href } of findLinks(written)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(href.endsWith(written.slice(from, to))).toBe(true);
          expect(href).toMatch(/^(?:https?:\/\/|mailto:)/i);
          end = to;
        }
      }),
    );
  });

  it('takes no longer for a text made to be slow', () => {
    const slow = `www.${'a.'.repeat(5_000)}`;
    expect(findLinks(slow.slice(0, 10_000))).toHaveLength(1);
    expect(findLinks(`https://${'('.repeat(4_000)}${')'.repeat(4_000)}`).length).toBeLessThanOrEqual(1);
  });
});

describe('boxes to tick', () => {
  const LIST = 'Avant la visite\n[x] Appeler la mairie\n[ ] Réserver la salle\n - [ ] Imprimer\n[?] non\n[] non';

  it('are lines that begin with brackets, also after a dash', () => {
    expect(findChecks(LIST).map(({ line, isDone, label }) => [line, isDone, label])).toEqual([
      [1, true, 'Appeler la mairie'],
      [2, false, 'Réserver la salle'],
      [3, false, 'Imprimer'],
    ]);
    expect(checkOf('[x]')).toMatchObject({ isDone: true });
    expect(checkOf('[x]oui')).toBeNull();
    expect(withBoxes(LIST)).toContain('☑ Appeler la mairie\n☐ Réserver la salle\n☐ Imprimer\n[?] non');
  });

  it('change one sign when they are ticked, and nothing else, whatever stands around them', () => {
    const line = fc.oneof(
      fc.constantFrom('[ ] Appeler', '[x] Réserver', '- [X] Imprimer', '* [ ] 🎉', '', 'Texte'),
      SIGNS,
    );
    const text = fc
      .tuple(fc.array(line), fc.constantFrom('\n', '\r\n', '\r', '\u2028'))
      .map(([lines, end]) => lines.join(end));
    fc.assert(
      fc.property(text, (written) => {
        for (const check of findChecks(written)) {
          const ticked = applySplice(written, toggleCheck(check));
          expect(ticked).toHaveLength(written.length);
          const again = findChecks(ticked).find((one) => one.line === check.line);
          expect(again).toEqual({ ...check, isDone: !check.isDone });
        }
      }),
    );
  });
});
