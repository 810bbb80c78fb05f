import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Later } from './Later.ts';

/** A fetch that is answered by hand. */
function slow() {
  const answers: { come: (part: string) => void; fail: () => void }[] = [];
  const fetch = vi.fn(
    () =>
      new Promise<string>((resolve, reject) => {
        answers.push({ come: resolve, fail: () => reject(new Error('no network')) });
      }),
  );
  return { fetch, answers };
}
/** What somebody has in hand. */
function holding(first: string) {
  const hand = {
    held: first,
    get: () => hand.held,
    set(held: string) {
      hand.held = held;
    },
  };
  return hand;
}
/** Asks again, as the person may where they are told. */
const again = (missing: ReturnType<typeof vi.fn>): void => {
  const [, ask] = missing.mock.calls[0] as [string, () => void];
  ask();
};
/** Whatever promises have to say is said. */
const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

describe('what comes later', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('does what was asked of it in order, once it is here, and then at once', async () => {
    const fetch = vi.fn(() => Promise.resolve('ici'));
    const later = new Later(fetch, () => undefined);
    const done: string[] = [];
    later.with((part) => done.push(`un ${part}`));
    later.with((part) => done.push(`deux ${part}`));
    expect([done, later.now]).toEqual([[], null]);
    await settled();
    expect(done).toEqual(['un ici', 'deux ici']);
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

  it('keeps what follows behind what waits, and what that asks itself before what follows', async () => {
    const { fetch, answers } = slow();
    const later = new Later(fetch, () => undefined);
    const done: string[] = [];
    expect(later.isAwaited).toBe(false);
    later.with(() => done.push('grouper'));
    expect(later.isAwaited).toBe(true);
    later.after(() => {
      later.with(() => done.push('annuler'));
      done.push('annulé');
    });
    later.after(() => done.push('supprimer'));
    expect(done).toEqual([]);
    answers[0]?.come('ici');
    await settled();
    expect(done).toEqual(['grouper', 'annuler', 'annulé', 'supprimer']);
    expect(later.isAwaited).toBe(false);
  });

  it('keeps nobody waiting while it is only fetched ahead', async () => {
    const { fetch, answers } = slow();
    const later = new Later(fetch, () => undefined);
    const ahead = later.ahead();
    expect([later.isAwaited, fetch.mock.calls.length]).toEqual([false, 1]);
    answers[0]?.come('ici');
    await ahead;
    expect(later.now).toBe('ici');
  });

  it('does each with what was in hand when it was asked, and leaves in hand what is there now', async () => {
    const { fetch, answers } = slow();
    const hand = holding('a et b');
    const later = new Later(fetch, () => undefined, hand);
    const done: string[] = [];
    later.with(() => done.push(`groupe ${hand.held}`));
    later.with(() => {
      done.push(`colle ${hand.held}`);
      hand.set('ce qui est collé');
    });
    later.after(() => done.push(`supprime ${hand.held}`));
    hand.set('c');
    later.after(() => done.push(`tourne ${hand.held}`));
    hand.set('d');
    answers[0]?.come('ici');
    await settled();
    expect(done).toEqual(['groupe a et b', 'colle a et b', 'supprime ce qui est collé', 'tourne c']);
    expect(hand.held).toBe('d');
  });

  it('leaves in hand what the last has taken, where nobody has taken anything since', async () => {
    const hand = holding('rien');
    const later = new Later(() => Promise.resolve('ici'), vi.fn(), hand);
    later.with(() => hand.set('ce qui est collé'));
    await settled();
    expect(hand.held).toBe('ce qui est collé');
  });

  it('says that it cannot be had with a code, and asks all that was wanted again, not what followed', async () => {
    const { fetch, answers } = slow();
    const hand = holding('a et b');
    const missing = vi.fn();
    const later = new Later(fetch, missing, hand);
    const done: string[] = [];
    later.with(() => done.push(`groupe ${hand.held}`));
    later.after(() => done.push(`supprime ${hand.held}`));
    answers[0]?.fail();
    await settled();
    expect(missing.mock.calls).toEqual([['part_unavailable', expect.any(Function)]]);
    expect([done, later.isAwaited]).toEqual([[], false]);
    hand.set('c');
    again(missing);
    expect([later.isAwaited, fetch.mock.calls.length]).toEqual([true, 2]);
    answers[1]?.come('ici');
    await settled();
    expect([done, hand.held]).toEqual([['groupe a et b'], 'c']);
    // It has come meanwhile: no need to wait.
    again(missing);
    expect(done).toEqual(['groupe a et b', 'groupe a et b']);
  });

  it('says so every time it cannot be had again', async () => {
    const missing = vi.fn();
    const later = new Later(() => Promise.reject(new Error('no network')), missing);
    later.with(() => undefined);
    await settled();
    again(missing);
    await settled();
    expect(missing).toHaveBeenCalledTimes(2);
  });

  it('lets nobody wait for ever: what is still on its way is told, and may still come', async () => {
    const { fetch, answers } = slow();
    const missing = vi.fn();
    const later = new Later(fetch, missing);
    const done: string[] = [];
    later.with(() => done.push('un'));
    await vi.advanceTimersByTimeAsync(4_900);
    later.after(() => done.push('deux'));
    expect(missing).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect([missing.mock.calls[0]?.[0], later.isAwaited]).toEqual(['part_late', false]);
    answers[0]?.come('ici');
    await settled();
    expect(done).toEqual([]);
    again(missing);
    expect([done, fetch.mock.calls.length]).toEqual([['un'], 1]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(missing).toHaveBeenCalledTimes(1);
  });

  it('does what waits behind something that fails', async () => {
    const later = new Later(() => Promise.resolve('ici'), vi.fn());
    const done: string[] = [];
    const thrown: unknown[] = [];
    const told = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((tell) => {
      try {
        tell();
      } catch (error) {
        thrown.push(error);
      }
    });
    later.with(() => {
      throw new Error('broken');
    });
    later.with(() => done.push('deux'));
    await settled();
    told.mockRestore();
    expect([done, thrown]).toEqual([['deux'], [new Error('broken')]]);
  });

  it('tells nobody where it was only fetched ahead', async () => {
    const missing = vi.fn();
    const later = new Later(() => Promise.reject(new Error('no network')), missing);
    await later.ahead();
    expect([missing.mock.calls.length, later.now]).toEqual([0, null]);
  });

  it('does nothing any more once it is over, and tells nobody', async () => {
    const { fetch, answers } = slow();
    const missing = vi.fn();
    const later = new Later(fetch, missing);
    const done: string[] = [];
    later.with((part) => done.push(part));
    later.dispose();
    await vi.advanceTimersByTimeAsync(10_000);
    answers[0]?.come('ici');
    await settled();
    expect([done, missing.mock.calls]).toEqual([[], []]);
  });
});
