/** The thread that re-encodes pictures: one at a time, away from the sockets and from exports. */
import { serveJobs } from '../lib/threadJobs.ts';
import { reencode } from './reencode.ts';

serveJobs((file: Uint8Array) => reencode(file));
