/** What a command has done is on disk when its answer leaves: killed right after, the server knows it when it starts again, and does nothing twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { command, commandId, postCommand, say } from '../helpers/commands.ts';
import { eventually } from '../helpers/eventually.ts';
import { Random } from '../helpers/random.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';

const KILLS = 8;
const SEED = 1_905;

describe('commands on a server that is killed', () => {
  let server: SpawnedServer;
  let board: CreatedBoard;
  beforeAll(async () => {
    server = await spawnServer();
    board = await server.createBoard({ title: 'Titre 0' });
  });
  afterAll(() => server.dispose());

  it(`are kept once answered or seen, in ${KILLS} kills, and are not done twice when sent again`, async () => {
    const random = new Random(SEED);
    const lea = await server.join(board.id, { secret: board.secrets.facilitate, name: 'Léa' });
    const max = await server.join(board.id, { secret: board.secrets.participate, name: 'Max' });
    let title = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const client = await new RawClient(server.wsUrl, board.id, lea.ticket).synced();
      const witness = await new RawClient(server.wsUrl, board.id, max.ticket).synced();
      const id = commandId();
      const answered = await command(client, { type: 'renameBoard', title: `Titre ${++title}` }, { id });
      await command(client, { type: 'rename', participant: max.participant.id, name: `Max ${kill}` });
      // These leave in one go: some are answered, some only seen, some neither.
      for (let n = 0; n < 15; n++) say(client, { type: 'renameBoard', title: `Titre ${++title}` });
      await eventually(() => expect(witness.eventsOf('control').length).toBeGreaterThan(random.below(15)));
      await server.kill('SIGKILL');
      const seen = [client, witness].map((one) => one.eventsOf('control').at(-1)?.rev ?? 0);
      server = await server.restart();
      const back = await new RawClient(server.wsUrl, board.id, lea.ticket).synced();
      const { rev, title: kept } = back.welcome?.control ?? { rev: 0, title: '' };
      expect(rev).toBeGreaterThanOrEqual(Math.max(...seen));
      expect(kept).toBe(`Titre ${rev - 1}`);
      const again = await postCommand(server.url, board.id, lea.ticket, { id, type: 'renameBoard', title: 'Encore' });
      expect([again.status, again.body]).toEqual([200, answered]);
      expect(await command(back, { type: 'rename', name: 'Léa' })).toMatchObject({ ok: true, rev });
      title = rev - 1;
      back.leave();
    }
  });
});
