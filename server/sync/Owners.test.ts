import { expect, it } from 'vitest';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { Owners } from './Owners.ts';

it('gives up what is gone of those who bring ever more, and nothing of others', () => {
  const owners = new Owners();
  owners.give('of-ana', 'ana', { persist: true });
  expect(owners.trim('max', () => false)).toEqual([]);
  const most = 5 * LIMITS.elementsPerBoard;
  for (let i = 0; i < most; i++) owners.give(`n${i}`, 'max', { persist: true });
  const gone = owners.trim('max', (element) => Number(element.slice(1)) % 2 === 0);
  expect(gone).toHaveLength(most / 2);
  expect([owners.of('n0'), owners.of('n1'), owners.of('of-ana')]).toEqual(['max', undefined, 'ana']);
  expect(owners.trim('max', () => false)).toEqual([]);
});

it('stays within bounds however many people bring what they delete, and does not look through all of it each time', () => {
  const owners = new Owners();
  const most = 5 * LIMITS.elementsPerBoard;
  let looks = 0;
  const isGone = (): boolean => {
    looks++;
    return false;
  };
  const brought = most + 2 * LIMITS.elementsPerBoard;
  let forgotten = 0;
  for (let i = 0; i < brought; i++) {
    owners.give(`n${i}`, `somebody-${Math.floor(i / 500)}`, { persist: true });
    forgotten += owners.trim('lea', isGone).length;
  }
  expect(brought - forgotten).toBeLessThanOrEqual(most);
  expect(looks).toBeLessThan(10 * most);
  expect([owners.of('n0'), owners.of(`n${brought - 1}`)]).toEqual([undefined, expect.any(String)]);
});
