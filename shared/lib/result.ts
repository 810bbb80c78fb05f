/** Expected refusals are values, not exceptions: every function that reads what it does not trust returns one of these. */
export type Result<T, E = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: E };

/** Wraps a value that was read. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** Wraps the reason why something was refused. */
export const fail = <E>(reason: E): { readonly ok: false; readonly reason: E } => ({ ok: false, reason });
