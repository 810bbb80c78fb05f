/**
 * Real servers for tests: `startServer` in this process, on port 0; `spawnServer` as a process of its own that can be killed. Both answer
 * the same questions (create, join), so a test can be moved from one to the other.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../server/config.ts';
import { createServer, type ServerOptions } from '../../server/createServer.ts';
import type { CreatedBoard, Joined, JoinRequest, NewBoard } from '../../server/http/ports.ts';
import type { LogSink } from '../../server/observability/logger.ts';
import type { Storage } from '../../server/storage/Storage.ts';

const root = join(import.meta.dirname, '../..');

export interface TestServer {
  /** E.g. `http://127.0.0.1:40123`. */
  readonly url: string;
  /** The same for sockets: `ws://127.0.0.1:40123`. */
  readonly wsUrl: string;
  readonly dataDir: string;
  createBoard(board?: NewBoard): Promise<CreatedBoard>;
  join(board: string, request: JoinRequest): Promise<Joined>;
}

export interface InProcessServer extends TestServer {
  /** Everything logged so far. */
  readonly log: () => string;
  /** Ends the server; a data folder that was made for it is erased. */
  close(): Promise<void>;
}

export interface SpawnedServer extends TestServer {
  readonly pid: number;
  /** Everything the process has written to standard output and error. */
  readonly output: () => string;
  /** Sends a signal and waits for the end; answers the exit code, or `null` when it was killed. */
  kill(signal?: NodeJS.Signals): Promise<number | null>;
  /** Starts it again on the same data and, so that clients find it, the same port. */
  restart(): Promise<SpawnedServer>;
  /** Kills it if it runs, and erases a data folder that was made for it. */
  dispose(): Promise<void>;
}

const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'pele-mele-test-'));

async function post<T>(url: string, body: unknown): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`POST ${new URL(url).pathname}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

const requests = (url: string): Pick<TestServer, 'url' | 'wsUrl' | 'createBoard' | 'join'> => ({
  url,
  wsUrl: url.replace(/^http/, 'ws'),
  createBoard: (board = {}) => post<CreatedBoard>(`${url}/api/boards`, board),
  join: (board, request) => post<Joined>(`${url}/api/boards/${board}/join`, request),
});

/** A server in this process. Given a `storage`, it touches no disk; given a `dataDir`, it leaves it there. */
export async function startServer(
  options: {
    readonly dataDir?: string;
    readonly storage?: Storage;
    readonly logSink?: LogSink;
    readonly config?: Partial<Config>;
    readonly clientDir?: string | null;
    readonly now?: () => number;
    readonly pictures?: ServerOptions['pictures'];
    readonly unusedPictures?: ServerOptions['unusedPictures'];
    readonly requestTimes?: ServerOptions['requestTimes'];
  } = {},
): Promise<InProcessServer> {
  const dataDir = options.dataDir ?? temporaryFolder();
  const lines: string[] = [];
  const server = await createServer({
    config: {
      port: 0,
      host: '127.0.0.1',
      dataDir,
      publicUrl: null,
      trustProxyHops: 0,
      logLevel: 'debug',
      ...options.config,
    },
    ...(options.storage && { storage: options.storage }),
    ...(options.now && { now: options.now }),
    ...(options.pictures && { pictures: options.pictures }),
    ...(options.unusedPictures && { unusedPictures: options.unusedPictures }),
    ...(options.requestTimes && { requestTimes: options.requestTimes }),
    logSink: options.logSink ?? { write: (line) => void lines.push(line) },
    clientDir: options.clientDir ?? null,
    version: 'test',
  });
  return {
    ...requests(server.url),
    dataDir,
    log: () => lines.join(''),
    async close() {
      await server.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** When the newest source below a folder was changed. */
const newestSource = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .reduce((newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);

/** Whether `dist/server` is what the sources say: a stale build would test yesterday's server. */
const isBuilt = (): boolean => {
  const main = join(root, 'dist/server/main.js');
  if (!existsSync(main)) return false;
  return statSync(main).mtimeMs > Math.max(...['server', 'shared'].map((folder) => newestSource(join(root, folder))));
};

export interface SpawnOptions {
  readonly dataDir?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** `built` is what people run; `sources` is slower to start. By default the build where it is up to date. */
  readonly mode?: 'built' | 'sources';
  /** Put before `node`, e.g. `['strace', '-f', …]`. */
  readonly wrapper?: readonly string[];
}

const COMMANDS = { built: ['dist/server/main.js'], sources: ['--import', 'tsx', 'server/main.ts'] } as const;

/** A server process of its own, ready when this resolves. Rejects with its output when it ends before. */
export async function spawnServer(options: SpawnOptions = {}): Promise<SpawnedServer> {
  const dataDir = options.dataDir ?? temporaryFolder();
  const mode = options.mode ?? (isBuilt() ? 'built' : 'sources');
  const [command, ...args] = [...(options.wrapper ?? []), process.execPath, ...COMMANDS[mode]];
  const child = spawn(command as string, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(options.port ?? 0),
      PELEMELE_DATA: dataDir,
      PELEMELE_LOG_LEVEL: 'info',
      ...options.env,
    },
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const port = /"port":(\d+)/.exec(output)?.[1];
      if (port && output.includes('Pêle-mêle')) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready:\n${output}`)));
  });
  const kill = (signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> => end(child, signal);
  return {
    ...requests(url),
    dataDir,
    pid: child.pid as number,
    output: () => output,
    kill,
    async restart() {
      await kill();
      return spawnServer({ ...options, mode, dataDir, port: Number(new URL(url).port) });
    },
    async dispose() {
      await kill();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
  return child.exitCode;
}
