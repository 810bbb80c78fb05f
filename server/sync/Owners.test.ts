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
