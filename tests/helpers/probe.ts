/** How large a server process is after its garbage was collected: memory, descriptors, timers, handles. See `probe.cjs`. */
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.ts';

export interface ProcessSize {
  readonly residentMb: number;
  /** JavaScript heap and the buffers outside of it, of the main thread, after a collection. */
  readonly heapMb: number;
  readonly descriptors: number;
  readonly timers: number;
  /** Sockets, servers, pipes and whatever else keeps the process busy. */
  readonly handles: number;
}

export interface Probe {
  /** What `spawnServer` needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
  measure(pid: number): Promise<ProcessSize>;
}

const MB = 1024 * 1024;

export function createProbe(): Probe {
  const file = join(mkdtempSync(join(tmpdir(), 'pele-mele-probe-')), 'sizes.jsonl');
  const lines = (): string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []);
  return {
    env: {
      NODE_OPTIONS: `--require ${JSON.stringify(join(import.meta.dirname, 'probe.cjs'))}`,
      PELEMELE_PROBE_FILE: file,
    },
    async measure(pid) {
      const before = lines().length;
      process.kill(pid, 'SIGUSR2');
      await eventually(
        () => {
          if (lines().length === before) throw new Error('no answer from the probe');
        },
        { timeoutMs: 60_000, everyMs: 10 },
      );
      const read = JSON.parse(lines().at(-1) ?? '') as {
        readonly rss: number;
        readonly heapUsed: number;
        readonly external: number;
        readonly resources: Readonly<Record<string, number>>;
      };
      const { Timeout = 0, Immediate = 0, ...others } = read.resources;
      return {
        residentMb: read.rss / MB,
        heapMb: (read.heapUsed + read.external) / MB,
        descriptors: readdirSync(`/proc/${pid}/fd`).length,
        timers: Timeout + Immediate,
        handles: Object.values(others).reduce((sum, count) => sum + count, 0),
      };
    },
  };
}
