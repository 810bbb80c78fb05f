/** Pictures over HTTP, on a real server with a real file: what is taken, what it becomes, who may, and all that is refused. */
import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedBoard, Joined } from '../../server/http/ports.ts';
import { MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import { OPEN_STEP } from '../../shared/access/Step.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { commandId, postCommand } from '../helpers/commands.ts';
import { eventually } from '../helpers/eventually.ts';
import * as files from '../helpers/pictureFiles.ts';
import { Random } from '../helpers/random.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

let server: InProcessServer;
let board: CreatedBoard;
let facilitator: Joined;
let viewer: Joined;

const join = (of: CreatedBoard, link: keyof CreatedBoard['secrets'], to = server): Promise<Joined> =>
  to.join(of.id, { secret: of.secrets[link] });

const send = (file: Uint8Array, { of = board.id, ticket = '', type = 'image/png', locale = 'fr', to = server } = {}) =>
  fetch(`${to.url}/api/boards/${of}/pictures`, {
    method: 'POST',
    body: new Uint8Array(file),
    headers: { authorization: `Bearer ${ticket}`, 'content-type': type, 'accept-language': locale },
  });

const get = (hash: string, { of = board.id, ticket = '', to = server } = {}) =>
  fetch(`${to.url}/api/boards/${of}/pictures/${hash}`, { headers: { authorization: `Bearer ${ticket}` } });

interface Sent {
  readonly hash: string;
  readonly width: number;
  readonly height: number;
}

const asSent = async (response: Response): Promise<Sent> => (await response.json()) as Sent;
const refusal = async (response: Response) => {
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  return { status: response.status, ...error };
};

/** A facilitator of their own for each test: rates are a person's. */
const someone = (): Promise<Joined> => join(board, 'facilitate');

/** Sends a file and fetches what has become of it. */
async function through(file: Buffer, type?: string) {
  const { ticket } = await someone();
  const response = await send(file, { ticket, ...(type !== undefined && { type }) });
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  const sent = await asSent(response);
  const kept = await get(sent.hash, { ticket: viewer.ticket });
  const bytes = Buffer.from(await kept.arrayBuffer());
  const image = await loadImage(bytes);
  const ctx = createCanvas(image.width, image.height).getContext('2d');
  ctx.drawImage(image, 0, 0);
  return { sent, bytes, image, ctx, type: kept.headers.get('content-type') };
}

beforeAll(async () => {
  server = await startServer();
  board = await server.createBoard({ title: 'Les vitrines de la rue Haute' });
  facilitator = await join(board, 'facilitate');
  viewer = await join(board, 'watch');
});
afterAll(() => server.close());

describe('a picture that is taken', () => {
  it('has the hash of its bytes for a name, is kept once, and is the same for everybody', async () => {
    const file = await files.jpeg();
    const participant = await join(board, 'participate');
    const first = await send(file, { ticket: participant.ticket });
    expect(first.status).toBe(201);
    const sent = await asSent(first);
    expect(sent).toMatchObject({ width: 60, height: 40 });
    const again = await send(file, { ticket: facilitator.ticket });
    expect(again.status).toBe(200);
    expect(await asSent(again)).toEqual(sent);
    const kept = await get(sent.hash, { ticket: viewer.ticket });
    const bytes = Buffer.from(await kept.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('base64url')).toBe(sent.hash);
  });

  it('comes with headers under which no browser runs it as anything else', async () => {
    const { hash } = await asSent(await send(await files.png(), { ticket: facilitator.ticket }));
    const { headers } = await get(hash, { ticket: viewer.ticket });
    expect(headers.get('content-type')).toBe('image/png');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]{12}\.png"$/);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('stands upright, and nothing says where and by what it was taken', async () => {
    const { sent, bytes, ctx } = await through(await files.phonePhoto(), 'image/jpeg');
    expect(sent).toMatchObject({ width: 40, height: 60 });
    // What was at the left of the stored photo is at the top.
    expect([...ctx.getImageData(20, 5, 1, 1).data][0]).toBeGreaterThan(150);
    expect([...ctx.getImageData(20, 55, 1, 1).data][2]).toBeGreaterThan(150);
    expect(bytes.toString('latin1')).not.toMatch(/CANARI|Exif/);
    expect(bytes.indexOf(Buffer.from([0xff, 0xe1]))).toBe(-1);
  });

  it('is made smaller where it is longer than 2,560 pixels', async () => {
    const { sent, image } = await through(await files.jpeg(4_000, 1_000), 'image/jpeg');
    expect([sent.width, sent.height, image.width, image.height]).toEqual([2_560, 640, 2_560, 640]);
  });

  it('keeps what is transparent, be it sent as PNG or too heavy for one', async () => {
    const { ctx, type } = await through(await files.transparentPng());
    expect(type).toBe('image/png');
    expect([...ctx.getImageData(30, 35, 1, 1).data][3]).toBe(0);
    const heavy = createCanvas(1_400, 1_000);
    const random = new Random(7);
    const noise = heavy.getContext('2d').createImageData(1_400, 1_000);
    noise.data.forEach((_, at) => {
      noise.data[at] = random.below(256);
    });
    heavy.getContext('2d').putImageData(noise, 0, 0);
    heavy.getContext('2d').clearRect(0, 0, 400, 400);
    const lossy = await through(await heavy.encode('png'));
    expect(lossy.type).toBe('image/webp');
    expect([...lossy.ctx.getImageData(100, 100, 1, 1).data][3]).toBe(0);
  });

  it('is the first of a GIF that moves, whatever type it was sent with', async () => {
    const { ctx, image, type } = await through(files.gif(), 'application/octet-stream');
    expect([image.width, image.height, type]).toEqual([1, 1, 'image/png']);
    expect([...ctx.getImageData(0, 0, 1, 1).data].slice(0, 3)).toEqual([0xd0, 0x20, 0x10]);
  });

  it('is what its bytes are, not what it is called', async () => {
    for (const file of [await files.jpeg(70, 50), await files.webp(70, 50)])
      expect((await through(file, 'text/html')).type).toBe('image/jpeg');
    expect((await through(await files.png(70, 50), 'application/json')).type).toBe('image/png');
  });

  it('holds no page and no script that came with it', async () => {
    const { bytes } = await through(await files.polyglotPng());
    expect(bytes.toString('latin1')).not.toMatch(/script|hacked|doctype/i);
  });
});

describe('a file that is refused', () => {
  it.each<[string, string, number, () => Buffer | Promise<Buffer>]>([
    ['an SVG with a script', 'picture_type', 415, files.svg],
    ['a page', 'picture_type', 415, files.html],
    ['nothing', 'picture_type', 415, () => Buffer.alloc(0)],
    ['a page that begins like a GIF', 'picture_damaged', 422, files.polyglotGif],
    ['a page that begins like a huge GIF', 'picture_pixels', 413, files.hugePolyglotGif],
    ['the head of a PNG of 50,000 × 50,000', 'picture_pixels', 413, files.hugeHeaderPng],
    ['a PNG that becomes 42 million pixels', 'picture_pixels', 413, () => files.bombPng(7_000, 6_000)],
    ['a JPEG that says it is 65,000 × 65,000', 'picture_pixels', 413, () => files.resizedJpeg(65_000, 65_000)],
    ['a JPEG without pixels', 'picture_damaged', 422, () => files.resizedJpeg(0, 0)],
    ['a JPEG with thousands of scans', 'picture_damaged', 422, files.manyScansJpeg],
    ['half a JPEG', 'picture_damaged', 422, async () => (await files.jpeg()).subarray(0, 700)],
    ['half a PNG', 'picture_damaged', 422, async () => (await files.png()).subarray(0, 90)],
    ['half a WebP', 'picture_damaged', 422, async () => (await files.webp()).subarray(0, 90)],
    ['half a GIF', 'picture_damaged', 422, () => files.gif().subarray(0, 30)],
    ['the name of a JPEG and nothing more', 'picture_damaged', 422, () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ])('is %s: %s', async (_name, code, status, make) => {
    const { ticket } = await someone();
    const answer = await refusal(await send(await make(), { ticket }));
    expect(answer).toMatchObject({ status, code });
    expect(answer.message).toMatch(/image/);
  });

  it('is more than 10 MB, in words of both languages', async () => {
    const { ticket } = await someone();
    const heavy = Buffer.alloc(LIMITS.pictureBytes + 1);
    (await files.png()).copy(heavy);
    expect(await refusal(await send(heavy, { ticket }))).toMatchObject({
      status: 413,
      code: 'picture_too_heavy',
      message: 'Cette image est trop lourde : 10 Mo au plus.',
    });
    expect(await refusal(await send(heavy, { ticket, locale: 'en' }))).toMatchObject({
      message: 'This picture is too heavy: 10 MB at most.',
    });
  });

  it('unpacks no text that becomes hundreds of megabytes beside a picture', async () => {
    const before = process.memoryUsage().rss;
    await through(files.textBombPng());
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
  });

  it('leaves the next picture in peace when the thread hangs on it', async () => {
    const { Worker } = await import('node:worker_threads');
    const start = () =>
      new Worker('require("node:worker_threads").parentPort.on("message", () => { for (;;); })', { eval: true });
    const other = await startServer({ pictures: { timeoutMs: 100, start } });
    const of = await other.createBoard({});
    const { ticket } = await join(of, 'facilitate', other);
    const answers = await Promise.all(
      [1, 2].map(async () => send(await files.png(), { of: of.id, ticket, to: other })),
    );
    expect(answers.map(({ status }) => status)).toEqual([500, 500]);
    expect((await fetch(`${other.url}/healthz`)).status).toBe(200);
    await other.close();
  });
});

describe('who may', () => {
  it('bring a picture: not viewers, not strangers, not people of another board', async () => {
    const file = await files.png();
    const elsewhere = await server.createBoard({});
    const stranger = await join(elsewhere, 'facilitate');
    expect(await refusal(await send(file, { ticket: viewer.ticket }))).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect(await refusal(await send(file, { ticket: 'none' }))).toMatchObject({ status: 401, code: 'ticket_invalid' });
    expect(await refusal(await send(file, { ticket: stranger.ticket }))).toMatchObject({
      status: 404,
      code: 'board_not_found',
    });
    expect(await refusal(await send(file, { of: 'inconnu', ticket: stranger.ticket }))).toMatchObject({
      status: 404,
      code: 'board_not_found',
    });
  });

  it('bring one in a step: where pictures may be added to the board', async () => {
    const of = await server.createBoard({});
    const leads = await join(of, 'facilitate');
    const { ticket } = await join(of, 'participate');
    const file = await files.png(31, 31);
    const step = async (rights: object) => {
      const wanted = { id: commandId(), type: 'setStep', step: { ...OPEN_STEP, id: 's1', ...rights } };
      expect((await postCommand(server.url, of.id, leads.ticket, wanted)).status).toBe(200);
    };
    const statusOf = async () => (await send(file, { of: of.id, ticket })).status;
    await step({ kinds: ['note'] });
    expect(await statusOf()).toBe(403);
    await step({ add: false });
    expect(await statusOf()).toBe(403);
    await step({ kinds: ['note', 'image'], areas: ['a1'] });
    expect(await statusOf()).toBe(201);
    // Private documents hold notes only.
    await step({ private: { until: 'facilitator' } });
    expect(await statusOf()).toBe(403);
  });

  it('see a picture: everybody of the board, and nobody else', async () => {
    const { hash } = await asSent(await send(await files.png(33, 33), { ticket: facilitator.ticket }));
    const elsewhere = await server.createBoard({});
    const stranger = await join(elsewhere, 'facilitate');
    expect((await get(hash, { ticket: viewer.ticket })).status).toBe(200);
    expect((await get(hash)).status).toBe(401);
    expect(await refusal(await get(hash, { ticket: stranger.ticket }))).toMatchObject({ code: 'board_not_found' });
    const there = { of: elsewhere.id, ticket: stranger.ticket };
    expect(await refusal(await get(hash, there))).toMatchObject({ status: 404, code: 'picture_not_found' });
    for (const wrong of ['x', '..%2F..%2Fetc', `${hash}0`, '__proto__'])
      expect((await get(wrong, { ticket: viewer.ticket })).status).toBe(404);
  });

  it('send many, but not without end', async () => {
    const { ticket } = await someone();
    const statuses: number[] = [];
    for (let n = 0; n < LIMITS.pictureBurst + 5; n++) statuses.push((await send(files.html(), { ticket })).status);
    expect(statuses.slice(0, LIMITS.pictureBurst)).toEqual(Array.from({ length: LIMITS.pictureBurst }, () => 415));
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('files that come slowly', () => {
  /** Says how much will come, sends a little, and holds the line. */
  const begin = (ticket: string) =>
    new Promise<Socket>((resolve) => {
      const { hostname, port } = new URL(server.url);
      const socket = connect(Number(port), hostname, () => {
        const head = `POST /api/boards/${board.id}/pictures HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${ticket}\r\n`;
        socket.write(`${head}content-type: image/png\r\ncontent-length: 900000\r\n\r\nabc`, () => resolve(socket));
      });
      socket.on('error', () => undefined);
    });

  it('fill no memory: four at a time of one person, and the others are served', async () => {
    const { ticket } = await someone();
    const other = await someone();
    const lines = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(() => begin(ticket)));
    let turnedAway = 0;
    for (const line of lines) {
      line.once('data', (data) => {
        if (data.includes('503')) turnedAway++;
      });
    }
    await eventually(() => expect(turnedAway).toBe(3));
    const file = await files.png(37, 37);
    expect(await refusal(await send(file, { ticket }))).toMatchObject({ status: 503, code: 'busy' });
    expect((await send(file, { ticket: other.ticket })).status).toBe(201);
    for (const line of lines) line.destroy();
    const isServed = async (): Promise<void> => expect((await send(file, { ticket })).status).toBe(200);
    await eventually(isServed, { everyMs: 300 });
  });

  it('are not read at all of somebody who may not', async () => {
    const line = await begin(viewer.ticket);
    const answer = await new Promise<string>((resolve) => line.once('data', (data) => resolve(data.toString())));
    expect(answer).toContain('403');
    line.destroy();
  });
});

describe('the room of a board', () => {
  it('ends: what would go beyond is refused, what is there already is not', async () => {
    const storage = new MemoryStorage();
    // A disk that is slow to answer: what it says is old by the time it is heard.
    const weigh = storage.weighPictures.bind(storage);
    storage.weighPictures = async (id, participant) => {
      const weight = await weigh(id, participant);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return weight;
    };
    const small = await startServer({ storage, pictures: { boardBytes: 2_000 } });
    const of = await small.createBoard({});
    const { ticket } = await join(of, 'facilitate', small);
    const put = async (side: number) => send(await files.jpeg(side, side), { of: of.id, ticket, to: small });
    expect((await put(40)).status).toBe(201);
    const answers = await Promise.all([41, 42, 43].map(put));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 507, 507]);
    expect((await put(40)).status).toBe(200);
    expect(await refusal(await put(44))).toMatchObject({ code: 'board_pictures_full' });
    const other = await small.createBoard({});
    const there = await join(other, 'facilitate', small);
    const elsewhere = await send(await files.jpeg(), { of: other.id, ticket: there.ticket, to: small });
    expect(elsewhere.status).toBe(201);
    await small.close();
  });
});

describe('the share of one participant', () => {
  it('ends before the board’s: the others still bring theirs, and facilitators have room that is kept for them', async () => {
    const weights = { boardBytes: 6_000, shareBytes: 2_000, reservedBytes: 2_000 };
    const small = await startServer({ pictures: weights });
    const of = await small.createBoard({});
    const people = await Promise.all([1, 2, 3].map(() => join(of, 'participate', small)));
    const leads = await join(of, 'facilitate', small);
    let side = 40;
    /** Brings pictures, each another one, until one is refused. */
    const fill = async ({ ticket }: Joined, locale = 'fr') => {
      for (let n = 0; n < 20; n++) {
        const response = await send(await files.jpeg(side++, 40), { of: of.id, ticket, locale, to: small });
        if (response.status !== 201) return { brought: n, ...(await refusal(response)) };
      }
      throw new Error('nothing was refused');
    };
    const [ana, bruno, chloe] = people as [Joined, Joined, Joined];
    const first = await fill(ana);
    expect(first).toMatchObject({ status: 507, code: 'picture_share_full' });
    expect(first.message).toContain('Vos images tiennent déjà 100 Mo sur ce mur');
    expect(first.brought).toBeGreaterThan(0);
    expect(await fill(ana, 'en')).toMatchObject({
      brought: 0,
      message: 'Your pictures already fill 100 MB of this board: that is your share. A facilitator can still add some.',
    });
    const second = await fill(bruno);
    expect(second.brought).toBeGreaterThan(0);
    expect(second.brought).toBeLessThanOrEqual(first.brought + 1);
    await fill(chloe);
    const rest = await fill(chloe);
    expect(rest).toMatchObject({ brought: 0, status: 507 });
    const led = await fill(leads);
    expect(led.brought).toBeGreaterThan(0);
    expect(led).toMatchObject({ code: 'board_pictures_full' });
    // What is there already takes no room of anybody’s.
    const known = await send(await files.jpeg(40, 40), { of: of.id, ticket: bruno.ticket, to: small });
    expect(known.status).toBe(200);
    await small.close();
  });
});

describe('the log', () => {
  it('names neither pictures nor what is in them', async () => {
    const { hash } = await asSent(await send(await files.png(35, 35), { ticket: facilitator.ticket }));
    await get(hash, { ticket: viewer.ticket });
    expect(server.log()).toContain('/api/boards/:id/pictures');
    expect(server.log()).not.toContain(hash);
    expect(server.log()).not.toMatch(/PNG|IHDR|CANARI/);
  });
});
