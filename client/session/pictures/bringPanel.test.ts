import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { Emitter } from '../../../shared/lib/emitter.ts';
import type { PageRequest } from '../../editor/commands/Command.ts';
import type { BoardSession } from '../../sync/BoardSession.ts';
import { bringPanel } from './bringPanel.ts';
import { type Arrival, Pictures } from './Pictures.ts';

const PHOTO = new Blob(['la place'], { type: 'image/jpeg' });
const PLAN = new Blob(['le plan'], { type: 'image/png' });
const AT = { x: 0, y: 0 } as Arrival['at'];

/** The pictures of a page, and a panel that can be fetched or not. */
function world() {
  const session = { id: 'place', ticket: () => 'ticket', state: createStore(() => ({ status: 'offline' })) };
  const page = { matchMedia: () => ({ matches: false }) };
  const pictures = new Pictures(session as unknown as BoardSession, page as unknown as Window & typeof globalThis);
  const requests = new Emitter<PageRequest>();
  const online = new Emitter<void>();
  const said: string[] = [];
  const taken: Blob[] = [];
  const self = { canFetch: false, fetches: 0, isAsked: false };
  const start = () =>
    bringPanel({
      pictures,
      requests,
      onOnline: (listener) => online.subscribe(listener),
      fetch: async () => {
        self.fetches++;
        if (self.canFetch) pictures.serve(({ files }) => taken.push(...files));
        return self.canFetch;
      },
      ask: (isWanted) => {
        self.isAsked = isWanted;
      },
      say: (problem) => said.push(problem),
    });
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  return Object.assign(self, { pictures, requests, online, said, taken, start, settle });
}

describe('bringPanel', () => {
  it('fetches what sends pictures as soon as one is dropped or pasted', async () => {
    const here = world();
    here.canFetch = true;
    here.start();
    expect(here.fetches).toBe(0);
    here.pictures.insert([PHOTO], AT);
    await here.settle();
    expect(here.taken).toEqual([PHOTO]);
    expect(here.said).toEqual([]);
    here.pictures.insert([PLAN], AT);
    expect(here.taken).toEqual([PHOTO, PLAN]);
    expect(here.fetches).toBe(1);
  });

  it('says that it cannot be had, and keeps the pictures for the next one', async () => {
    const here = world();
    here.start();
    here.pictures.insert([PHOTO], AT);
    await here.settle();
    expect(here.said).toEqual(['pictures.unavailable']);
    here.canFetch = true;
    here.pictures.insert([PLAN], AT);
    await here.settle();
    expect(here.taken).toEqual([PHOTO, PLAN]);
    expect(here.said).toHaveLength(1);
    expect(here.pictures.hasEarly).toBe(false);
  });

  it('tries again by itself when the connection is back, where something waits', async () => {
    const here = world();
    here.start();
    here.online.emit();
    expect(here.fetches).toBe(0);
    here.pictures.insert([PHOTO], AT);
    await here.settle();
    here.canFetch = true;
    here.online.emit();
    await here.settle();
    expect(here.taken).toEqual([PHOTO]);
    expect(here.said).toHaveLength(1);
  });

  it('sees to pictures that came before it', async () => {
    const here = world();
    here.canFetch = true;
    here.pictures.insert([PHOTO], AT);
    here.start();
    await here.settle();
    expect(here.taken).toEqual([PHOTO]);
  });

  it('asks what is seen on a picture, or says that it cannot, and does not ask later', async () => {
    const here = world();
    here.start();
    here.requests.emit('describe');
    expect(here.isAsked).toBe(true);
    await here.settle();
    expect(here.isAsked).toBe(false);
    expect(here.said).toEqual(['dialog.unavailable']);
    here.canFetch = true;
    here.requests.emit('describe');
    await here.settle();
    expect(here.isAsked).toBe(true);
    expect(here.said).toHaveLength(1);
  });

  it('is silent once the board is left', async () => {
    const here = world();
    const stop = here.start();
    here.pictures.insert([PHOTO], AT);
    stop();
    await here.settle();
    here.requests.emit('describe');
    here.online.emit();
    expect(here.said).toEqual([]);
    expect(here.fetches).toBe(1);
  });
});
