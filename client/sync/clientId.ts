/** A document client id of 53 random bits: a board lives long and sees many tabs, and the stock 32 bits would meet. */
export function createClientId(
  random: (words: Uint32Array<ArrayBuffer>) => void = (words) => crypto.getRandomValues(words),
): number {
  const words = new Uint32Array(2);
  random(words);
  const [high = 0, low = 0] = words;
  return (high & 0x1f_ff_ff) * 2 ** 32 + low || 1;
}
