/**
 * The page's end of the worker that sorts: made when it is first asked for something, ended to cancel. One job at a time: a new one takes the
 * place of the one under way, but a cut, which needs the draft that lives in the worker, waits. Nothing leaves the device by it.
 */
import type { Answers, Asked, JobKind, Jobs, Told } from './jobs.ts';

/** What is used of a worker. */
export interface WorkerPort {
  postMessage(asked: Asked): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Told }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
  terminate(): void;
}

export type Outcome<T> =
  | { readonly type: 'done'; readonly answer: T }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed' };

interface Running {
  readonly id: number;
  readonly end: (outcome: Outcome<never> | Outcome<unknown>) => void;
  readonly onProgress: (progress: number) => void;
}

interface Waiting {
  readonly begin: () => void;
  readonly cancel: () => void;
}

export class Sorter {
  readonly #make: () => WorkerPort;
  #worker: WorkerPort | null = null;
  #running: Running | null = null;
  /** The last cut that was wanted while something else was under way. */
  #waiting: Waiting | null = null;
  #next = 1;

  constructor(make: () => WorkerPort) {
    this.#make = make;
  }

  get isBusy(): boolean {
    return this.#running !== null;
  }

  /** Never rejects. */
  ask<K extends JobKind>(
    kind: K,
    job: Jobs[K],
    onProgress: (progress: number) => void = () => undefined,
  ): Promise<Outcome<Answers[K]>> {
    // A worker in the middle of a job hears nothing before its end, and is ended for another. Ended, it has no draft to cut.
    if (this.#running && kind !== 'cut') this.cancel();
    return new Promise((resolve) => {
      const begin = (): void => this.#begin(kind, job, { onProgress, end: resolve as Running['end'] });
      if (!this.#running) {
        begin();
        return;
      }
      this.#waiting?.cancel();
      this.#waiting = { begin, cancel: () => resolve({ type: 'cancelled' }) };
    });
  }

  /** Ends the job under way, and the worker with it; what it had drafted is gone. */
  cancel(): void {
    const running = this.#running;
    this.#drop();
    running?.end({ type: 'cancelled' });
    this.#takeWaiting()?.cancel();
  }

  dispose(): void {
    this.cancel();
  }

  #begin<K extends JobKind>(kind: K, job: Jobs[K], running: Omit<Running, 'id'>): void {
    const id = this.#next++;
    this.#running = { id, ...running };
    try {
      this.#worker ??= this.#start();
      this.#worker.postMessage({ id, kind, job });
    } catch {
      this.#fail();
    }
  }

  #takeWaiting(): Waiting | null {
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }

  #start(): WorkerPort {
    const worker = this.#make();
    worker.addEventListener('message', ({ data }) => {
      const running = this.#running;
      if (worker !== this.#worker || !running || data.id !== running.id) return;
      if ('progress' in data) {
        running.onProgress(data.progress);
        return;
      }
      this.#running = null;
      running.end('answer' in data ? { type: 'done', answer: data.answer } : { type: 'failed' });
      this.#takeWaiting()?.begin();
    });
    const onError = (): void => {
      if (worker === this.#worker) this.#fail();
    };
    worker.addEventListener('error', onError);
    worker.addEventListener('messageerror', onError);
    return worker;
  }

  #fail(): void {
    const running = this.#running;
    this.#drop();
    running?.end({ type: 'failed' });
    this.#takeWaiting()?.cancel();
  }

  #drop(): void {
    this.#running = null;
    this.#worker?.terminate();
    this.#worker = null;
  }
}
