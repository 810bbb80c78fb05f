import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchPicture } from './fetchPicture.ts';

const REQUEST = { board: 'place', ticket: 'ticket', hash: 'h' };

/** A server that answers, says a part of the file, or ends it only when told to; an aborted request fails, as in a browser. */
function serve() {
  let answer: (response: Response) => void = () => undefined;
  let body: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      body = controller;
    },
  });
  const asked: { path: string; headers: unknown }[] = [];
  vi.stubGlobal('fetch', (path: string, { headers, signal }: RequestInit) => {
    asked.push({ path, headers });
    return new Promise<Response>((resolve, reject) => {
      answer = resolve;
      signal?.addEventListener('abort', () => {
        reject(signal.reason);
        body?.error(signal.reason);
      });
    });
  });
  return {
    asked,
    answer: (status: number) =>
      answer(new Response(status === 200 ? stream : null, { status, headers: { 'Content-Type': 'image/jpeg' } })),
    say: (text: string) => body?.enqueue(new TextEncoder().encode(text)),
    end: () => body?.close(),
  };
}

describe('fetchPicture', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('gives the file of a board’s picture to who has a ticket', async () => {
    const server = serve();
    const file = fetchPicture(REQUEST);
    server.answer(200);
    server.say('une photo');
    server.end();
    expect(await (await file)?.text()).toBe('une photo');
    expect((await file)?.type).toBe('image/jpeg');
    expect(server.asked).toEqual([
      { path: '/api/boards/place/pictures/h', headers: { Authorization: 'Bearer ticket' } },
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells a picture that is not there from an answer that will be another later', async () => {
    for (const [status, outcome] of [
      [404, null],
      [401, undefined],
      [503, undefined],
    ] as const) {
      const server = serve();
      const file = fetchPicture(REQUEST);
      server.answer(status);
      expect(await file).toBe(outcome);
    }
  });

  it('gives up a request that is never answered', async () => {
    serve();
    const file = fetchPicture(REQUEST);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await file).toBeUndefined();
  });

  it('gives up a file that stops half-way, and waits for one that is only slow', async () => {
    const server = serve();
    const file = fetchPicture(REQUEST);
    server.answer(200);
    for (let part = 0; part < 4; part++) {
      await vi.advanceTimersByTimeAsync(15_000);
      server.say('une ');
    }
    await vi.advanceTimersByTimeAsync(0);
    server.say('photo');
    server.end();
    expect(await (await file)?.text()).toBe('une une une une photo');

    const other = serve();
    const broken = fetchPicture(REQUEST);
    other.answer(200);
    other.say('une ');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await broken).toBeUndefined();
  });
});
