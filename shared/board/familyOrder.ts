/**
 * Members of a family put in order: one comes to stand among the others, and only its own order is written, unless some have the same as its
 * neighbour. Two people who add at once write such twins; what comes between them moves the later ones up a little. Where a stranger's keys
 * leave no room at all, everybody is given a new one.
 */
import type { Props } from '../elements/ElementKind.ts';
import { type Member, memberKey } from '../elements/families.ts';
import { keysBetween } from './order.ts';

interface Ordered {
  readonly id: string;
  readonly z: string;
}

/** The order of one that comes before `others[at]` (beyond them: last), and of those of the others that get another for it. */
export function orderAt<T extends Ordered>(
  others: readonly T[],
  at: number,
): { readonly own: string; readonly lifted: readonly (readonly [other: T, z: string])[] } {
  const low = others[at - 1]?.z ?? null;
  const after = others.slice(at);
  const free = after.findIndex(({ z }) => low === null || z > low);
  const twins = free === -1 ? after : after.slice(0, free);
  const high = after[twins.length]?.z ?? null;
  const [own = 'a0', ...above] = keysBetween(low, high, 1 + twins.length);
  const last = above.at(-1) ?? own;
  if ((low === null || own > low) && (high === null || last < high))
    return { own, lifted: twins.map((twin, n) => [twin, above[n] as string]) };
  const fresh = keysBetween(null, null, others.length + 1);
  const [mine = 'a0'] = fresh.splice(Math.min(at, others.length), 1);
  return { own: mine, lifted: others.map((other, n) => [other, fresh[n] as string]) };
}

/** What to write so that the member `id` of that value stands before `others[at]` (beyond them: last). `others`: in order, without it. */
export function memberAt<T extends { readonly z: string }>(
  family: string,
  others: readonly Member<T>[],
  at: number,
  id: string,
  value: Omit<T, 'z' | 'id'>,
): Props {
  const { own, lifted } = orderAt(others, at);
  const written = lifted.map(([{ id: other, ...rest }, z]) => [memberKey(family, other), { ...rest, z }] as const);
  return { [memberKey(family, id)]: { ...value, z: own }, ...Object.fromEntries(written) };
}
