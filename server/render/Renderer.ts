/**
 * Pictures and tables of boards, made in a thread of their own, one after the other, within limits (`server/lib/JobThread.ts`). The pictures that
 * stand on a board are handed to the thread one by one as it asks for them.
 */
import type { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../shared/lib/result.ts';
import type { BoardFile, TableRequest } from '../http/ports.ts';
import { type JobProblem, JobThread } from '../lib/JobThread.ts';
import { startWorker } from '../lib/workerEntry.ts';
import type { PngProblem, PngRequest } from './drawPng.ts';
import type { TableProblem } from './writeTable.ts';

/** Why there is no picture: as `PngProblem`, or too many are waiting (`busy`), or it could not be drawn in time (`failed`). */
export type RenderProblem = PngProblem | JobProblem;

export interface RendererOptions {
  /** Pictures that may wait behind the one being drawn. */
  readonly maxWaiting?: number;
  /** Longest time for one picture, start of the thread included. */
  readonly timeoutMs?: number;
  /** Unused time after which the thread ends and its memory is given back. */
  readonly idleMs?: number;
  /** Told of pictures that failed for reasons of ours. */
  readonly onError?: (error: Error) => void;
  /** Starts the drawing thread; tests put a broken one here. */
  readonly start?: () => Worker;
}

export interface RenderRequest extends PngRequest {
  /** The bytes of a picture on the board by its hash; where it is absent, or answers `null`, the picture is shown as missing. */
  readonly picture?: (hash: string) => Promise<Uint8Array | null>;
}

/** Fulfils `RendererPort` of `server/http`. */
export interface Renderer {
  /** The board (or one area) as PNG, as described in `PngRequest`. Never rejects. */
  renderPng(request: RenderRequest): Promise<Result<BoardFile, RenderProblem>>;
  /** The board (or one area) as CSV or JSON, as described in `TableRequest`. Never rejects. */
  writeTable(request: TableRequest): Promise<Result<BoardFile, TableProblem | JobProblem>>;
  /** Ends the thread; what waits is answered `failed`. */
  close(): Promise<void>;
}

const MB_OF_HEAP = 1024;

/** Creates a renderer. No thread runs before the first picture. */
export function createRenderer(options: RendererOptions = {}): Renderer {
  const { maxWaiting = 8, timeoutMs = 60_000, idleMs = 60_000, onError = () => {} } = options;
  const start =
    options.start ?? (() => startWorker('renderWorker', { resourceLimits: { maxOldGenerationSizeMb: MB_OF_HEAP } }));
  const thread = new JobThread<PngRequest | TableRequest, Result<BoardFile, PngProblem | TableProblem>>({
    ...{ name: 'picture', maxWaiting, timeoutMs, idleMs, onError, start },
  });
  return {
    async renderPng({ picture, ...request }) {
      const done = await thread.run(request, picture);
      return done.ok ? done.value : done;
    },
    async writeTable(request) {
      const done = await thread.run(request);
      if (!done.ok) return done;
      // Nothing that is written down can be too large a picture.
      return done.value.ok || done.value.reason !== 'too_large'
        ? (done.value as Result<BoardFile, TableProblem>)
        : fail('failed');
    },
    close: () => thread.close(),
  };
}
