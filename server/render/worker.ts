/** The thread of pictures and tables: one at a time, so that a big one never stops the sockets. All it knows comes in messages. */
import type { TableRequest } from '../http/ports.ts';
import { serveJobs } from '../lib/threadJobs.ts';
import { drawPng, type PngRequest } from './drawPng.ts';
import { registerFonts } from './fonts.ts';
import { writeTable } from './writeTable.ts';

registerFonts();
serveJobs(async (request: PngRequest | TableRequest, ask) =>
  'format' in request ? writeTable(request) : drawPng(request, async (hash) => (await ask(hash)) as Uint8Array | null),
);
