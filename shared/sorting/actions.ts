/**
 * Verbs of change, which decide what a proposal means: « baisser la TVA » and « augmenter la TVA » share every other word and are opposites,
 * « réduire » and « diminuer » are one. Only for telling whether two notes say the same.
 */
import { foldText } from '../text/foldText.ts';
import type { Language } from './language.ts';

const ACTIONS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    less: 'baisser baisse baissez réduire réduction réduisez diminuer diminution diminuez limiter limitez plafonner abaisser moindre',
    more: 'augmenter augmentation augmentez hausser hausse accroître accroissement relever élever',
    gone: 'supprimer suppression supprimez abolir annuler enlever éliminer',
    back: 'rétablir rétablissement rétablissez restaurer réinstaurer remettre réintroduire',
    made: 'créer création créez instaurer instituer',
    barred: 'interdire interdiction interdisez bannir empêcher',
    let: 'autoriser autorisation permettre autorisez',
  },
  en: {
    less: 'reduce reducing reduction lower lowering decrease cut limit cap',
    more: 'increase increasing raise raising',
    gone: 'remove removing delete abolish scrap suppress',
    back: 'restore restoring reinstate reintroduce',
    made: 'create creating creation set establish',
    barred: 'ban banning forbid prohibit prevent',
    let: 'allow allowing authorise authorize permit',
  },
};

/** What a folded word does, for words of change; what makes two notes differ even where all other words are the same. */
export const ACTION_OF: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  fr: byWord(ACTIONS.fr),
  en: byWord(ACTIONS.en),
};

function byWord(actions: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    Object.entries(actions).flatMap(([action, words]) =>
      words.split(' ').map((word) => [foldText(word), action] as const),
    ),
  );
}
