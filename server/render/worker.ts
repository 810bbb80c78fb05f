/** The drawing thread: one picture at a time, so that a big one never stops the sockets. All it knows comes in the message. */
import { parentPort } from 'node:worker_threads';
import { assert } from '../../shared/lib/assert.ts';
import type { Result } from '../../shared/lib/result.ts';
import { drawPng, type PngProblem, type PngRequest } from './drawPng.ts';
import { registerFonts } from './fonts.ts';

/** Answer to one request. An exception ends the thread instead: the renderer starts another. */
export type WorkerAnswer = Result<Uint8Array, PngProblem>;

assert(parentPort, 'worker.ts runs in a worker thread');
const port = parentPort;
registerFonts();
port.on('message', (request: PngRequest) => {
  void drawPng(request).then((answer) => port.postMessage(answer satisfies WorkerAnswer));
});
