/**
 * A reveal is one thing: the notes on the board, the state of the session that says so, and the private documents without them are on disk
 * together or not at all, wherever in it the server is killed. Asked for again under the same id, it is done once.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedBoard, Joined } from '../../server/http/ports.ts';
import { type CurrentStep, OPEN_STEP } from '../../shared/access/Step.ts';
import { command, commandId, say } from '../helpers/commands.ts';
import { eventually } from '../helpers/eventually.ts';
import { Random } from '../helpers/random.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';

const MINUTES = Number(process.env.PELEMELE_FAULT_MINUTES ?? 0);
const KILLS = Math.max(8, 4 * MINUTES);
const PEOPLE = 12;
const SEED = 1_848;
const KILL_WITHIN_MS = 40;

describe('a reveal on a server that is killed', () => {
  let server: SpawnedServer;
  let board: CreatedBoard;
  let lead: Joined;
  let people: Joined[];

  beforeAll(async () => {
    server = await spawnServer();
    board = await server.createBoard();
    lead = await server.join(board.id, { secret: board.secrets.facilitate });
    people = await Promise.all(
      Array.from({ length: PEOPLE }, () => server.join(board.id, { secret: board.secrets.participate })),
    );
  });
  afterAll(() => server.dispose());

  const enter = ({ ticket }: Joined): Promise<RawClient> => new RawClient(server.wsUrl, board.id, ticket).synced();
  const textOf = (round: number, person: number): string => `Note ${round} de la personne ${person}, d’un trait`;
  /** The texts of a round, as they stand on the board. */
  const onBoard = ({ board: wall }: RawClient, round: number): string[] =>
    [...wall.elements()].map(({ text }) => text).filter((text) => text.startsWith(`Note ${round} `));
  /** And those that are still private. */
  const stillPrivate = async (round: number): Promise<string[]> => {
    const texts: string[] = [];
    for (const person of people) {
      const client = await enter(person);
      await client.openPrivate();
      for (const { text, draft } of Object.values(client.privately())) {
        expect(draft).toBeUndefined();
        if (String(text).startsWith(`Note ${round} `)) texts.push(String(text));
      }
      client.leave();
    }
    return texts;
  };

  it(
    `is done whole or not at all, in ${KILLS} kills, and once however often it is asked for`,
    async () => {
      const random = new Random(SEED);
      let whole = 0;
      for (let round = 0; round < KILLS; round++) {
        const step: CurrentStep = {
          id: `tour-${round}`,
          ...OPEN_STEP,
          private: { until: 'facilitator' },
          attribution: round % 2 ? 'anonymous' : 'named',
        };
        const facilitator = await enter(lead);
        expect(await command(facilitator, { type: 'setStep', step })).toMatchObject({ ok: true });
        for (const [i, person] of people.entries()) {
          const client = await enter(person);
          await client.openPrivate();
          client.addPrivateNote(`r${round}-${i}`, textOf(round, i));
          await client.allSaved();
          // Some are there when it happens, some are not.
          if (i % 2) client.leave();
        }
        const id = commandId();
        say(facilitator, { type: 'reveal' }, { id });
        await new Promise((resolve) => setTimeout(resolve, random.below(KILL_WITHIN_MS)));
        await server.kill('SIGKILL');
        const seen = onBoard(facilitator, round);
        const isAnswered = facilitator.results.some((one) => one.id === id && one.ok);
        server = await server.restart();

        const back = await enter(lead);
        const revealed = onBoard(back, round);
        const kept = await stillPrivate(round);
        const all = people.map((_, i) => textOf(round, i)).sort();
        expect([round, ...revealed, ...kept].sort()).toEqual([round, ...all].sort());
        expect([0, PEOPLE]).toContain(revealed.length);
        if (isAnswered || seen.length > 0) expect(revealed).toHaveLength(PEOPLE);
        if (revealed.length > 0) whole++;
        for (let n = 0; n < 2; n++) expect(await command(back, { type: 'reveal' }, { id })).toMatchObject({ ok: true });
        await eventually(() => expect(onBoard(back, round).sort()).toEqual(all));
        expect(await stillPrivate(round)).toEqual([]);
        back.leave();
      }
      const files = readdirSync(server.dataDir).filter((name) => name.includes('.db'));
      const raw = files.map((name) => readFileSync(join(server.dataDir, name), 'latin1')).join('');
      for (let round = 1; round < KILLS; round += 2) expect(raw).not.toContain(`r${round}-1`);
      process.stdout.write(`    ${KILLS} kills: ${whole} reveals were whole before the end, the others not begun\n`);
    },
    600_000 + MINUTES * 120_000,
  );
});
