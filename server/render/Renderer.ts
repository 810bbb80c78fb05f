/**
 * Pictures of boards, drawn in one worker thread, one after the other. Owns the queue and its limit, the time a picture may take, and
 * the thread's life: started when first asked, ended when idle or when a picture hangs. Refuses instead of piling up.
 */
import type { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../shared/lib/result.ts';
import { startWorker } from '../lib/workerEntry.ts';
import type { PngProblem, PngRequest } from './drawPng.ts';
import type { WorkerAnswer } from './worker.ts';

/** Why there is no picture: as `PngProblem`, or too many are waiting (`busy`), or it could not be drawn in time (`failed`). */
export type RenderProblem = PngProblem | 'busy' | 'failed';

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

/** Fulfils `RendererPort` of `server/http`. */
export interface Renderer {
  /** The board (or one area) as PNG, as described in `PngRequest`. Never rejects. */
  renderPng(request: PngRequest): Promise<Result<Uint8Array, RenderProblem>>;
  /** Ends the thread; what waits is answered `failed`. */
  close(): Promise<void>;
}

interface Job {
  readonly request: PngRequest;
  readonly answer: (result: Result<Uint8Array, RenderProblem>) => void;
}

const MB_OF_HEAP = 1024;

/** Creates a renderer. No thread runs before the first picture. */
export function createRenderer(options: RendererOptions = {}): Renderer {
  const { maxWaiting = 8, timeoutMs = 60_000, idleMs = 60_000, onError = () => {} } = options;
  const start =
    options.start ?? (() => startWorker('renderWorker', { resourceLimits: { maxOldGenerationSizeMb: MB_OF_HEAP } }));
  const waiting: Job[] = [];
  let worker: Worker | null = null;
  let current: Job | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  /** Lets go of the thread, whatever it is doing. */
  const stop = async (): Promise<void> => {
    clearTimeout(timer);
    const old = worker;
    worker = null;
    old?.removeAllListeners();
    // A dying thread may still report an error; nobody is waiting for it any more.
    old?.on('error', () => {});
    await old?.terminate();
  };

  const finish = (result: Result<Uint8Array, RenderProblem>): void => {
    clearTimeout(timer);
    const job = current;
    current = null;
    job?.answer(result);
    next();
  };

  const giveUp = (error: Error): void => {
    onError(error);
    void stop();
    finish(fail('failed'));
  };

  const getWorker = (): Worker => {
    if (worker) return worker;
    worker = start();
    worker.on('message', (answer: WorkerAnswer) => finish(answer));
    worker.on('error', giveUp);
    worker.on('exit', (code) => giveUp(new Error(`render worker exited with ${code}`)));
    worker.unref();
    return worker;
  };

  const next = (): void => {
    if (current || isClosed) return;
    const job = waiting.shift();
    if (!job) {
      if (!worker) return;
      timer = setTimeout(() => void stop(), idleMs);
      timer.unref();
      return;
    }
    clearTimeout(timer);
    current = job;
    timer = setTimeout(() => giveUp(new Error(`picture took more than ${timeoutMs} ms`)), timeoutMs);
    getWorker().postMessage(job.request);
  };

  return {
    renderPng: (request) =>
      new Promise((answer) => {
        if (isClosed) answer(fail('failed'));
        else if (waiting.length >= maxWaiting) answer(fail('busy'));
        else {
          waiting.push({ request, answer });
          next();
        }
      }),
    async close() {
      isClosed = true;
      const left = [...(current ? [current] : []), ...waiting.splice(0)];
      current = null;
      await stop();
      for (const job of left) job.answer(fail('failed'));
    },
  };
}
