import { describe, expect, it, vi } from 'vitest';
import { Later } from './Later.ts';

describe('what comes later', () => {
  it('does what was asked of it in order, once it is here, and then at once', async () => {
    const fetch = vi.fn(() => Promise.resolve('ici'));
    const later = new Later(fetch, () => undefined);
    const done: string[] = [];
    later.with((part) => done.push(`un ${part}`));
    later.with((part) => done.push(`deux ${part}`));
    expect([done, later.now]).toEqual([[], null]);
    await vi.waitFor(() => expect(done).toEqual(['un ici', 'deux ici']));
    later.with((part) => done.push(`trois ${part}`));
    expect(done).toEqual(['un ici', 'deux ici', 'trois ici']);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('is there at once where nothing has to be fetched', () => {
    const later = new Later(
      () => 'ici',
      () => undefined,
    );
    const done: string[] = [];
    later.with((part) => done.push(part));
    expect(done).toEqual(['ici']);
  });

  it('says that it cannot be had, and asks again the next time', async () => {
    const answers = [Promise.reject(new Error('no network')), Promise.resolve('ici')];
    const missing = vi.fn();
    const later = new Later(() => answers.shift() ?? Promise.resolve('encore'), missing);
    later.with(() => undefined);
    await vi.waitFor(() => expect(missing).toHaveBeenCalledTimes(1));
    const done: string[] = [];
    later.with((part) => done.push(part));
    await vi.waitFor(() => expect(done).toEqual(['ici']));
    expect(missing).toHaveBeenCalledTimes(1);
  });

  it('tells nobody where it was only fetched ahead', async () => {
    const missing = vi.fn();
    const later = new Later(() => Promise.reject(new Error('no network')), missing);
    await later.ahead();
    expect([missing.mock.calls.length, later.now]).toEqual([0, null]);
  });

  it('does nothing any more once it is over', async () => {
    const later = new Later(() => Promise.resolve('ici'), vi.fn());
    const done: string[] = [];
    later.with((part) => done.push(part));
    later.dispose();
    await later.ahead();
    expect(done).toEqual([]);
  });
});
