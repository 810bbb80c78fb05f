/** Strict reading of a kind's props: only keys the kind knows, each with a value its check accepts. Hand-written: the client pays for it. */
import { fail, ok, type Result } from '../lib/result.ts';
import type { Props } from './ElementKind.ts';

/** One check a prop. `undefined` reaches a check where the prop is absent: an optional prop's check accepts it. */
export type Checks<P extends Props> = { readonly [K in keyof P & string]-?: (value: unknown) => boolean };

/** Whether a value is one of a few words. */
export const isOneOf =
  (words: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && words.includes(value);

/** Whether a value is a string of at most `max` characters. */
export const isText =
  (max: number) =>
  (value: unknown): boolean =>
    typeof value === 'string' && value.length <= max;

/** Whether a value is `true` or `false`. */
export const isFlag = (value: unknown): boolean => typeof value === 'boolean';

/** Whether a value is a whole number from `min` to `max`. */
export const isWhole =
  (min: number, max: number) =>
  (value: unknown): boolean =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;

/** The same check for a prop that may be absent. */
export const optional =
  (check: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || check(value);

/** The props with the kind's defaults, or the name of the first one that is unknown (`key …`) or wrong. Never throws. */
export function readProps<P extends Props>(props: Props, defaults: P, checks: Checks<P>): Result<P> {
  for (const key of Object.keys(props)) if (!Object.hasOwn(checks, key)) return fail(`key ${key.slice(0, 40)}`);
  const read: Record<string, unknown> = {};
  for (const key of Object.keys(checks)) {
    const value = Object.hasOwn(props, key) ? props[key] : undefined;
    const chosen = value === undefined && Object.hasOwn(defaults, key) ? defaults[key] : value;
    if (!checks[key]?.(chosen)) return fail(key);
    if (chosen !== undefined) read[key] = chosen;
  }
  return ok(read as P);
}
