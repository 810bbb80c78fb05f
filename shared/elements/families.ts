/**
 * Families of props: the rows of a grid, the rings of a radar, the pins of a map. Each member is a key of its own, `<family>:<id>`, in the
 * element's map, so that two people who add one each both keep theirs; its value is a small JSON object with its order `z`. No common key,
 * no prop and no mark has a colon in it.
 */
import { isId } from '../lib/ids.ts';
import type { ElementKind, Props } from './ElementKind.ts';

/** A fractional index as this product writes it. */
export const Z_PATTERN = /^[0-9A-Za-z]{1,64}$/;

/** Whether a value is a fractional index: what orders the members of a family. */
export const isZ = (value: unknown): boolean => typeof value === 'string' && Z_PATTERN.test(value);

/** The key of a member. */
export const memberKey = <F extends string>(family: F, id: string): `${F}:${string}` => `${family}:${id}`;

/** The family and the id that a key names; `null` where it names none. */
export function parseMemberKey(key: string): { readonly family: string; readonly id: string } | null {
  const colon = key.indexOf(':');
  const id = key.slice(colon + 1);
  return colon > 0 && isId(id) ? { family: key.slice(0, colon), id } : null;
}

/** The family of a kind to which a key belongs, or `null`. */
export function familyOf({ families }: Pick<ElementKind, 'families'>, key: string): string | null {
  if (families === undefined) return null;
  const member = parseMemberKey(key);
  return member && families.includes(member.family) ? member.family : null;
}

/** Whether a kind knows a prop of that name: by itself, or as a member of one of its families. */
export const isPropOf = (kind: Pick<ElementKind, 'propKeys' | 'families'>, key: string): boolean =>
  (kind.propKeys as readonly string[]).includes(key) || familyOf(kind, key) !== null;

/** A member as it is read: its value, with its id. */
export type Member<T> = T & { readonly id: string };

/**
 * What of a member stands in a key of its own once it has been changed, by the family of that key: so two people who change different things of
 * one member at once each keep theirs. Such a key is `{is}`, or `{}` where the value was taken away; the member's own value is what it was made with.
 */
export type Parts = Readonly<Record<string, string>>;

/**
 * A reader of one family: its members in the order of `z`, ties by id. For props that `parse` has accepted; remembered for as long as the
 * props live, so that painting, arranging and testing a point read them once.
 */
export function memberReader<T extends { readonly z: string }>(
  family: string,
  parts: Parts = {},
): (props: Props) => readonly Member<T>[] {
  const known = new WeakMap<Props, readonly Member<T>[]>();
  return (props) => {
    const old = known.get(props);
    if (old) return old;
    const members: Member<T>[] = [];
    for (const key of Object.keys(props)) {
      const member = parseMemberKey(key);
      if (member?.family === family)
        members.push({ ...withParts(props[key] as T, member.id, props, parts), id: member.id });
    }
    members.sort((a, b) => compare(a.z, b.z) || compare(a.id, b.id));
    known.set(props, members);
    return members;
  };
}

interface PartValue {
  readonly is?: unknown;
}

/** A member as it is after what was changed of it since. */
function withParts<T>(value: T, id: string, props: Props, parts: Parts): T {
  let changed: Record<string, unknown> | null = null;
  for (const [part, family] of Object.entries(parts)) {
    const now = props[memberKey(family, id)];
    if (now === undefined) continue;
    const { is } = now as PartValue;
    changed ??= { ...value } as Record<string, unknown>;
    if (is === undefined) delete changed[part];
    else changed[part] = is;
  }
  return (changed as T | null) ?? value;
}

/** The props that change some of a member; `undefined` takes a value away. */
export const partProps = (parts: Parts, id: string, values: Props): Props =>
  Object.fromEntries(
    Object.entries(values).flatMap(([part, value]) => {
      const family = parts[part];
      return family === undefined ? [] : [[memberKey(family, id), value === undefined ? {} : { is: value }]];
    }),
  );

/** The props that take a member away, with what was changed of it. */
export const withoutMember = (family: string, parts: Parts, id: string, props: Props): Props =>
  Object.fromEntries(
    [family, ...Object.values(parts)]
      .map((one) => memberKey(one, id))
      .filter((key) => props[key] !== undefined)
      .map((key) => [key, undefined]),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
