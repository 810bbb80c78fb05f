import { parse as parseIcu } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import { parse } from './parseMessage.ts';

const icu = (message: string) => parseIcu(message, { captureLocation: false });

describe('parse', () => {
  it('reads every message of both languages as formatjs does', () => {
    for (const message of [...Object.values(fr), ...Object.values(en)]) expect(parse(message)).toEqual(icu(message));
  });

  it('reads what stands inside options as formatjs does', () => {
    for (const message of [
      '{count, plural, =0 {aucune note} one {# note de {name}} other {# notes}}, {count}',
      '{ who, select, me {vous} other { {count, plural, one {# fois} other {plusieurs fois n° {rank}}} } }',
      '{count, plural, one {{who, select, me {#} other {la #}}} other {#}}',
      'la note # 3',
    ]) {
      expect(parse(message)).toEqual(icu(message));
    }
  });

  it('refuses what it does not know', () => {
    for (const message of [
      '{',
      '}',
      '{a',
      '{a}}',
      '{n, number}',
      '{n, plural, one {#}',
      '{n, plural, }',
      '<b>gras</b>',
      "l'ami",
    ]) {
      expect(() => parse(message), message).toThrow(SyntaxError);
    }
  });
});
