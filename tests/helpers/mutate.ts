/** Honest bytes gone wrong: flipped, cut, doubled, moved, with numbers where no number was, or in more bytes than they take. */
import type { Random } from './random.ts';

const NUMBERS: readonly (readonly number[])[] = [
  [0],
  [127],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
];

/** A number of one byte, written in `more` bytes more than it takes. */
const longer = (byte: number, more: number): number[] => [
  byte | 0x80,
  ...Array.from({ length: more - 1 }, () => 0x80),
  0,
];

/** The bytes with one to three mishaps. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let mutated = [...bytes];
  for (let left = 1 + random.below(3); left > 0; left--) {
    const at = random.below(mutated.length + 1);
    const length = 1 + random.below(8);
    switch (random.below(8)) {
      case 0:
        mutated[at] = (mutated[at] ?? 0) ^ (1 << random.below(8));
        break;
      case 1:
        mutated[at] = random.below(256);
        break;
      case 2:
        mutated.splice(at, length);
        break;
      case 3:
        mutated.splice(at, 0, ...mutated.slice(at, at + length));
        break;
      case 4:
        mutated.splice(at, 1, ...random.pick(NUMBERS));
        break;
      case 5:
        mutated = mutated.slice(0, at);
        break;
      case 6:
        // The same number in more bytes than it takes.
        mutated.splice(at, 1, ...longer(mutated[at] ?? 0, 1 + random.below(3)));
        break;
      default:
        mutated.splice(random.below(mutated.length + 1), 0, ...mutated.splice(at, length));
    }
  }
  return new Uint8Array(mutated);
}
