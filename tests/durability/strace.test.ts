/**
 * `kill -9` says nothing of the power going out: the kernel keeps what was written. The system calls say it: before the socket write that
 * shows a note to another, and before the one that acknowledges it, the log was written and synced.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../helpers/eventually.ts';
import { connect } from '../helpers/rawClient.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';

const hasStrace = spawnSync('strace', ['-V']).status === 0;
const ROUNDS = 25;

describe.skipIf(!hasStrace)('the system calls of a save (skipped where strace is not installed)', () => {
  let folder: string;
  let server: SpawnedServer;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pele-mele-strace-'));
    const calls = 'trace=pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg';
    server = await spawnServer({
      wrapper: ['strace', '-f', '-y', '-s', '9000', '-e', calls, '-o', join(folder, 'trace')],
    });
  }, 120_000);
  afterEach(async () => {
    // strace goes when what it watches goes.
    const children = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').trim();
    for (const pid of children.split(' ').filter((pid) => pid !== '')) process.kill(Number(pid), 'SIGTERM');
    await eventually(() => expect(spawnSync('kill', ['-0', String(server.pid)]).status).not.toBe(0)).catch(
      () => undefined,
    );
    await server.dispose();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('are: write the log, sync it, then show and acknowledge', async () => {
    const board = await server.createBoard();
    const ana = await (await connect(server, board.id, board.secrets.participate)).synced();
    const bruno = await (await connect(server, board.id, board.secrets.participate)).synced();
    for (let i = 0; i < ROUNDS; i++) {
      ana.addNote(`n${i}`, `canari-${i}-fin`);
      await ana.allSaved();
      await eventually(() => expect(bruno.board.get(`n${i}`)).toBeDefined());
    }
    const lines = readFileSync(join(folder, 'trace'), 'utf8').split('\n');
    const isToSocket = (line: string): boolean => /\b(write|writev|sendto|sendmsg)\(\d+<(socket|TCP)/.test(line);
    const firstAfter = (from: number, test: (line: string) => boolean): number =>
      lines.findIndex((line, i) => i > from && test(line));
    for (let i = 0; i < ROUNDS; i++) {
      const mark = `canari-${i}-fin`;
      const logged = firstAfter(-1, (line) => /pwrite64\(\d+<[^>]*-wal>/.test(line) && line.includes(mark));
      const synced = firstAfter(logged, (line) => /\b(fsync|fdatasync)\(\d+<[^>]*-wal>/.test(line));
      const isDone = /\) += 0$/.test(lines[synced] ?? '');
      const finished = isDone ? synced : firstAfter(synced, (line) => /<\.\.\. (fsync|fdatasync) resumed>/.test(line));
      const shown = firstAfter(-1, (line) => isToSocket(line) && line.includes(mark));
      // A WebSocket frame of two bytes: message 104, and how many are saved (the first was the answer to our step 1).
      const count = `\\202\\2h`;
      const acknowledged = firstAfter(logged, (line) => isToSocket(line) && line.includes(count));
      expect({ i, isLogged: logged >= 0, isSynced: finished >= logged }).toEqual({ i, isLogged: true, isSynced: true });
      expect(shown).toBeGreaterThan(finished);
      expect(acknowledged).toBeGreaterThan(finished);
    }
    ana.leave();
    bruno.leave();
  }, 120_000);
});
