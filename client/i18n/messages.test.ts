import { parse } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { createMemoryStorage } from '../ui/DeviceStorage.ts';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import { chooseLocale } from './locale.ts';

const PLAIN_SPACE_BEFORE_SIGN = /[ \u00a0][;:!?»%]|«[ \u00a0]/;
const entries = Object.entries(fr);

/** Names of the arguments of an ICU message, at any depth. */
function argumentsOf(message: string): readonly string[] {
  const names = new Set<string>();
  const visit = (elements: ReturnType<typeof parse>): void => {
    for (const element of elements) {
      if ('value' in element && element.type !== 0) names.add(String(element.value));
      if ('options' in element) for (const option of Object.values(element.options)) visit(option.value);
    }
  };
  visit(parse(message));
  return [...names].sort();
}

describe('messages', () => {
  it('has every text in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
    expect(entries.length).toBeGreaterThan(150);
  });

  it('takes the same arguments in both languages', () => {
    for (const [id, text] of entries) {
      expect([id, argumentsOf(en[id as keyof typeof fr])]).toEqual([id, argumentsOf(text)]);
    }
  });

  it('keeps French typography: thin no-break spaces and curved apostrophes', () => {
    const wrong = entries.filter(([, text]) => PLAIN_SPACE_BEFORE_SIGN.test(text) || text.includes("'"));
    expect(wrong.map(([id]) => id)).toEqual([]);
  });

  it('puts no French quotation marks or spaces before signs into English', () => {
    const wrong = Object.entries(en).filter(([, text]) => /[«»]|[ \u202f\u00a0][;:!?%]|'/.test(text));
    expect(wrong.map(([id]) => id)).toEqual([]);
  });

  it('speaks without exclamation marks and without the inclusive point médian', () => {
    const wrong = [...entries, ...Object.entries(en)].filter(([, text]) => /!|\p{L}·\p{L}/u.test(text));
    expect(wrong.map(([id]) => id)).toEqual([]);
  });

  it('counts in words', () => {
    const say = (locale: 'fr' | 'en', count: number): unknown =>
      new IntlMessageFormat((locale === 'fr' ? fr : en)['save.offlineUnsaved'], locale).format({ count });
    expect(say('fr', 1)).toBe('Hors ligne, 1 modification gardée sur cet appareil');
    expect(say('fr', 3)).toBe('Hors ligne, 3 modifications gardées sur cet appareil');
    expect(say('en', 2)).toBe('Offline, 2 changes kept on this device');
  });
});

describe('chooseLocale', () => {
  it('takes what the address asks, and keeps it', () => {
    const storage = createMemoryStorage();
    expect(chooseLocale({ search: '?lang=en', storage, languages: ['fr-FR'] })).toBe('en');
    expect(chooseLocale({ search: '', storage, languages: ['fr-FR'] })).toBe('en');
  });

  it('takes the first language of the browser that it knows, else French', () => {
    const storage = createMemoryStorage();
    expect(chooseLocale({ search: '', storage, languages: ['br', 'en-GB', 'fr'] })).toBe('en');
    expect(chooseLocale({ search: '?lang=de', storage, languages: ['de'] })).toBe('fr');
  });
});
