/** One replacement in a text: `remove` UTF-16 units at `at` give way to `insert`. */
export interface TextSplice {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const isLowSurrogate = (text: string, index: number): boolean => {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
};

/**
 * The smallest single splice that turns `before` into `after`, or `null` when they are equal. Never cuts a surrogate pair.
 * `caret` (UTF-16 units in `after`, where the insertion ends) settles which of several equal splices was meant: typing an "l"
 * into "aller" must not move another person's caret.
 */
export function diffText(before: string, after: string, caret = after.length): TextSplice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let suffix = 0;
  const maxSuffix = Math.min(shorter, after.length - Math.min(caret, after.length));
  while (suffix < maxSuffix && before[before.length - 1 - suffix] === after[after.length - 1 - suffix]) suffix++;
  let prefix = 0;
  while (prefix < shorter - suffix && before[prefix] === after[prefix]) prefix++;
  while (suffix < shorter - prefix && before[before.length - 1 - suffix] === after[after.length - 1 - suffix]) suffix++;
  if (prefix > 0 && (isLowSurrogate(before, prefix) || isLowSurrogate(after, prefix))) prefix--;
  if (suffix > 0 && (isLowSurrogate(before, before.length - suffix) || isLowSurrogate(after, after.length - suffix)))
    suffix--;
  return { at: prefix, remove: before.length - suffix - prefix, insert: after.slice(prefix, after.length - suffix) };
}

/** The text after a splice. */
export const applySplice = (text: string, splice: TextSplice): string =>
  text.slice(0, splice.at) + splice.insert + text.slice(splice.at + splice.remove);
