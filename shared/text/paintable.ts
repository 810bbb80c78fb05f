/** Text as it is painted: the few characters our fonts lack, or must not be trusted with, are replaced by what looks the same. */

/** Anything but what is painted as it is: most text passes here with one test. */
const STRANGE =
  /[^\n -~\u00a0-\u00ac\u00ae-\u1fff\u2009\u2012-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ufefe\uff00-\uffff]/;
const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n'],
  [/[\t\u2000-\u2005\u3000]/g, ' '],
  [/\u2007/g, '\u00a0'],
  [/[\u2006\u2008\u200a\u202f\u205f]/g, '\u2009'],
  [/[\u2010\u2011]/g, '-'],
  // Control characters, soft hyphens, marks that turn the writing direction: all but what joins letters, emoji and flags.
  [/(?![\n\u200c]|\u200d|[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}]/gu, ''],
];

/**
 * The text with plain line ends, thin spaces for the narrow no-break space (Atkinson has the one and not the other), and without
 * invisible characters. A thin space never breaks a line here, so nothing is lost by the exchange.
 */
export function toPaintable(text: string): string {
  if (!STRANGE.test(text)) return text;
  let painted = text;
  for (const [pattern, replacement] of REPLACEMENTS) painted = painted.replace(pattern, replacement);
  return painted;
}
