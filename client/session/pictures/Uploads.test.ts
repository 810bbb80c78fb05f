import { describe, expect, it } from 'vitest';
import { createId } from '../../../shared/lib/ids.ts';
import { fail, ok } from '../../../shared/lib/result.ts';
import type { PictureRow } from '../../sync/device/database.ts';
import type { Sending, SendOutcome } from './sendPicture.ts';
import { MOST_FILES, type UploadPorts, Uploads } from './Uploads.ts';

/** A device, a server and a board, all of them to be told what to do. */
function world(kept: Map<string, PictureRow> = new Map()) {
  const written = new Map<string, { hash: string; at: { x: number; y: number }; size: readonly [number, number] }>();
  const sent: (Sending & { answer(outcome: SendOutcome): Promise<void>; readonly signal: AbortSignal })[] = [];
  const timers: (() => void)[] = [];
  const waits: number[] = [];
  const self = { isOnline: true, takes: true, isDeviceFull: false, onKeep: null as ((id: string) => void) | null };
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
  };
  const ports: UploadPorts = {
    board: 'place',
    participant: 'lea',
    ticket: () => 'ticket',
    locale: () => 'fr',
    isOnline: () => self.isOnline,
    prepare: async (file) => {
      const text = await file.text();
      if (text === 'page') return fail('unreadable');
      const [width = 0, height = 0] = text.split('×').map(Number);
      return ok({ file: new Blob([text], { type: 'image/jpeg' }), width, height });
    },
    send: (sending, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve({ type: 'later', afterSeconds: 5 }));
        const answer = (outcome: SendOutcome): Promise<void> => {
          resolve(outcome);
          return settle();
        };
        sent.push({ ...sending, answer, signal });
      }),
    device: {
      list: async () => [...kept.values()],
      keep: async (row) => {
        if (self.isDeviceFull) throw new Error('QuotaExceededError');
        self.onKeep?.(row.id);
        await settle();
        kept.set(row.id, row);
      },
      move: async (id, at) => {
        const row = kept.get(id);
        if (row) kept.set(id, { ...row, at });
      },
      remove: async (id) => void kept.delete(id),
    },
    after: (ms, run) => {
      waits.push(ms);
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    },
    has: (id) => written.has(id),
    newId: createId,
    write: (id, { hash }, at, size) => {
      if (self.takes) written.set(id, { hash, at, size });
      return self.takes ? id : null;
    },
    seed: () => undefined,
  };
  const uploads = new Uploads(ports);
  const photo = (size: string): Blob => new Blob([size], { type: 'image/jpeg' });
  const states = (): string[] => uploads.list().map(({ state }) => state.type);
  const good = (hash: string): SendOutcome => ({ type: 'sent', picture: { hash, width: 40, height: 30 } });
  return Object.assign(self, { uploads, kept, written, sent, timers, waits, photo, states, good, settle });
}

describe('Uploads', () => {
  it('writes a picture on the board once the server has it, and not before', async () => {
    const { uploads, written, sent, photo, good, states, kept } = world();
    await uploads.insert([photo('400×300')], { x: 1_000, y: 500 } as never);
    expect(states()).toEqual(['sending']);
    expect(written.size).toBe(0);
    expect(kept.size).toBe(1);
    sent[0]?.onProgress(0.5);
    expect(uploads.list()[0]?.state).toEqual({ type: 'sending', share: 0.5 });
    await sent[0]?.answer(good('h1'));
    expect([...written.values()]).toEqual([{ hash: 'h1', at: { x: 800, y: 350 }, size: [400, 300] }]);
    expect(states()).toEqual(['placed']);
    expect(kept.size).toBe(0);
  });

  it('puts a picture that waits where somebody has moved it: on the board, and when the page is opened again', async () => {
    const here = world();
    here.isOnline = false;
    await here.uploads.insert([here.photo('400×300')], { x: 0, y: 0 } as never);
    const [{ id = '' } = {}] = here.uploads.list();
    await here.uploads.move(id, { x: 5_000, y: 70 });
    const later = world(here.kept);
    await later.uploads.resume();
    expect(later.uploads.list()[0]?.shown?.at).toEqual({ x: 5_000, y: 70 });
    // On its way already: it is put where it has been moved to meanwhile.
    await later.uploads.move(id, { x: 80, y: 90 });
    await later.sent[0]?.answer(later.good('h1'));
    expect([...later.written.values()]).toEqual([{ hash: 'h1', at: { x: 80, y: 90 }, size: [400, 300] }]);
    await later.uploads.move(id, { x: 1, y: 1 });
    expect([...later.kept.values()]).toEqual([]);
  });

  it('keeps the new place also when it is moved while the device still writes', async () => {
    const here = world();
    here.isOnline = false;
    here.onKeep = (id) => void here.uploads.move(id, { x: 7, y: 8 });
    await here.uploads.insert([here.photo('400×300')], { x: 0, y: 0 } as never);
    expect([...here.kept.values()].map(({ at }) => at)).toEqual([{ x: 7, y: 8 }]);
  });

  it('lays several out side by side, none over another, around the point they were let go at', async () => {
    const { uploads, photo } = world();
    await uploads.insert(['400×300', '300×400', '4000×3000', '40×40'].map(photo), { x: 0, y: 0 } as never);
    const boxes = uploads.list().map(({ shown }) => ({ ...shown?.at, w: shown?.size[0], h: shown?.size[1] }));
    const apart = (a: (typeof boxes)[0], b: (typeof boxes)[0]): boolean => {
      const { x = 0, y = 0, w = 0, h = 0 } = a;
      const { x: bx = 0, y: by = 0, w: bw = 0, h: bh = 0 } = b;
      return x + w <= bx || bx + bw <= x || y + h <= by || by + bh <= y;
    };
    for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(apart(a, b)).toBe(true);
    // Close together: less than twice the room of the pictures themselves.
    const width = Math.max(...boxes.map(({ x = 0, w = 0 }) => x + w)) - Math.min(...boxes.map(({ x = 0 }) => x));
    const height = Math.max(...boxes.map(({ y = 0, h = 0 }) => y + h)) - Math.min(...boxes.map(({ y = 0 }) => y));
    expect(width * height).toBeLessThan(2 * boxes.reduce((sum, { w = 0, h = 0 }) => sum + w * h, 0));
    expect(Math.min(...boxes.map(({ x = 0 }) => x))).toBeLessThan(0);
    expect(Math.max(...boxes.map(({ x = 0, w = 0 }) => x + w))).toBeGreaterThan(0);
  });

  it('sends two at a time, in order', async () => {
    const { uploads, sent, photo, good, states } = world();
    await uploads.insert(['40×30', '41×30', '42×30'].map(photo), { x: 0, y: 0 } as never);
    expect(states()).toEqual(['sending', 'sending', 'waiting']);
    await sent[0]?.answer(good('h1'));
    expect(states()).toEqual(['placed', 'sending', 'sending']);
  });

  it('waits without a connection, survives the page, and goes when the connection is back', async () => {
    const before = world();
    before.isOnline = false;
    await before.uploads.insert([before.photo('400×300')], { x: 0, y: 0 } as never);
    expect(before.states()).toEqual(['waiting']);
    expect(before.uploads.isAtRisk).toBe(false);
    before.uploads.dispose();

    const after = world(before.kept);
    after.isOnline = false;
    await after.uploads.resume();
    expect(after.states()).toEqual(['waiting']);
    expect(after.uploads.list()[0]?.shown).toMatchObject({ at: { x: -200, y: -150 }, size: [400, 300] });
    expect(after.sent).toHaveLength(0);
    after.isOnline = true;
    after.uploads.wake();
    await after.sent[0]?.answer(after.good('h1'));
    expect([...after.written.keys()]).toEqual([...after.uploads.list().map(({ id }) => id)]);
    expect(after.kept.size).toBe(0);
  });

  it('does not write twice what stands on the board already', async () => {
    const first = world();
    first.isOnline = false;
    await first.uploads.insert([first.photo('400×300')], { x: 0, y: 0 } as never);
    const [id = ''] = first.kept.keys();
    const again = world(new Map(first.kept));
    again.written.set(id, { hash: 'h1', at: { x: 0, y: 0 }, size: [1, 1] });
    await again.uploads.resume();
    expect(again.uploads.list()).toEqual([]);
    expect(again.sent).toEqual([]);
    expect(again.kept.size).toBe(0);
  });

  it('sends one at a time, after ever longer pauses, where the line was too thin for two', async () => {
    const { uploads, sent, photo, good, states, timers, waits, settle } = world();
    const slow: SendOutcome = { type: 'later', afterSeconds: 5, isSlow: true };
    await uploads.insert(['400×300', '300×200', '200×100'].map(photo), { x: 0, y: 0 } as never);
    await sent[0]?.answer(slow);
    await sent[1]?.answer(slow);
    expect([sent.length, states()]).toEqual([2, ['waiting', 'waiting', 'waiting']]);
    for (let n = 2; n < 6; n++) {
      timers.at(-1)?.();
      await settle();
      expect(states()).toEqual(['sending', 'waiting', 'waiting']);
      await sent[n]?.answer(slow);
    }
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
    timers.at(-1)?.();
    await settle();
    await sent[6]?.answer(good('h1'));
    expect(states()).toEqual(['placed', 'sending', 'waiting']);
    // Another line, perhaps.
    uploads.wake();
    expect(states()).toEqual(['placed', 'sending', 'sending']);
  });

  it('tries again by itself when the server has no time, and sends nothing else meanwhile', async () => {
    const { uploads, sent, photo, good, states, timers, settle } = world();
    await uploads.insert(['40×30', '41×30', '42×30'].map(photo), { x: 0, y: 0 } as never);
    await sent[0]?.answer({ type: 'later', afterSeconds: 2 });
    await sent[1]?.answer(good('h2'));
    expect(states()).toEqual(['waiting', 'placed', 'waiting']);
    expect(sent).toHaveLength(2);
    timers[0]?.();
    await settle();
    expect(states()).toEqual(['sending', 'placed', 'sending']);
    await sent[2]?.answer(good('h1'));
    expect(states()[0]).toBe('placed');
  });

  it('says what the server has refused, and keeps it to be tried again or removed', async () => {
    const { uploads, sent, photo, kept } = world();
    await uploads.insert([photo('40×30')], { x: 0, y: 0 } as never);
    await sent[0]?.answer({ type: 'refused', code: 'board_pictures_full', message: 'Ce mur est plein.' });
    const [upload] = uploads.list();
    expect(upload?.state).toEqual({ type: 'refused', reason: 'server', message: 'Ce mur est plein.' });
    uploads.retry(upload?.id ?? '');
    expect(sent).toHaveLength(2);
    await sent[1]?.answer({ type: 'refused', code: 'forbidden', message: 'Non.' });
    uploads.dismiss(upload?.id ?? '');
    expect(uploads.list()).toEqual([]);
    expect(kept.size).toBe(0);
  });

  it('says which file is no picture, and takes the others', async () => {
    const { uploads, sent, photo, good, states } = world();
    await uploads.insert([new Blob(['page']), photo('40×30')], { x: 0, y: 0 } as never);
    expect(states()).toEqual(['refused', 'sending']);
    await sent[0]?.answer(good('h'));
    expect(states()).toEqual(['refused', 'placed']);
  });

  it('keeps what the board does not take at the moment', async () => {
    const here = world();
    here.takes = false;
    await here.uploads.insert([here.photo('40×30')], { x: 0, y: 0 } as never);
    await here.sent[0]?.answer(here.good('h'));
    expect(here.uploads.list()[0]?.state).toMatchObject({ type: 'refused', reason: 'unwritten' });
    expect(here.kept.size).toBe(1);
    here.takes = true;
    here.uploads.retry(here.uploads.list()[0]?.id ?? '');
    await here.sent[1]?.answer(here.good('h'));
    expect(here.written.size).toBe(1);
  });

  it('stops sending what is given up', async () => {
    const { uploads, sent, photo, written, settle } = world();
    await uploads.insert([photo('40×30')], { x: 0, y: 0 } as never);
    uploads.dismiss(uploads.list()[0]?.id ?? '');
    await settle();
    expect(sent[0]?.signal.aborted).toBe(true);
    expect(written.size).toBe(0);
    expect(uploads.list()).toEqual([]);
  });

  it('forgets for good what is given up while the device is still keeping it, or one before it', async () => {
    const here = world();
    here.isOnline = false;
    const ids = (): string[] => here.uploads.list().map(({ id }) => id);
    // While the first is being kept, it and the third are given up.
    const begun: string[] = [];
    here.onKeep = (id) => {
      begun.push(id);
      if (begun.length > 1) return;
      const [first = '', , third = ''] = ids();
      for (const id of [first, third]) here.uploads.dismiss(id);
    };
    await here.uploads.insert(['40×30', '41×30', '42×30'].map(here.photo), { x: 0, y: 0 } as never);
    await here.settle();
    expect(ids()).toHaveLength(1);
    // The third is not even begun: a page closed at that moment would have it again.
    expect(begun).toEqual([begun[0], ...ids()]);
    expect([...here.kept.keys()]).toEqual(ids());
    const reloaded = world(here.kept);
    await reloaded.uploads.resume();
    expect(reloaded.uploads.list().map(({ id }) => id)).toEqual(ids());
  });

  it('keeps nothing of what stood on the board before the device had done keeping it', async () => {
    const here = world();
    // Another insertion, or the connection coming back, sends what is laid out already.
    here.onKeep = () => here.uploads.wake();
    const inserting = here.uploads.insert([here.photo('40×30')], { x: 0, y: 0 } as never);
    for (let i = 0; i < 200 && here.sent.length === 0; i++) await new Promise((resolve) => setImmediate(resolve));
    void here.sent[0]?.answer(here.good('h1'));
    await inserting;
    await here.settle();
    expect(here.states()).toEqual(['placed']);
    expect(here.kept.size).toBe(0);
  });

  it('says when the device cannot keep what waits, and takes no more than so many files', async () => {
    const here = world();
    here.isOnline = false;
    here.isDeviceFull = true;
    await here.uploads.insert(
      Array.from({ length: MOST_FILES + 3 }, () => here.photo('40×30')),
      { x: 0, y: 0 } as never,
    );
    expect(here.uploads.list()).toHaveLength(MOST_FILES);
    expect(here.uploads.isAtRisk).toBe(true);
    expect(here.uploads.isKept(here.uploads.list()[0]?.id ?? '')).toBe(false);
  });
});
