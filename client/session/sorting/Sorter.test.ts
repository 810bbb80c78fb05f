import { describe, expect, it } from 'vitest';
import { type Asked, createSorter, type Told } from './jobs.ts';
import { Sorter, type WorkerPort } from './Sorter.ts';

/** A worker whose answers wait until they are let out. */
class HeldWorker implements WorkerPort {
  readonly asked: Asked[] = [];
  isEnded = false;
  readonly #sort = createSorter();
  readonly #listeners = new Map<string, ((event: { readonly data: Told }) => void)[]>();

  postMessage(asked: Asked): void {
    this.asked.push(structuredClone(asked));
  }
  addEventListener(type: string, listener: (event: { readonly data: Told }) => void): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }
  terminate(): void {
    this.isEnded = true;
  }
  emit(type: string, data: Told): void {
    for (const listener of this.#listeners.get(type) ?? []) listener({ data });
  }
  answer(): void {
    const { id, kind, job } = this.asked.shift() as Asked;
    this.emit('message', { id, progress: 0.5 });
    this.emit('message', { id, answer: structuredClone(this.#sort(kind, job)) });
  }
}

function begin() {
  const workers: HeldWorker[] = [];
  const sorter = new Sorter(() => {
    const worker = new HeldWorker();
    workers.push(worker);
    return worker;
  });
  return { sorter, workers };
}

const NOTES = ['Plus de bus', 'Des bus le soir', 'Une piscine', 'La piscine le dimanche'].map((text, n) => ({
  id: `n${n}`,
  text,
}));
const reading = { notes: NOTES, fallback: 'fr' } as const;

describe('the worker that sorts', () => {
  it('answers across the thread, tells how far it is, and cuts the same draft again without reading', async () => {
    const { sorter, workers } = begin();
    const progress: number[] = [];
    const asked = sorter.ask('draft', reading, (share) => progress.push(share));
    workers[0]?.answer();
    const outcome = await asked;
    expect(outcome).toMatchObject({ type: 'done', answer: { count: 2, most: 4 } });
    expect(progress).toEqual([0.5]);
    const cut = sorter.ask('cut', { groups: 4 });
    workers[0]?.answer();
    expect(await cut).toMatchObject({ type: 'done', answer: { count: 4 } });
    expect(workers.length).toBe(1);
  });

  it('lets a cut that is under way end, and then makes only the last one that was wanted, of the same draft', async () => {
    const { sorter, workers } = begin();
    const drafted = sorter.ask('draft', reading);
    workers[0]?.answer();
    await drafted;
    const [first, second, third] = [4, 3, 1].map((groups) => sorter.ask('cut', { groups }));
    workers[0]?.answer();
    expect([await first, await second]).toMatchObject([{ answer: { count: 4 } }, { type: 'cancelled' }]);
    workers[0]?.answer();
    expect(await third).toMatchObject({ type: 'done', answer: { count: 1 } });
    expect([workers.length, workers[0]?.isEnded]).toEqual([1, false]);
  });

  it('takes a cut that waits down with what it waits for', async () => {
    const { sorter, workers } = begin();
    const draft = sorter.ask('draft', reading);
    const cut = sorter.ask('cut', { groups: 2 });
    const other = sorter.ask('duplicates', reading);
    expect([await draft, await cut]).toEqual([{ type: 'cancelled' }, { type: 'cancelled' }]);
    workers[1]?.answer();
    expect(await other).toMatchObject({ type: 'done' });
  });

  it('is ended by a cancel, says so to whoever waits, and begins anew for the next', async () => {
    const { sorter, workers } = begin();
    const asked = sorter.ask('duplicates', reading);
    sorter.cancel();
    expect(await asked).toEqual({ type: 'cancelled' });
    expect(workers[0]?.isEnded).toBe(true);
    const again = sorter.ask('duplicates', reading);
    workers[0]?.emit('message', { id: 2, answer: 'from the grave' });
    workers[1]?.answer();
    expect(await again).toEqual({ type: 'done', answer: [] });
  });

  it('gives way to what is asked next', async () => {
    const { sorter, workers } = begin();
    const first = sorter.ask('duplicates', reading);
    const second = sorter.ask('alike', { ...reading, note: 'n0' });
    expect(await first).toEqual({ type: 'cancelled' });
    workers[1]?.answer();
    expect(await second).toMatchObject({ type: 'done', answer: [{ id: 'n1' }] });
  });

  it('fails in so many words when the worker cannot be had, breaks, or throws', async () => {
    const broken = new Sorter(() => {
      throw new Error('no workers here');
    });
    expect(await broken.ask('draft', reading)).toEqual({ type: 'failed' });
    const { sorter, workers } = begin();
    const asked = sorter.ask('draft', reading);
    workers[0]?.emit('error', { id: 0, failed: true });
    expect([await asked, workers[0]?.isEnded]).toEqual([{ type: 'failed' }, true]);
    const thrown = sorter.ask('draft', reading);
    workers[1]?.emit('message', { id: 2, failed: true });
    expect(await thrown).toEqual({ type: 'failed' });
  });
});
