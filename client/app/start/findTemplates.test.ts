import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../../shared/templates/library.ts';
import { ANYTHING, findTemplates, type Wanted } from './findTemplates.ts';

const find = (wanted: Partial<Wanted>, locale: 'fr' | 'en' = 'fr'): readonly string[] =>
  findTemplates(TEMPLATES, { ...ANYTHING, ...wanted }, locale).map(({ id }) => id);

describe('findTemplates', () => {
  it('shows all of the library, the modes first, where nothing is asked', () => {
    expect(find({})).toEqual(TEMPLATES.map(({ id }) => id));
  });

  it('looks for words without accents and capitals, wherever they stand, in the language one reads', () => {
    expect(find({ words: 'PROPOSITION martyre' })).toEqual(['atelier-des-prototypes']);
    expect(find({ words: 'ecarts baromètre' })).toEqual(['retour-en-realite']);
    expect(find({ words: 'stakeholder' }, 'en')).toEqual(['carte-des-acteurs']);
    expect(find({ words: 'stakeholder' })).toEqual([]);
  });

  it('keeps to a kind of method and to the time there is', () => {
    expect(find({ brick: 'narration' })).toEqual(['capitaliseur', 'radar-du-futur', 'histoire-six-images']);
    expect(find({ brick: 'mode', minutes: 75 })).toEqual(['demarreur-bienveillant', 'capitaliseur']);
    expect(find({ minutes: 30 })).toEqual(['matrice-priorisation', 'tableau-des-taches', 'blank']);
    expect(find({ brick: 'narration', minutes: 60, words: 'images' })).toEqual(['histoire-six-images']);
  });
});
