/** The server under test: its own process, pinned to a core where `taskset` is there, and measured from /proc. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pinned, SERVER_CORE } from './cores.mjs';

const LOGS = path.resolve(import.meta.dirname, '../results/logs');
const TICK_US = 10_000; // one clock tick of /proc/<pid>/stat: CLK_TCK is 100 on every Linux that Node supports
const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 8_000;

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const canConnect = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

export class ServerProcess {
  #process;
  #dead = false;
  #exited;

  constructor(port, data) {
    this.port = port;
    this.data = data;
  }

  /** Starts a target and waits until it listens. `data`: a folder that an earlier process left behind; otherwise a new one. */
  static async start(target, data = mkdtempSync(path.join(os.tmpdir(), 'pele-mele-bench-'))) {
    mkdirSync(LOGS, { recursive: true });
    const file = path.join(LOGS, `${target.name}.log`);
    const log = openSync(file, 'a');
    const server = new ServerProcess(await freePort(), data);
    const { command, env } = target.run(server.port, data);
    const [program, ...args] = pinned(SERVER_CORE, command);
    server.#process = spawn(program, args, {
      env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(server.port), ...env },
      stdio: ['ignore', log, log],
    });
    server.#exited = new Promise((resolve) => {
      server.#process.on('exit', () => {
        server.#dead = true;
        resolve();
      });
    });
    const deadline = performance.now() + START_TIMEOUT_MS;
    while (!(await canConnect(server.port))) {
      if (server.#dead || performance.now() > deadline) {
        await server.stop();
        throw new Error(`${target.name} did not open its port; see ${path.relative(process.cwd(), file)}`);
      }
      await sleep(25);
    }
    return server;
  }

  /** CPU time of all its threads since it started, in microseconds, to 10 ms. */
  cpuUs() {
    const fields = readFileSync(`/proc/${this.#process.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_US;
  }

  rssMb() {
    const status = readFileSync(`/proc/${this.#process.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  }

  async stop({ signal = 'SIGKILL', keepData = false } = {}) {
    if (!this.#dead) this.#process.kill(signal);
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await this.#exited;
    clearTimeout(timer);
    if (!keepData) rmSync(this.data, { recursive: true, force: true });
  }
}
