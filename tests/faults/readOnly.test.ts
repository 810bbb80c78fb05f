/**
 * A disk that turns read-only, or fails, while people write: every write of the process is refused by the kernel's own answer, put there
 * by strace. Nothing is acknowledged, what is on the disk is still shown, and all goes on when writing is possible again.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { command } from '../helpers/commands.ts';
import { eventually } from '../helpers/eventually.ts';
import { connect, contentOf, RawClient } from '../helpers/rawClient.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';

/** In `npm test` read-only speaks for all of them. */
const ERRORS = Number(process.env.PELEMELE_FAULT_MINUTES ?? 0) > 0 ? ['EROFS', 'EIO', 'EDQUOT'] : ['EROFS'];
const PATIENCE = { timeoutMs: 90_000, everyMs: 50 };

/** Whether a running process may be traced here: strace is installed, and the machine allows it. */
function canTrace(): boolean {
  const sleeper = spawn('sleep', ['30']);
  try {
    const { stderr } = spawnSync('timeout', ['-s', 'INT', '2', 'strace', '-p', String(sleeper.pid)], {
      encoding: 'utf8',
    });
    return stderr?.includes('attached') ?? false;
  } finally {
    sleeper.kill('SIGKILL');
  }
}

/** From when this resolves, every write to a file at a position, and every sync, fails with `error`; answers its end. */
async function refuseWrites(pid: number, error: string): Promise<() => Promise<void>> {
  const calls = 'pwrite64,pwritev,fsync,fdatasync,ftruncate';
  const tracer: ChildProcess = spawn(
    'strace',
    ['-f', '-qq', '-o', '/dev/null', '-p', String(pid), '-e', `trace=${calls}`, '-e', `inject=${calls}:error=${error}`],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await eventually(() => {
    const traced = spawnSync('sh', ['-c', `grep -h TracerPid /proc/${pid}/task/*/status`], { encoding: 'utf8' }).stdout;
    expect(
      traced
        .trim()
        .split('\n')
        .every((line) => !line.endsWith('\t0')),
    ).toBe(true);
  }, PATIENCE);
  return async () => {
    const gone = once(tracer, 'exit');
    tracer.kill('SIGINT');
    await gone;
  };
}

describe.skipIf(!canTrace())('a disk that stops taking writes (skipped where nothing may be traced)', () => {
  let server: SpawnedServer;
  let board: CreatedBoard;
  beforeEach(async () => {
    server = await spawnServer();
    board = await server.createBoard({ title: 'Halle' });
  }, 120_000);
  afterEach(() => server.dispose());

  it.each(ERRORS)(
    'with %s acknowledges nothing, still shows what it has, and goes on afterwards',
    async (error) => {
      const facilitator = await (await connect(server, board.id, board.secrets.facilitate)).synced();
      const ana = await (await connect(server, board.id, board.secrets.participate)).synced();
      const { ticket } = await server.join(board.id, { secret: board.secrets.participate });
      ana.addNote('before', 'Quand le disque écrivait');
      await eventually(() => expect(ana.saved).toBe(ana.sent), PATIENCE);
      const allowWrites = await refuseWrites(server.pid, error);
      const { saved } = ana;
      ana.addNote('during', 'Pendant la panne');
      await eventually(() => expect(ana.eventsOf('storage').at(-1)?.paused).toBe(true), PATIENCE);
      expect(ana.saved).toBe(saved);
      expect(facilitator.board.get('during')).toBeUndefined();
      expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
      const late = new RawClient(server.wsUrl, board.id, ticket);
      await eventually(() => expect(late.isSynced).toBe(true), PATIENCE);
      expect([...late.board.ids()]).toEqual(['before']);
      const picture = { headers: { authorization: `Bearer ${ticket}` } };
      expect((await fetch(`${server.url}/api/boards/${board.id}/export/png`, picture)).status).toBe(200);
      await allowWrites();
      await eventually(() => expect(ana.saved).toBe(ana.sent), PATIENCE);
      await eventually(() => expect(contentOf(late.doc)).toEqual(contentOf(ana.doc)), PATIENCE);
      expect(await command(facilitator, { type: 'renameBoard', title: 'Halle rouverte' })).toMatchObject({ ok: true });
      await server.kill('SIGKILL');
      server = await server.restart();
      const stranger = await (await connect(server, board.id, board.secrets.participate)).synced();
      expect(Object.keys(contentOf(stranger.doc))).toEqual(['before', 'during']);
      expect(stranger.welcome?.control.title).toBe('Halle rouverte');
    },
    240_000,
  );
});
