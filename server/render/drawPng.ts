/** From a board's bytes to a PNG, on the thread that calls: `worker.ts` is the only caller in the product. Fonts must be registered. */
import { createCanvas } from '@napi-rs/canvas';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { Locale } from '../../shared/control/Control.ts';
import type { PaintContext } from '../../shared/elements/PaintContext.ts';
import { isArea, paintBoard, pictureBox, pictureSize } from '../../shared/elements/paintScene.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { THEMES } from '../../shared/theme/tokens.ts';
import type { BoardFile } from '../http/ports.ts';
import { loadBoardPictures, type ReadPicture } from './boardPictures.ts';

/** What is to be drawn. Plain data: it crosses into the worker thread. */
export interface PngRequest {
  /** The board document as one Yjs update. */
  readonly update: Uint8Array;
  /** Element id of the area to draw; absent: the whole board. */
  readonly area?: string;
  /** Pixels a board unit. */
  readonly scale: number;
  readonly locale: Locale;
  /** Names by participant id, for author marks. */
  readonly people: Readonly<Record<string, string>>;
}

/** `too_large`: over the limit of pixels of an export; a smaller scale or one area may do. */
export type PngProblem = 'area_unknown' | 'too_large';

/** Draws on paper, in the light theme, whatever the theme of the person who asks: a deliverable looks the same for all. */
export async function drawPng(request: PngRequest, read: ReadPicture): Promise<Result<BoardFile, PngProblem>> {
  const { update, area, scale, locale, people } = request;
  const board = new BoardDoc();
  board.applyRemote(update);
  const shown = area === undefined ? undefined : board.get(area);
  if (area !== undefined && !(shown && isArea(board, area))) return fail('area_unknown');
  const box = pictureBox(board, area);
  const size = pictureSize(box, scale);
  if (!size.ok) return fail('too_large');
  const options = {
    box,
    scale,
    theme: THEMES.light,
    locale,
    background: THEMES.light.wall,
    ...(area !== undefined && { area }),
    person: (id: string) => (Object.hasOwn(people, id) ? people[id] : undefined),
  };
  const pictures = await loadBoardPictures(board, options, read);
  const canvas = createCanvas(size.value.width, size.value.height);
  paintBoard(canvas.getContext('2d') as unknown as PaintContext, board, {
    ...options,
    picture: (hash) => pictures.get(hash) ?? null,
  });
  return ok({ bytes: await canvas.encode('png'), ...(shown && { area: kindOf(shown).outline(shown) }) });
}
