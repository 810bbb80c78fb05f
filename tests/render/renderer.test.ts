/** The real thread, the real fonts: what comes out of the renderer is decoded and looked at, pixel by pixel. */
import { Worker } from 'node:worker_threads';
import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { afterAll, describe, expect, it } from 'vitest';
import type { BoardFile } from '../../server/http/ports.ts';
import { createRenderer, type Renderer } from '../../server/render/Renderer.ts';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { pictureBox } from '../../shared/elements/paintScene.ts';
import type { Result } from '../../shared/lib/result.ts';
import { type NoteColor, THEMES } from '../../shared/theme/tokens.ts';
import * as files from '../helpers/pictureFiles.ts';
import { createSampleBoard } from '../helpers/sampleBoard.ts';

const renderer = createRenderer();
afterAll(() => renderer.close());

const request = { scale: 1, locale: 'fr', people: {} } as const;

async function decode(result: Result<BoardFile, string>): Promise<SKRSContext2D> {
  if (!result.ok) throw new Error(`no picture: ${result.reason}`);
  const image = await loadImage(Buffer.from(result.value.bytes));
  const ctx = createCanvas(image.width, image.height).getContext('2d');
  ctx.drawImage(image, 0, 0);
  return ctx;
}

const hexAt = (ctx: SKRSContext2D, x: number, y: number): string =>
  `#${Buffer.from(ctx.getImageData(x, y, 1, 1).data).toString('hex', 0, 3)}`.toUpperCase();

/** The ink of a part of a picture: how many of its pixels are darker than paper of any colour. */
function darkPixels(ctx: SKRSContext2D, x: number, y: number, w: number, h: number): number {
  const { data } = ctx.getImageData(x, y, w, h);
  let dark = 0;
  for (let i = 0; i < data.length; i += 4) if ((data[i + 1] as number) < 110) dark++;
  return dark;
}

function noteOf(text: string, rest: object = {}): BoardDoc {
  const board = new BoardDoc();
  board.edit('test', (write) => write.create({ id: 'n', kind: 'note', place: [null, 0, 0], z: 'a0', text, ...rest }));
  return board;
}

const pictureOf = async (board: BoardDoc, from: Renderer = renderer): Promise<SKRSContext2D> =>
  decode(await from.renderPng({ ...request, update: board.encodeState() }));

describe('the renderer', () => {
  it('paints all 597 contributions, each on its colour at its place', async () => {
    const board = createSampleBoard();
    const box = pictureBox(board);
    const ctx = await pictureOf(board);
    expect({ w: ctx.canvas.width, h: ctx.canvas.height }).toEqual({ w: box.w, h: box.h });
    const wrong: string[] = [];
    const blank: string[] = [];
    let notes = 0;
    for (const { id, kind, props } of board.elements()) {
      if (kind !== 'note') continue;
      notes++;
      const { x, y } = board.tree.origin(id);
      const color = THEMES.light.notes[props.color as NoteColor];
      for (const [dx, dy] of [
        [6, 6],
        [194, 6],
        [6, 194],
        [194, 194],
      ] as const)
        if (hexAt(ctx, x - box.x + dx, y - box.y + dy) !== color) wrong.push(`${id} ${dx} ${dy}`);
      if (darkPixels(ctx, x - box.x + 10, y - box.y + 10, 180, 180) < 20) blank.push(id);
    }
    expect({ notes, wrong, blank }).toEqual({ notes: 597, wrong: [], blank: [] });
  });

  it('paints one area with a margin of 40 units, at twice the size', async () => {
    const board = createSampleBoard();
    const result = await renderer.renderPng({ ...request, update: board.encodeState(), area: 'area-3', scale: 2 });
    const ctx = await decode(result);
    const box = pictureBox(board, 'area-3');
    expect({ w: ctx.canvas.width, h: ctx.canvas.height }).toEqual({ w: 2 * box.w, h: 2 * box.h });
    expect(hexAt(ctx, 1, 1)).toBe(THEMES.light.wall);
    expect(hexAt(ctx, 2 * (40 + 20 + 6), 2 * (40 + 20 + 6))).toBe(THEMES.light.notes.pink);
  });

  it('has a glyph for French letters, €, signs and emoji: none is the box that stands for a missing one', async () => {
    const bitmap = async (sign: string): Promise<string> => {
      const ctx = await pictureOf(noteOf(sign));
      return Buffer.from(ctx.getImageData(40, 40, 200, 200).data).toString('base64');
    };
    const missing = await bitmap('\u{e123}');
    const empty = await bitmap('');
    const signs = [
      'é',
      'À',
      'ç',
      'œ',
      'Œ',
      'ÿ',
      '«',
      '’',
      '…',
      '€',
      '→',
      '✓',
      '★',
      'α',
      'Ж',
      '🎉',
      '🇫🇷',
      '👩🏽‍🚒',
      '❤️',
    ];
    const pictures = await Promise.all(signs.slice(0, 4).map(bitmap));
    for (const sign of signs.slice(4)) pictures.push(await bitmap(sign));
    expect(signs.filter((_sign, index) => pictures[index] === missing || pictures[index] === empty)).toEqual([]);
    expect(new Set(pictures).size).toBe(signs.length);
  });

  it('paints emoji in colour', async () => {
    const { data } = (await pictureOf(noteOf('❤️', { props: { color: 'grey' } }))).getImageData(50, 120, 30, 40);
    let red = 0;
    for (let i = 0; i < data.length; i += 4)
      if ((data[i] as number) > 180 && (data[i + 1] as number) < 90 && (data[i + 2] as number) < 110) red++;
    expect(red).toBeGreaterThan(50);
  });

  it('signs a note with the name of its author, where there is one', async () => {
    const board = noteOf('Ouvrir le samedi', { by: 'p1' });
    const update = board.encodeState();
    const named = await decode(await renderer.renderPng({ ...request, update, people: { p1: 'Anne-Sophie' } }));
    const unnamed = await decode(await renderer.renderPng({ ...request, update, people: { p2: 'Karim' } }));
    expect(darkPixels(named, 140, 222, 90, 16)).toBeGreaterThan(5);
    expect(darkPixels(unnamed, 140, 222, 90, 16)).toBe(0);
  });

  it('gives a small picture of the bare wall for an empty board', async () => {
    const ctx = await pictureOf(new BoardDoc());
    expect([ctx.canvas.width, ctx.canvas.height, hexAt(ctx, 40, 40)]).toEqual([80, 80, THEMES.light.wall]);
  });

  it('paints what it cannot read as a placeholder', async () => {
    const board = noteOf('Un hologramme', { kind: 'hologram', size: [300, 200] });
    expect(darkPixels(await pictureOf(board), 40, 40, 300, 200)).toBeGreaterThan(200);
  });

  it('paints the pictures of the board, fetched one by one, and says which it could not have', async () => {
    const hashes = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(43));
    const board = new BoardDoc();
    board.edit('test', (write) => {
      for (const [at, hash] of [...hashes, hashes[0] as string].entries()) {
        const props = { hash, width: 60, height: 40 };
        const place = [null, at * 700, 0] as const;
        write.create({ id: `i${at}`, kind: 'image', place, size: [600, 400], z: `a${at}`, props });
      }
    });
    const asked: string[] = [];
    let isAsked = false;
    const picture = async (hash: string): Promise<Uint8Array | null> => {
      expect(isAsked).toBe(false);
      isAsked = true;
      asked.push(hash);
      await new Promise((resolve) => setImmediate(resolve));
      isAsked = false;
      const made = { a: () => files.jpeg(), b: () => files.transparentPng(), c: async () => Buffer.from('abîmée') }[
        hash[0] as string
      ];
      return made ? new Uint8Array(await made()) : null;
    };
    const ctx = await decode(await renderer.renderPng({ ...request, update: board.encodeState(), picture }));
    expect(asked).toEqual(hashes);
    const isRed = (x: number, y: number): boolean => /^#(?:C|D)/.test(hexAt(ctx, 40 + x, 40 + y));
    expect([isRed(100, 200), isRed(500, 200), isRed(2_900, 200)]).toEqual([true, false, true]);
    // What is transparent shows the wall; what is missing is said.
    expect([isRed(1_000, 100), hexAt(ctx, 40 + 1_000, 40 + 350)]).toEqual([true, THEMES.light.wall]);
    for (const x of [1_400, 2_100]) expect(darkPixels(ctx, 40 + x, 40, 600, 400)).toBeGreaterThan(100);
  });

  it('gives up a painting whose pictures never come, or cannot be read', async () => {
    const errors: Error[] = [];
    const waiting = createRenderer({ timeoutMs: 4_000, onError: (error) => errors.push(error) });
    const board = new BoardDoc();
    const props = { hash: 'a'.repeat(43), width: 60, height: 40 };
    board.edit('test', (write) =>
      write.create({ id: 'i', kind: 'image', place: [null, 0, 0], size: [60, 40], z: 'a0', props }),
    );
    const update = board.encodeState();
    const never = waiting.renderPng({ ...request, update, picture: () => new Promise(() => undefined) });
    expect(await never).toEqual({ ok: false, reason: 'failed' });
    await waiting.close();
    const other = createRenderer({ onError: (error) => errors.push(error) });
    const failing = other.renderPng({ ...request, update, picture: () => Promise.reject(new Error('disk')) });
    expect(await failing).toEqual({ ok: false, reason: 'failed' });
    await other.close();
    expect(errors.map(({ message }) => message)).toEqual(['picture took more than 4000 ms', 'disk']);
  });

  it('refuses an area that is none, and a picture that is too large', async () => {
    const update = noteOf('Seule').encodeState();
    expect(await renderer.renderPng({ ...request, update, area: 'nowhere' })).toEqual({
      ok: false,
      reason: 'area_unknown',
    });
    expect(await renderer.renderPng({ ...request, update, area: 'n' })).toEqual({ ok: false, reason: 'area_unknown' });
    expect(await renderer.renderPng({ ...request, update, scale: 40 })).toEqual({ ok: false, reason: 'too_large' });
  });

  it('refuses at once when too many pictures wait', async () => {
    const small = createRenderer({ maxWaiting: 1 });
    const update = noteOf('Patience').encodeState();
    const answers = await Promise.all([1, 2, 3].map(() => small.renderPng({ ...request, update })));
    expect(answers.map((answer) => answer.ok || answer.reason)).toEqual([true, true, 'busy']);
    await small.close();
  });

  it('answers bytes that are no board with a failure, and paints the next one', async () => {
    const errors: Error[] = [];
    const other = createRenderer({ onError: (error) => errors.push(error) });
    const broken = other.renderPng({ ...request, update: new Uint8Array([1, 2, 255, 255, 3]) });
    const next = pictureOf(noteOf('La suite'), other);
    expect(await broken).toEqual({ ok: false, reason: 'failed' });
    expect((await next).canvas.width).toBe(280);
    expect(errors).toHaveLength(1);
    await other.close();
  });

  it('ends a thread that hangs, and starts another for the next picture', async () => {
    let started = 0;
    const errors: Error[] = [];
    const hanging = createRenderer({
      timeoutMs: 50,
      onError: (error) => errors.push(error),
      start: () => {
        started++;
        return new Worker('require("node:worker_threads").parentPort.on("message", () => { for (;;); })', {
          eval: true,
        });
      },
    });
    const update = noteOf('Longtemps').encodeState();
    const answers = await Promise.all([1, 2].map(() => hanging.renderPng({ ...request, update })));
    expect(answers).toEqual([1, 2].map(() => ({ ok: false, reason: 'failed' })));
    expect({ started, errors: errors.length }).toEqual({ started: 2, errors: 2 });
    await hanging.close();
    expect(await hanging.renderPng({ ...request, update })).toEqual({ ok: false, reason: 'failed' });
  });
});
