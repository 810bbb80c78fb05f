/**
 * Stops the smallest unit that has a boundary (a message, a connection, an element) when one of our own invariants is broken.
 * Never for input: input is refused with a `Result`.
 */
export function assert(condition: unknown, invariant: string): asserts condition {
  if (!condition) throw new Error(`broken invariant: ${invariant}`);
}

/** The end of a switch over a union: a compile error where a case was forgotten. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${String(value)}`);
}
