/** The decks that come with the product: complete, in both languages, every card readable and described. */
import { describe, expect, it } from 'vitest';
import { layOutNote } from '../../elements/note/layOutNote.ts';
import { readElement } from '../../elements/parseElement.ts';
import { findKind } from '../../elements/registry.ts';
import { frameworkDeck } from './frameworkDeck.ts';
import { PHOTO_PICTURES } from './pictures.ts';
import { SHIPPED_DECKS } from './shippedDecks.ts';

const WORDS = [
  'Empathie',
  'Expérimentation',
  'Essai-erreur',
  'Esprit positif',
  'Piratage bienveillant',
  'Mise en capacité',
  'Autonomie',
  'Collectif',
  'Exploration',
  'Immersion',
];

describe.each(SHIPPED_DECKS.map((deck) => [deck.id, deck] as const))(
  'the deck "%s"',
  (_id, { element, title, purpose }) => {
    it('is read as it is, with every card, in both languages', () => {
      for (const locale of ['fr', 'en'] as const) {
        expect([title[locale], purpose[locale], element.text?.[locale]].every((text) => (text ?? '').length > 3)).toBe(
          true,
        );
        const cards = element.children ?? [];
        for (const [n, { kind, size, props = {}, text }] of [element, ...cards].entries()) {
          const raw = {
            kind,
            place: [null, 0, 0],
            size,
            z: 'a0',
            text: text?.[locale] ?? '',
            ...findKind(kind)?.defaultProps,
            ...props,
          };
          const read = readElement(`e${n}`, raw);
          expect(read.ok ? '' : `${kind}: ${read.reason}`).toBe('');
          expect((text?.[locale] ?? '').length).toBeGreaterThan(3);
          if (read.ok && kind === 'note') expect(layOutNote(read.value as never).overflow).toBe(false);
        }
      }
    });

    it('may be chosen from by several people at once', () => {
      expect(element.props).toMatchObject({ face: 'up', draw: 'copy' });
    });
  },
);

describe('« Le cadre »', () => {
  it('has the ten words', () => {
    expect((frameworkDeck.children ?? []).toReversed().map(({ text }) => text?.fr.split('\n')[0])).toEqual(WORDS);
  });
});

describe('the photo-langage', () => {
  it('has no picture, title or description twice, and a full stop at the end of each description', () => {
    const all = (of: (picture: (typeof PHOTO_PICTURES)[number]) => string) => new Set(PHOTO_PICTURES.map(of)).size;
    const n = PHOTO_PICTURES.length;
    expect([
      all(({ id }) => id),
      all(({ hash }) => hash),
      all(({ title }) => title.fr),
      all(({ alt }) => alt.en),
    ]).toEqual([n, n, n, n]);
    const endless = PHOTO_PICTURES.filter(
      ({ alt }) => !alt.fr.endsWith('.') || !alt.en.endsWith('.') || alt.fr.length < 25,
    );
    expect(endless.map(({ id }) => id)).toEqual([]);
  });
});
