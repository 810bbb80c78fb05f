/**
 * Members of a family put in order: one comes to stand among the others, and only its own key is written, unless some have the same order as
 * its neighbour. Two people who add at once write such twins; what comes between them moves the later ones up a little.
 */
import type { Props } from '../elements/ElementKind.ts';
import { type Member, memberKey } from '../elements/families.ts';
import { keysBetween } from './order.ts';

/** What to write so that the member `id` of that value stands before `others[at]` (beyond them: last). `others`: in order, without it. */
export function memberAt<T extends { readonly z: string }>(
  family: string,
  others: readonly Member<T>[],
  at: number,
  id: string,
  value: Omit<T, 'z' | 'id'>,
): Props {
  const low = others[at - 1]?.z ?? null;
  const after = others.slice(at);
  const free = after.findIndex(({ z }) => low === null || z > low);
  const twins = free === -1 ? after : after.slice(0, free);
  const [own, ...lifted] = keysBetween(low, after[twins.length]?.z ?? null, 1 + twins.length);
  const written = twins.map(
    ({ id: twin, ...rest }, n) => [memberKey(family, twin), { ...rest, z: lifted[n] }] as const,
  );
  return { [memberKey(family, id)]: { ...value, z: own }, ...Object.fromEntries(written) };
}
