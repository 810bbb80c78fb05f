/** The part of snowball-stemmers we use; the package ships no types. */
declare module 'snowball-stemmers' {
  export function newStemmer(language: 'french' | 'english'): { stem(word: string): string };
}
