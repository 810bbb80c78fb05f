/** A whole number from 0 up to, and without, `below`: each as likely as the others. */
export type RandomBelow = (below: number) => number;

/** The same things in another order, each order as likely as the others (Fisher and Yates); `random` is the caller's source. */
export function shuffled<T>(things: readonly T[], random: RandomBelow): T[] {
  const list = [...things];
  for (let last = list.length - 1; last > 0; last--) {
    const other = random(last + 1);
    [list[last], list[other]] = [list[other] as T, list[last] as T];
  }
  return list;
}

/** Draws evenly from 32-bit words: those of the last, incomplete stretch are thrown away. */
export function fromWords(nextWord: () => number): RandomBelow {
  return (below) => {
    const limit = 2 ** 32 - (2 ** 32 % below);
    for (;;) {
      const word = nextWord();
      if (word < limit) return word % below;
    }
  };
}
