/** Strict reading of a kind's props: only keys the kind knows, each with a value its check accepts. Hand-written: the client pays for it. */
import { fail, ok, type Result } from '../lib/result.ts';
import { LIMITS } from '../protocol/limits.ts';
import type { Props } from './ElementKind.ts';
import { parseMemberKey } from './families.ts';

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

/** Whether a value is an object of exactly these keys, each with a value its check accepts; an optional one may be absent. */
export const isRecord =
  (checks: Readonly<Record<string, (value: unknown) => boolean>>) =>
  (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    if (!Object.keys(value).every((key) => Object.hasOwn(checks, key))) return false;
    const at = (key: string): unknown => (Object.hasOwn(value, key) ? (value as Props)[key] : undefined);
    return Object.keys(checks).every((key) => checks[key]?.(at(key)) === true);
  };

const NO_FAMILIES: Readonly<Record<string, (value: unknown) => boolean>> = {};

/**
 * The props with the kind's defaults, or the name of the first one that is unknown (`key …`) or wrong. `families`: one check for the members
 * of each (`members`: there are more of one than `LIMITS.familyMembers`). Never throws.
 */
export function readProps<P extends Props>(
  props: Props,
  defaults: P,
  checks: Checks<P>,
  families: Readonly<Record<string, (value: unknown) => boolean>> = NO_FAMILIES,
): Result<P> {
  const read: Record<string, unknown> = {};
  let members: Map<string, number> | null = null;
  for (const key of Object.keys(props)) {
    if (Object.hasOwn(checks, key)) continue;
    const family = families === NO_FAMILIES ? undefined : parseMemberKey(key)?.family;
    if (family === undefined || !Object.hasOwn(families, family)) return fail(`key ${key.slice(0, 40)}`);
    if (props[key] === undefined) continue;
    members ??= new Map();
    const count = (members.get(family) ?? 0) + 1;
    if (count > LIMITS.familyMembers) return fail('members');
    members.set(family, count);
    if (!families[family]?.(props[key])) return fail(key.slice(0, 80));
    read[key] = props[key];
  }
  for (const key of Object.keys(checks)) {
    const value = Object.hasOwn(props, key) ? props[key] : undefined;
    const chosen = value === undefined && Object.hasOwn(defaults, key) ? defaults[key] : value;
    if (!checks[key]?.(chosen)) return fail(key);
    if (chosen !== undefined) read[key] = chosen;
  }
  return ok(read as P);
}
