/** The server as a process: how it starts, why it does not, how it ends, and what is there when it comes back. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../helpers/eventually.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';

const root = join(import.meta.dirname, '../..');

let folder: string;
const running: SpawnedServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pele-mele-process-'));
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const start = async (): Promise<SpawnedServer> => {
  const server = await spawnServer({ dataDir: folder });
  running.push(server);
  return server;
};

/** Runs a program of the product to its end. */
async function run(args: string[], env: Record<string, string> = {}): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, PORT: '0', PELEMELE_DATA: folder, ...env },
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

describe('the server process', () => {
  it('prints its address and keeps its files to itself', async () => {
    const server = await start();
    expect(server.output()).toContain(`Pêle-mêle est prêt · is ready:  http://localhost:${new URL(server.url).port}`);
    expect(server.output()).toContain('HOST=0.0.0.0 npm start');
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['instance.key', 'lock.db', 'pele-mele.db']));
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  });

  it('knows boards, tickets and links again after it was killed', async () => {
    const first = await start();
    const board = await first.createBoard({ title: 'Marché couvert' });
    const { ticket, participant } = await first.join(board.id, { secret: board.secrets.facilitate, name: 'Amélie' });
    const second = await first.restart();
    running.push(second);
    expect(second.url).toBe(first.url);
    const authorization = `Bearer ${ticket}`;
    const read = await fetch(`${second.url}/api/boards/${board.id}`, { headers: { authorization } });
    expect(await read.json()).toMatchObject({ title: 'Marché couvert', participant: { name: 'Amélie' } });
    const links = await fetch(`${second.url}/api/boards/${board.id}/links`, { headers: { authorization } });
    expect(await links.json()).toMatchObject({ links: { watch: board.links.watch } });
    const again = await second.join(board.id, { secret: board.secrets.watch, participant });
    expect(again).toMatchObject({ participant, role: 'facilitator' });
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends well on %s, its files folded into one', async (signal) => {
    const server = await start();
    await server.createBoard();
    expect(await server.kill(signal)).toBe(0);
    expect(server.output()).toContain('"msg":"closed"');
    expect(readdirSync(folder).sort()).toEqual(['instance.key', 'lock.db', 'pele-mele.db']);
  });

  it('lets no second server onto the same data, and the first one goes on', async () => {
    const server = await start();
    const { code, output } = await run(['server/main.ts']);
    expect(code).toBe(2);
    expect(output).toContain('Un autre Pêle-mêle utilise déjà le dossier');
    expect(output).toContain('Another Pêle-mêle is already using the folder');
    expect(output).not.toContain('    at ');
    expect((await server.createBoard()).id).toMatch(/^[\w-]{16}$/);
  });

  it('refuses damaged data and leaves it as it is', async () => {
    const file = join(folder, 'pele-mele.db');
    writeFileSync(file, 'Notes de réunion. '.repeat(20));
    const before = readFileSync(file);
    const { code, output } = await run(['server/main.ts']);
    expect(code).toBe(2);
    expect(output).toContain('est endommagé');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it.each<[string, Record<string, string>, string]>([
    ['a data folder it cannot make', { PELEMELE_DATA: '/dev/null/pele-mele' }, 'PELEMELE_DATA'],
    ['a data folder where the system makes none', { PELEMELE_DATA: '/proc/pele/mele' }, 'PELEMELE_DATA'],
    ['an address that is none', { HOST: 'mairie.invalid' }, 'Vérifiez HOST et PORT'],
    ['a setting of a later version', { PELEMELE_REDIS_URL: 'redis://127.0.0.1' }, 'PELEMELE_REDIS_URL'],
    ['a port that is none', { PORT: 'quatre mille' }, 'PORT : attendu'],
  ])('refuses %s in plain words', async (_name, env, words) => {
    const { code, output } = await run(['server/main.ts'], env);
    expect(code).toBe(2);
    expect(output).toContain(words);
    expect(output).not.toContain('    at ');
  });

  it('says so when the port is taken', async () => {
    const taken = createTcpServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { code, output } = await run(['server/main.ts'], { PORT: String(port) });
    taken.close();
    expect(code).toBe(2);
    expect(output).toContain(`Le port ${port} est déjà pris`);
  });
});

describe('npm start', () => {
  it('runs the server in the foreground, passes SIGTERM on and ends as it ends', async () => {
    const child = spawn(process.execPath, ['server/start.mjs'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', PELEMELE_DATA: folder, NODE_ENV: 'production' },
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    const url = await eventually(
      () => {
        const port = /http:\/\/localhost:(\d+)/.exec(output)?.[1];
        if (!port) throw new Error(output);
        return `http://127.0.0.1:${port}`;
      },
      { timeoutMs: 50_000 },
    );
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toContain('text/html');
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    expect(readdirSync(folder).sort()).toEqual(['instance.key', 'lock.db', 'pele-mele.db']);
  });
});

describe('npm start', () => {
  it('leaves no server behind when npm alone is told to end', async () => {
    const child = spawn('npm', ['start'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', PELEMELE_DATA: folder },
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    const port = await eventually(
      () => {
        const found = /http:\/\/localhost:(\d+)/.exec(output)?.[1];
        if (!found) throw new Error(output);
        return found;
      },
      { timeoutMs: 50_000 },
    );
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    await eventually(() => expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow(), { timeoutMs: 30_000 });
    await eventually(() => expect(readdirSync(folder).sort()).toEqual(['instance.key', 'lock.db', 'pele-mele.db']));
  });
});

describe('the command line', () => {
  const cli = (...args: string[]) => run(['server/cli.ts', ...args]);

  it('lists boards, shows and renews links, and writes a picture, once the server is stopped', async () => {
    const server = await start();
    const board = await server.createBoard({ title: 'Marché couvert', template: 'demarreur-bienveillant' });

    const locked = await cli('board', 'list');
    expect(locked.code).toBe(2);
    expect(locked.output).toContain('Arrêtez-le d’abord');
    await server.kill('SIGTERM');

    const list = await cli('board', 'list');
    expect(list.code).toBe(0);
    expect(list.output).toContain(`${board.id}  `);
    expect(list.output).toContain('Marché couvert');
    const links = await cli('board', 'links', '--board', board.id);
    expect(links.output).toContain(`#${board.secrets.participate}`);
    expect(links.output).toContain(`#${board.secrets.watch}`);
    expect(links.output).not.toContain(board.secrets.facilitate);
    expect(links.output).toContain('--renew facilitate');
    const renewed = await cli('board', 'links', '--board', board.id, '--renew', 'facilitate');
    const secret = /#([\w-]{22})/.exec(renewed.output)?.[1] ?? '';
    const out = join(folder, 'mur.png');
    const written = await cli('export', '--board', board.id, '--format', 'png', '--out', out, '--scale', '0.5');
    expect([written.code, readFileSync(out).toString('latin1', 1, 4)]).toEqual([0, 'PNG']);

    const again = await start();
    expect((await again.join(board.id, { secret })).role).toBe('facilitator');
    await expect(again.join(board.id, { secret: board.secrets.facilitate })).rejects.toThrow('404');
  });

  it('makes nothing where there is nothing', async () => {
    const { code, output } = await cli('board', 'list', '--data', join(folder, 'nulle-part'));
    expect(code).toBe(2);
    expect(output).toContain('nulle-part');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('explains itself', async () => {
    expect(await cli()).toMatchObject({ code: 0, output: expect.stringContaining('npm run board') });
    expect(await cli('board', 'links', '--board', 'x')).toMatchObject({ code: 2 });
  });

  it.each([
    ['links', '--board'],
    ['links', '--bord', 'x'],
    ['liens', '--board', 'x'],
  ])('shows how it is called after %s %s, and says by its code that nothing was done', async (...args) => {
    const { code, output } = await cli('board', ...args);
    expect(code).toBe(2);
    expect(output).toContain('npm run board -- links --board ID');
    expect(output).not.toContain('    at ');
  });
});
