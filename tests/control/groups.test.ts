/** Whose word counts on a group: one's own, until a facilitator has decided; by socket and over HTTP, and after a restart. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreatedBoard, Joined } from '../../server/http/ports.ts';
import { type CurrentStep, OPEN_STEP } from '../../shared/access/Step.ts';
import type { Command } from '../../shared/control/commands.ts';
import { command, commandId, postCommand } from '../helpers/commands.ts';
import { eventually } from '../helpers/eventually.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

/** Only those at table 2 may write. */
const STEP: CurrentStep = { id: 'tour', ...OPEN_STEP, add: false, groups: { 'table-2': { add: true } } };

describe('a group', () => {
  let dataDir: string;
  let server: InProcessServer;
  let board: CreatedBoard;
  let lead: { readonly joined: Joined; client: RawClient };
  const clients: RawClient[] = [];

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'pele-mele-groups-'));
    server = await startServer({ dataDir });
    board = await server.createBoard({ title: 'Tables rondes' });
    const joined = await server.join(board.id, { secret: board.secrets.facilitate });
    lead = { joined, client: await enter(joined) };
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    await server.close();
    rmSync(dataDir, { recursive: true });
  });

  const enter = (person: Joined): Promise<RawClient> => {
    const client = new RawClient(server.wsUrl, board.id, person.ticket);
    clients.push(client);
    return client.synced();
  };
  /** Comes by the link to take part: as somebody new, or as who they were. */
  const come = (group?: string, person?: Joined): Promise<Joined> =>
    server.join(board.id, {
      secret: board.secrets.participate,
      ...(group !== undefined && { group }),
      ...(person && { participant: person.participant }),
    });
  const seen = (person: Joined): string | null | undefined => {
    const { client } = lead;
    const people = client.eventsOf('roster').at(-1)?.people ?? client.welcome?.roster.people;
    const entry = people?.find(({ participant }) => participant === person.participant.id);
    return entry && (entry.group ?? null);
  };
  const expectGroup = async (person: Joined, group: string | null): Promise<void> => {
    await eventually(() => expect(seen(person)).toBe(group));
  };
  const WAYS = {
    'by socket': async (wanted: Command) => (await command(lead.client, wanted)).ok,
    'over HTTP': async (wanted: Command) =>
      (await postCommand(server.url, board.id, lead.joined.ticket, { id: commandId(), ...wanted })).status === 200,
  } as const;
  const setGroup = (person: Joined, group: string | null): Command => ({
    type: 'setGroup',
    participant: person.participant.id,
    group,
  });

  it('is chosen by whoever comes, as often as they come, while nobody has decided', async () => {
    const ana = await come('table-1');
    await enter(ana);
    await expectGroup(ana, 'table-1');
    await come('table-3', ana);
    await expectGroup(ana, 'table-3');
    await come(undefined, ana);
    await lead.client.settled();
    await expectGroup(ana, 'table-3');
  });

  it.each(Object.keys(WAYS) as (keyof typeof WAYS)[])(
    'given by a facilitator %s stays, whatever they choose when they come again',
    async (way) => {
      const ana = await come('table-1');
      const client = await enter(ana);
      expect(await WAYS[way](setGroup(ana, 'table-2'))).toBe(true);
      expect(await WAYS[way]({ type: 'setStep', step: STEP })).toBe(true);
      await come('table-1', ana);
      const again = await enter(await come('table-4', ana));
      await lead.client.settled();
      await expectGroup(ana, 'table-2');
      // And it is the one they are judged by, on the line they have and on the new one.
      client.addNote('n1', 'Un banc sous chaque arbre');
      again.addNote('n2', 'Une fontaine');
      await Promise.all([client.allSaved(), again.allSaved()]);
      await eventually(() => expect([...lead.client.board.ids()].sort()).toEqual(['n1', 'n2']));

      for (const one of clients.splice(0)) one.leave();
      await server.close();
      server = await startServer({ dataDir });
      await come('table-1', ana);
      lead.client = await enter(lead.joined);
      await enter(await come('table-1', ana));
      await expectGroup(ana, 'table-2');
      expect(await WAYS[way](setGroup(ana, 'table-3'))).toBe(true);
      await expectGroup(ana, 'table-3');
    },
  );

  it('that a facilitator takes away is not taken back by coming again', async () => {
    const bruno = await come('table-2');
    const client = await enter(bruno);
    expect(await WAYS['by socket'](setGroup(bruno, null))).toBe(true);
    expect(await WAYS['by socket']({ type: 'setStep', step: STEP })).toBe(true);
    await come('table-2', bruno);
    client.addNote('n1', 'Quand même');
    await eventually(() => expect(client.eventsOf('refused')).toMatchObject([{ code: 'role', elements: ['n1'] }]));
    await lead.client.settled();
    expect([seen(bruno), lead.client.board.size]).toEqual([null, 0]);
  });
});
