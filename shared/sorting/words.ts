/** The words of a note: as written, and cut to their stem by the Snowball stemmer of its language. Pure; owns no list of words. */
/// <reference path="./snowball-stemmers.d.ts" />
import { newStemmer } from 'snowball-stemmers';
import { foldText } from '../text/foldText.ts';
import { ACTION_OF } from './actions.ts';
import type { Language } from './language.ts';
import { STOP_WORDS, TURNING } from './stopWords.ts';

export interface Word {
  /** As written, in small letters (an acronym in its capitals); ends in an apostrophe where a vowel fell out (« l'eau »: `l'`, `eau`). */
  readonly form: string;
  /** What different forms of it have in common, without accents. */
  readonly stem: string;
  /** Whether it says nothing of what the note is about. */
  readonly isStop: boolean;
  /** Whether it may turn the meaning round, as « pas » and « sans » do, or is a number: never left out of account when two notes are compared. */
  readonly isTurning: boolean;
  /** For verbs of change, what is done: the same for all that mean it. */
  readonly action?: string;
}

/** What stands before an apostrophe and is no word of its own: l', d', qu', jusqu'. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)$/;
const WHOLE = new Set(["aujourd'hui", "quelqu'un", "prud'homme"]);
/** TVA, RSA: shown as they are written, unless all of the note is in capitals. */
const ACRONYM = /^\p{Lu}{2,5}$/u;
/** Longer is no word that people write. */
const LONGEST = 40;

export type Reader = (text: string, language: Language) => Word[];

/** A reader of notes. It remembers the words it has met: make one for a board, and let it go afterwards. */
export function createReader(): Reader {
  const stemmers = { fr: newStemmer('french'), en: newStemmer('english') };
  const known = { fr: new Map<string, Word>(), en: new Map<string, Word>() };
  const look = (form: string, language: Language): Word => {
    const folded = foldText(form);
    const isNumber = /\p{N}/u.test(folded);
    // Folded first: people drop accents, most of all on capitals and on phones.
    const stem = isNumber ? folded : stemmers[language].stem(folded);
    const isStop = STOP_WORDS[language].has(folded) || form.endsWith("'") || (folded.length < 2 && !isNumber);
    const action = ACTION_OF[language].get(folded);
    const word = { form, stem, isStop, isTurning: isNumber || TURNING.has(folded) };
    return action === undefined ? word : { ...word, action };
  };
  return (text, language) => {
    const words: Word[] = [];
    // Addresses of pages are no words.
    const plain = text
      .normalize('NFC')
      .replace(/[’‘ʼ]/g, "'")
      .replace(/(?:https?:\/\/|www\.)\S+/gi, ' ');
    const isShouted = plain === plain.toUpperCase();
    for (const [run] of plain.matchAll(/[\p{L}\p{N}\p{Mn}]+(?:'[\p{L}\p{N}\p{Mn}]+)*/gu)) {
      const parts = WHOLE.has(run.toLowerCase()) ? [run] : run.split("'");
      for (const [at, written] of parts.entries()) {
        if (written.length > LONGEST) continue;
        const part = !isShouted && ACRONYM.test(written) ? written : written.toLowerCase();
        const isElided = language === 'fr' && at < parts.length - 1 && ELIDED.test(part);
        const form = isElided ? `${part}'` : part;
        let word = known[language].get(form);
        if (!word) {
          word = look(form, language);
          known[language].set(form, word);
        }
        words.push(word);
      }
    }
    return words;
  };
}
