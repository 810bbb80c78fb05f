/**
 * Reads a step from anything that was sent. Knows what a step may say, not what it means. Nothing is guessed: a field that is missing,
 * unknown or misspelt refuses the whole, so that nobody believes a right withheld that was merely written wrong.
 */
import { isId } from '../lib/ids.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { CurrentStep, Rights } from './Step.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Areas, kinds or groups that one step may name. */
const MOST_NAMES = 200;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isOneOf =
  (...allowed: readonly unknown[]) =>
  (value: unknown): boolean =>
    allowed.includes(value);
const isBoolean = isOneOf(true, false);
const isNames = (value: unknown): boolean =>
  value === 'all' || (Array.isArray(value) && value.length <= MOST_NAMES && value.every(isId));
const isUntil = (value: unknown): boolean =>
  value === false || (isObject(value) && Object.keys(value).length === 1 && isId(value.until));

const RIGHTS: Readonly<Record<keyof Rights, (value: unknown) => boolean>> = {
  areas: isNames,
  drive: isOneOf('facilitator', 'all'),
  add: isBoolean,
  edit: isOneOf('all', 'own', 'none'),
  move: isOneOf('all', 'own', 'none'),
  comment: isBoolean,
  vote: isBoolean,
  moderation: isOneOf('none', 'inbox'),
  private: isUntil,
  attribution: isOneOf('named', 'group', 'anonymous'),
  kinds: isNames,
};
const RIGHT_NAMES = Object.keys(RIGHTS) as readonly (keyof Rights)[];

/** Reads the step a workshop is to be in. Reason: the name of the field that is wrong. Never throws. */
export function parseStep(value: unknown): Result<CurrentStep, string> {
  if (!isObject(value)) return fail('step');
  const { id, groups, ...rights } = value;
  if (!isId(id)) return fail('step.id');
  for (const name of RIGHT_NAMES) if (!RIGHTS[name](rights[name])) return fail(`step.${name}`);
  if (wrongRight(rights) !== null) return fail('step');
  if (groups !== undefined) {
    if (!isObject(groups) || Object.keys(groups).length > MOST_NAMES) return fail('step.groups');
    for (const [group, own] of Object.entries(groups)) {
      if (!isId(group) || !isObject(own) || wrongRight(own) !== null) return fail('step.groups');
    }
  }
  return ok(value as unknown as CurrentStep);
}

/** A right that is none, or that says what no right can. */
const wrongRight = (rights: Fields): string | null =>
  Object.entries(rights).find(
    ([name, value]) => !(Object.hasOwn(RIGHTS, name) && RIGHTS[name as keyof Rights](value)),
  )?.[0] ?? null;
