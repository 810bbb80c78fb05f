/**
 * Words that say nothing of what a note is about. French: the list of stopwords-fr (MIT), less the words below, which do say something on a
 * workshop's wall. English: the function words of the Snowball project's English list (BSD), written out here.
 */
/// <reference path="./stopwords-fr.d.ts" />
import french from 'stopwords-fr';
import { foldText } from '../text/foldText.ts';
import type { Language } from './language.ts';

/** In stopwords-fr, but telling: what notes are about, or the difference between two of them. */
const TELLING_FR = `parole parler personne personnes nombreux unique directe directement minimale état valeur mille essai ouvert naturel
naturelle naturelles nouveau nouveaux pièce pure rare revoir`;

const ENGLISH = `i me my myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself
they them their theirs themselves what which who whom this that these those am is are was were be been being have has had having do does did
doing would should could ought can will shall may might must a an the and but if or because as until while of at by for with about against
between into through during before after above below to from up down in out on off over under again further then once here there when where
why how all any both each few more most other some such no nor not only own same so than too very s t d ll m o re ve don also just`;

/** What people write around what they mean, in answers to a question. */
const AROUND_FR = `faut falloir faudrait faire fait faites fais doit doivent devrait devraient devoir peut peuvent pourrait pourraient pouvoir
veut veulent vouloir mettre mise donner avoir être oui non etc ex exemple svp merci bonjour chose choses beaucoup trop afin ça cela celui
celle ceux celles vraiment lieu cas`;

const fold = (words: readonly string[]): string[] => words.filter((word) => word !== '').map(foldText);

/** Folded (no accents, no capitals), ready to be asked for a folded word. */
const kept = new Set(fold(TELLING_FR.split(/\s+/)));

export const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(fold([...french, ...AROUND_FR.split(/\s+/)]).filter((word) => !kept.has(word))),
  en: new Set(fold(ENGLISH.split(/\s+/))),
};

/** Words that turn a sentence round: stop words for what a note is about, never for whether two say the same. */
export const TURNING: ReadonlySet<string> = new Set(
  fold(
    `pas plus jamais sans ni aucun aucune rien moins contre non not no never without less more nor against don won isn aren cannot`.split(
      ' ',
    ),
  ),
);
