import { describe, expect, it } from 'vitest';
import { describeStorage } from '../storageContract.ts';
import { MemoryDisk, MemoryStorage } from './MemoryStorage.ts';

describeStorage('MemoryStorage', async () => {
  const disk = new MemoryDisk();
  return { open: async () => new MemoryStorage(disk), erase: async () => undefined };
});

describe('the faults of MemoryStorage', () => {
  it('fails the commits it was told to fail, writing nothing, and then works again', async () => {
    const storage = new MemoryStorage();
    storage.failNext(2);
    await expect(storage.commit([])).rejects.toMatchObject({ code: 'unavailable' });
    expect((await storage.check()).ok).toBe(false);
    await expect(storage.commit([])).rejects.toMatchObject({ code: 'unavailable' });
    await storage.commit([]);
    expect((await storage.check()).ok).toBe(true);
  });

  it('holds commits until they are released, in their order', async () => {
    const storage = new MemoryStorage();
    const release = storage.hold();
    const finished: string[] = [];
    const first = storage.commit([]).then(() => finished.push('first'));
    const second = storage.commit([]).then(() => finished.push('second'));
    expect(await storage.findBoard('any')).toBeNull();
    expect(finished).toEqual([]);
    release();
    await Promise.all([first, second]);
    expect(finished).toEqual(['first', 'second']);
  });
});
