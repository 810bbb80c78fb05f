/** The thread's side of `JobThread`: takes jobs one after the other, and may ask back while it does one. */
import { parentPort } from 'node:worker_threads';
import { assert } from '../../shared/lib/assert.ts';
import type { FromThread, ToThread } from './JobThread.ts';

/** Does every job that comes with `work`; whatever it throws ends the thread. `ask`: one question at a time. */
export function serveJobs<Request, Answer>(
  work: (request: Request, ask: (question: string) => Promise<unknown>) => Promise<Answer>,
): void {
  assert(parentPort, 'jobs are done in a worker thread');
  const port = parentPort;
  let hear: ((value: unknown) => void) | null = null;
  const post = (message: FromThread<Answer>): void => port.postMessage(message);
  const ask = (question: string): Promise<unknown> =>
    new Promise((resolve) => {
      hear = resolve;
      post({ type: 'ask', question });
    });
  port.on('message', (message: ToThread<Request>) => {
    if (message.type === 'reply') hear?.(message.value);
    else void work(message.request, ask).then((value) => post({ type: 'answer', value }));
  });
}
