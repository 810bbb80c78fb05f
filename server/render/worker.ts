/** The drawing thread: one picture at a time, so that a big one never stops the sockets. All it knows comes in messages. */
import { serveJobs } from '../lib/threadJobs.ts';
import { drawPng, type PngRequest } from './drawPng.ts';
import { registerFonts } from './fonts.ts';

registerFonts();
serveJobs((request: PngRequest, ask) => drawPng(request, async (hash) => (await ask(hash)) as Uint8Array | null));
