import { describe, expect, it } from 'vitest';
import { type Bitmap, type PicturePorts, PictureStore } from './PictureStore.ts';

const FILE = new Blob(['une photo de 4000 × 3000']);

interface World {
  readonly store: PictureStore;
  readonly changes: string[];
  readonly asked: string[];
  readonly made: number[];
  open: number;
  answer: Blob | null | undefined;
  /** Requests of these are never answered. */
  readonly silent: Set<string>;
  clock: number;
  readonly timers: (() => void)[];
  /** How long each of them was to wait. */
  readonly waits: number[];
  settle(): Promise<void>;
}

function world(budget = 100e6): World {
  const changes: string[] = [];
  const asked: string[] = [];
  const made: number[] = [];
  const timers: (() => void)[] = [];
  const waits: number[] = [];
  const ports: PicturePorts = {
    fetch: async (hash) => {
      asked.push(hash);
      return self.silent.has(hash) ? new Promise(() => undefined) : self.answer;
    },
    decode: async (file, width) => {
      if (file !== FILE) throw new Error('no picture');
      made.push(width);
      self.open++;
      const pixels = Math.min(4_000, width);
      const bitmap: Bitmap = { image: {}, width: pixels, height: pixels * 0.75, close: () => void self.open-- };
      return bitmap;
    },
    now: () => self.clock,
    after: (ms, run) => {
      timers.push(run);
      waits.push(ms);
      return () => undefined;
    },
    budget,
  };
  const store = new PictureStore(ports);
  store.onChange((hash) => changes.push(hash));
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 50; i++) await Promise.resolve();
  };
  const silent = new Set<string>();
  const self: World = { store, changes, asked, made, timers, waits, open: 0, answer: FILE, silent, clock: 0, settle };
  return self;
}

describe('PictureStore', () => {
  it('fetches a picture once, and tells when it can be painted', async () => {
    const { store, changes, asked, settle } = world();
    expect(store.get('h', 300)).toBeUndefined();
    expect(store.get('h', 300)).toBeUndefined();
    await settle();
    expect(changes).toEqual(['h']);
    expect(asked).toEqual(['h']);
    expect(store.get('h', 300)).toMatchObject({ width: 320, height: 240 });
  });

  it('says that there is none where the board has none, or what came is no picture', async () => {
    const here = world();
    here.answer = null;
    here.store.get('h', 100);
    await here.settle();
    expect(here.store.get('h', 100)).toBeNull();
    here.answer = new Blob(['<html>']);
    here.store.get('page', 100);
    await here.settle();
    expect(here.store.get('page', 100)).toBeNull();
    expect(here.asked).toEqual(['h', 'page']);
  });

  it('asks again where there was no answer: after a while, and when the connection is back', async () => {
    const here = world();
    here.answer = undefined;
    here.store.get('h', 100);
    await here.settle();
    expect(here.store.get('h', 100)).toBeUndefined();
    expect(here.asked).toEqual(['h']);
    here.timers[0]?.();
    await here.settle();
    expect(here.asked).toEqual(['h', 'h']);
    here.answer = FILE;
    here.store.retry();
    await here.settle();
    expect(here.store.get('h', 100)).toMatchObject({ width: 160 });
  });

  it('unpacks it anew when it is seen larger, or much smaller, and gives the old pixels back', async () => {
    const here = world();
    for (const pixels of [150, 200, 300, 1_000, 2_000, 9_000, 9_000, 700, 300]) {
      here.store.get('h', pixels);
      await here.settle();
      here.clock += 3_000;
    }
    expect(here.made).toEqual([160, 320, 1_280, 2_560, 320]);
    expect(here.asked).toHaveLength(1);
    expect(here.store.bytes).toBe(320 * 240 * 4);
    expect(here.open).toBe(1);
  });

  it.each([
    ['the large one first', [1_280, 160]],
    ['the small one first', [160, 1_280]],
  ])('is sharp, and comes to rest, where one picture is seen at two sizes, %s', async (_order, sizes) => {
    const here = world();
    const paint = async (): Promise<void> => {
      for (const pixels of sizes) here.store.get('h', pixels);
      await here.settle();
      here.clock += 16;
    };
    for (let frame = 0; frame < 4; frame++) await paint();
    const { length } = here.changes;
    for (let frame = 0; frame < 4; frame++) await paint();
    expect(here.changes).toHaveLength(length);
    expect(here.made.at(-1)).toBe(1_280);
    // Long after, as at once: each painting of both counts again.
    here.clock += 60_000;
    await paint();
    expect(here.changes).toHaveLength(length);
    expect(here.store.get('h', 160)).toMatchObject({ width: 1_280 });
  });

  it('is fetched beside one whose request is never answered, four of them at once', async () => {
    const here = world();
    for (const hash of ['s1', 's2', 's3']) here.silent.add(hash);
    for (const hash of ['s1', 's2', 's3', 'a', 'b', 'c']) here.store.get(hash, 100);
    expect(here.asked).toEqual(['s1', 's2', 's3', 'a']);
    await here.settle();
    expect(here.changes).toEqual(['a', 'b', 'c']);
    expect(here.store.get('c', 100)).toMatchObject({ width: 160 });
  });

  it('takes the file that was sent from here while its request waits', async () => {
    const here = world();
    here.answer = null;
    here.store.get('h', 100);
    here.store.seed('h', FILE);
    await here.settle();
    expect(here.store.get('h', 100)).toMatchObject({ width: 160 });
  });

  it('shows the coarse picture while the fine one is on its way', async () => {
    const { store, settle } = world();
    store.get('h', 100);
    await settle();
    expect(store.get('h', 2_000)).toMatchObject({ width: 160 });
    await settle();
    expect(store.get('h', 2_000)).toMatchObject({ width: 2_560 });
  });

  it('lets go of what is not seen any more, never of what is', async () => {
    const here = world(2 * 640 * 480 * 4);
    for (const hash of ['a', 'b', 'c']) {
      here.store.get(hash, 640);
      await here.settle();
      here.clock += 10_000;
    }
    expect(here.store.bytes).toBeLessThanOrEqual(2 * 640 * 480 * 4);
    expect(here.open).toBe(2);
    for (const hash of ['b', 'c', 'd', 'e']) {
      here.store.get(hash, 640);
      await here.settle();
    }
    for (const hash of ['b', 'c', 'd', 'e']) expect(here.store.get(hash, 640)).toBeDefined();
  });

  it('unpacks smaller what would not fit beside all that is seen, and does not try again at each frame', async () => {
    const here = world(640 * 480 * 4);
    here.store.get('a', 600);
    await here.settle();
    here.store.get('b', 600);
    await here.settle();
    const before = here.made.length;
    expect(here.made.at(-1)).toBe(160);
    for (let i = 0; i < 10; i++) here.store.get('b', 600);
    await here.settle();
    expect(here.made).toHaveLength(before);
  });

  it('is unpacked in its full size once what took the room is seen no more, without a change of zoom', async () => {
    const here = world(640 * 480 * 4);
    const paint = async (...hashes: string[]): Promise<void> => {
      for (const hash of hashes) here.store.get(hash, 600);
      await here.settle();
    };
    await paint('a');
    await paint('a', 'b');
    expect(here.store.get('b', 600)).toMatchObject({ width: 160 });
    // Both are seen still: looking for room changes nothing, and tells of nothing but that it looks.
    here.clock += 10_000;
    for (const run of here.timers.splice(0)) run();
    const { length } = here.made;
    await paint('a', 'b');
    expect(here.made).toHaveLength(length);
    here.clock += 20_000;
    const told = here.changes.length;
    for (const run of here.timers.splice(0)) run();
    expect(here.changes.slice(told)).toEqual(['b']);
    await paint('b');
    expect(here.store.get('b', 600)).toMatchObject({ width: 640 });
    // Nothing more to look for.
    expect(here.timers).toEqual([]);
  });

  it('looks for room ever more seldom while there is none', async () => {
    const here = world(640 * 480 * 4);
    for (let n = 0; n < 6; n++) {
      for (const hash of ['a', 'b']) here.store.get(hash, 600);
      await here.settle();
      expect(here.timers).toHaveLength(1);
      here.timers.splice(0)[0]?.();
      here.clock += 1_000;
    }
    expect(here.waits).toEqual([10_000, 20_000, 40_000, 80_000, 160_000, 160_000]);
  });

  it('fetches again what could not be unpacked, a few times, and shows it once it can', async () => {
    const here = world();
    here.answer = new Blob(['<html>']);
    here.store.get('h', 100);
    await here.settle();
    for (let n = 0; n < 3; n++) {
      expect([here.store.get('h', 100), here.timers.length, here.asked.length]).toEqual([null, 1, n + 1]);
      here.timers.splice(0)[0]?.();
      // Still said to be none while it is asked for.
      expect(here.store.get('h', 100)).toBeNull();
      await here.settle();
    }
    expect(here.changes).toEqual(['h']);
    here.answer = FILE;
    here.timers.splice(0)[0]?.();
    await here.settle();
    expect(here.changes).toEqual(['h', 'h']);
    expect(here.store.get('h', 100)).toMatchObject({ width: 160 });
  });

  it('gives up what is no picture, until the connection comes back', async () => {
    const here = world();
    here.answer = new Blob(['<html>']);
    here.store.get('h', 100);
    await here.settle();
    for (let n = 0; n < 9; n++) {
      for (const run of here.timers.splice(0)) run();
      await here.settle();
    }
    expect([here.asked.length, here.waits]).toEqual([5, [10_000, 20_000, 40_000, 80_000]]);
    here.answer = FILE;
    here.store.retry();
    await here.settle();
    expect(here.store.get('h', 100)).toMatchObject({ width: 160 });
  });

  it('gives a picture for an export, which is the caller’s to close, and gives all back in the end', async () => {
    const here = world();
    here.store.get('h', 100);
    await here.settle();
    const bitmap = await here.store.load('h', 900);
    expect(bitmap?.width).toBe(900);
    expect(here.open).toBe(2);
    bitmap?.close();
    here.store.dispose();
    expect(here.open).toBe(0);
    here.answer = null;
    expect(await here.store.load('x', 900)).toBeNull();
  });
});
