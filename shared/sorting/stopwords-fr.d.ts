/** stopwords-fr is one JSON list of words. */
declare module 'stopwords-fr' {
  const words: readonly string[];
  export default words;
}
