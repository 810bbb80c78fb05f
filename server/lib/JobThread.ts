/**
 * Long work, done in one worker thread, one job after the other. Owns the queue and its limit, the time a job may take, and the thread's
 * life: started when first asked, ended when idle or when a job hangs. Refuses instead of piling up; knows nothing of what is done there.
 */
import type { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../../shared/lib/result.ts';

/** `busy`: too many are waiting. `failed`: it could not be done in time, or the thread broke. */
export type JobProblem = 'busy' | 'failed';

export interface JobThreadOptions {
  /** For the log. */
  readonly name: string;
  /** Jobs that may wait behind the one under way. */
  readonly maxWaiting: number;
  /** Longest time for one job, start of the thread included. */
  readonly timeoutMs: number;
  /** Unused time after which the thread ends and its memory is given back. */
  readonly idleMs: number;
  /** Told of jobs that failed for reasons of ours. */
  readonly onError: (error: Error) => void;
  readonly start: () => Worker;
}

/** What goes to the thread. */
export type ToThread<Request> =
  | { readonly type: 'job'; readonly request: Request }
  | { readonly type: 'reply'; readonly value: unknown };

/** What comes from it: one answer a job, and before it whatever it must ask. An exception ends the thread instead: another is started. */
export type FromThread<Answer> =
  | { readonly type: 'answer'; readonly value: Answer }
  | { readonly type: 'ask'; readonly question: string };

/** Answers what a job asks while it is under way. */
export type Replies = (question: string) => Promise<unknown>;

interface Job<Request, Answer> {
  readonly request: Request;
  readonly replies: Replies;
  readonly answer: (result: Result<Answer, JobProblem>) => void;
}

const NO_REPLIES: Replies = async () => null;

export class JobThread<Request, Answer> {
  readonly #options: JobThreadOptions;
  readonly #waiting: Job<Request, Answer>[] = [];
  #worker: Worker | null = null;
  #current: Job<Request, Answer> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: JobThreadOptions) {
    this.#options = options;
  }

  /** Does one job. Never rejects. */
  run(request: Request, replies: Replies = NO_REPLIES): Promise<Result<Answer, JobProblem>> {
    return new Promise((answer) => {
      if (this.#isClosed) answer(fail('failed'));
      else if (this.#waiting.length >= this.#options.maxWaiting) answer(fail('busy'));
      else {
        this.#waiting.push({ request, replies, answer });
        this.#next();
      }
    });
  }

  /** Ends the thread; what waits is answered `failed`. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const left = [...(this.#current ? [this.#current] : []), ...this.#waiting.splice(0)];
    this.#current = null;
    await this.#stop();
    for (const job of left) job.answer(fail('failed'));
  }

  #next(): void {
    if (this.#current || this.#isClosed) return;
    const { idleMs, timeoutMs, name } = this.#options;
    const job = this.#waiting.shift();
    if (!job) {
      if (!this.#worker) return;
      this.#timer = setTimeout(() => void this.#stop(), idleMs);
      this.#timer.unref();
      return;
    }
    clearTimeout(this.#timer);
    this.#current = job;
    this.#timer = setTimeout(() => this.#giveUp(new Error(`${name} took more than ${timeoutMs} ms`)), timeoutMs);
    this.#thread().postMessage({ type: 'job', request: job.request } satisfies ToThread<Request>);
  }

  #thread(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.#options.start();
    this.#worker = worker;
    worker.on('message', (message: FromThread<Answer>) => {
      if (message.type === 'ask') void this.#reply(worker, message.question);
      else this.#finish(ok(message.value));
    });
    worker.on('error', (error) => this.#giveUp(error));
    worker.on('exit', (code) => this.#giveUp(new Error(`${this.#options.name} thread exited with ${code}`)));
    worker.unref();
    return worker;
  }

  async #reply(worker: Worker, question: string): Promise<void> {
    const job = this.#current;
    try {
      const value = await job?.replies(question);
      if (this.#worker === worker) worker.postMessage({ type: 'reply', value } satisfies ToThread<Request>);
    } catch (error) {
      if (this.#worker === worker && this.#current === job) this.#giveUp(error as Error);
    }
  }

  #finish(result: Result<Answer, JobProblem>): void {
    clearTimeout(this.#timer);
    const job = this.#current;
    this.#current = null;
    job?.answer(result);
    this.#next();
  }

  #giveUp(error: Error): void {
    this.#options.onError(error);
    void this.#stop();
    this.#finish(fail('failed'));
  }

  /** Lets go of the thread, whatever it is doing. */
  async #stop(): Promise<void> {
    clearTimeout(this.#timer);
    const old = this.#worker;
    this.#worker = null;
    old?.removeAllListeners();
    // A dying thread may still report an error; nobody is waiting for it any more.
    old?.on('error', () => {});
    await old?.terminate();
  }
}
