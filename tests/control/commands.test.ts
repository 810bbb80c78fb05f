/** Every command × every role, by raw socket and over HTTP: only what the access table allows has an effect, and it is told alike. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedBoard, Joined } from '../../server/http/ports.ts';
import { ROLES, type Role } from '../../shared/access/can.ts';
import { OPEN_STEP } from '../../shared/access/Step.ts';
import { COMMAND_TYPES, type Command, type CommandType } from '../../shared/control/commands.ts';
import { encodeJson, MESSAGE } from '../../shared/protocol/frames.ts';
import { command, commandId, postCommand, say } from '../helpers/commands.ts';
import { eventually } from '../helpers/eventually.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const LINK_OF = { facilitator: 'facilitate', participant: 'participate', viewer: 'watch' } as const;

/** Who may say what about whom. Written by hand: the oracle. */
const ALLOWED: Readonly<Record<CommandType | 'rename oneself', readonly Role[]>> = {
  renameBoard: ['facilitator'],
  setFields: ['facilitator'],
  rename: ['facilitator'],
  'rename oneself': ['facilitator', 'participant'],
  promote: ['facilitator'],
  demote: ['facilitator'],
  remove: ['facilitator'],
  renewLink: ['facilitator'],
  setGroup: ['facilitator'],
  restoreDeleted: ['facilitator'],
  allowDeletion: ['facilitator'],
  setStep: ['facilitator'],
  reveal: ['facilitator'],
};

describe('a command', () => {
  let server: InProcessServer;
  let board: CreatedBoard;
  const clients: RawClient[] = [];

  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(async () => {
    for (const client of clients) client.leave();
    await server.close();
  });

  const join = (role: Role): Promise<Joined> => server.join(board.id, { secret: board.secrets[LINK_OF[role]] });
  const connect = (joined: Joined): Promise<RawClient> => {
    const client = new RawClient(server.wsUrl, board.id, joined.ticket);
    clients.push(client);
    return client.synced();
  };
  /** Everything a command could change, as it stands on the disk. */
  const stateFor = async (ticket: string): Promise<unknown> => {
    const read = async (path: string): Promise<unknown> =>
      (
        await fetch(`${server.url}/api/boards/${board.id}${path}`, { headers: { authorization: `Bearer ${ticket}` } })
      ).json();
    return Promise.all([read(''), read('/links')]);
  };
  const commands = (target: string): readonly [string, Command][] => [
    ['renameBoard', { type: 'renameBoard', title: 'Accueillir au guichet' }],
    ['setFields', { type: 'setFields', fields: { question: 'Pour qui ?', place: 'Salle des mariages' } }],
    ['rename', { type: 'rename', participant: target, name: 'Dr. Malice' }],
    ['rename oneself', { type: 'rename', name: 'Amélie' }],
    ['setStep', { type: 'setStep', step: { id: 'ecrire', ...OPEN_STEP } }],
    ['reveal', { type: 'reveal' }],
    ['setGroup', { type: 'setGroup', participant: target, group: 'table-1' }],
    ['restoreDeleted', { type: 'restoreDeleted', participant: target }],
    ['allowDeletion', { type: 'allowDeletion', participant: target }],
    ['renewLink', { type: 'renewLink', link: 'watch' }],
    ['promote', { type: 'promote', participant: target }],
    ['demote', { type: 'demote', participant: target }],
    ['remove', { type: 'remove', participant: target }],
  ];

  it('is tried in all its kinds', () => {
    expect([...new Set(commands('x').map(([, { type }]) => type))].sort()).toEqual([...COMMAND_TYPES].sort());
  });

  describe.each(ROLES)('of a %s', (role) => {
    it.each(['socket', 'http'] as const)('by %s has the effect the table allows, and no other', async (way) => {
      board = await server.createBoard({ title: 'Marché couvert' });
      const judge = await join('facilitator');
      const witness = await connect(judge);
      const target = await join('participant');
      const author = await join(role);
      const client = await connect(author);
      for (const [name, wanted] of commands(target.participant.id)) {
        const before = await stateFor(judge.ticket);
        const row = witness.welcome && (await stateFor(target.ticket));
        const id = commandId();
        const isDone =
          way === 'socket'
            ? (await command(client, wanted, { id })).ok
            : (await postCommand(server.url, board.id, author.ticket, { id, ...wanted })).status === 200;
        expect([name, isDone]).toEqual([name, ALLOWED[name as CommandType].includes(role)]);
        if (!isDone) {
          const refused =
            way === 'socket'
              ? client.results.find((one) => one.id === id)
              : (await postCommand(server.url, board.id, author.ticket, { id, ...wanted })).body.error;
          expect(refused).toMatchObject({ code: 'forbidden' });
          expect(await stateFor(judge.ticket)).toEqual(before);
          expect(await stateFor(target.ticket)).toEqual(row);
        }
      }
      if (role === 'facilitator') {
        await eventually(() => {
          const control = witness
            .eventsOf('control')
            .map(({ rev, control: { title, fields } }) => [rev, title, fields]);
          const fields = { question: 'Pour qui ?', place: 'Salle des mariages' };
          expect(control).toEqual([
            [2, 'Accueillir au guichet', {}],
            [3, 'Accueillir au guichet', fields],
            [4, 'Accueillir au guichet', fields],
            [5, 'Accueillir au guichet', fields],
          ]);
        });
        const gone = await postCommand(server.url, board.id, target.ticket, { id: 'x', type: 'rename', name: 'Moi' });
        expect([gone.status, gone.body]).toMatchObject([403, { error: { code: 'removed' } }]);
      } else expect(witness.eventsOf('control')).toEqual([]);
    });
  });

  it('without sense is answered where it has an id, and closes the connection where it has none', async () => {
    board = await server.createBoard();
    const client = await connect(await join('facilitator'));
    const id = commandId();
    client.send(encodeJson(MESSAGE.command, { id, type: 'renameBoard', title: '   ' }));
    await eventually(() => expect(client.results).toEqual([{ id, ok: false, code: 'malformed', message: 'title' }]));
    client.send(encodeJson(MESSAGE.command, { type: 'renameBoard', title: 'x' }));
    expect(await client.closed()).toBe(4400);
  });

  it('of another board, of nobody or with a bad body is refused over HTTP in the asker’s language', async () => {
    board = await server.createBoard();
    const { ticket } = await join('facilitator');
    const participant = await join('participant');
    const other = await server.createBoard();
    const good = { id: 'c1', type: 'renameBoard', title: 'Ailleurs' };
    expect((await postCommand(server.url, other.id, ticket, good)).status).toBe(404);
    expect((await postCommand(server.url, board.id, 'nothing', good)).status).toBe(401);
    for (const body of [{}, { ...good, title: '' }, { ...good, type: 'explode' }, { ...good, id: '../' }, []]) {
      const refused = await postCommand(server.url, board.id, ticket, body);
      expect([refused.status, refused.body]).toMatchObject([400, { error: { code: 'bad_request' } }]);
    }
    const said = [];
    for (const locale of ['fr', 'en']) {
      const { body } = await postCommand(server.url, board.id, participant.ticket, good, locale);
      said.push((body.error as { message: string }).message);
    }
    expect(said).toEqual(['Vous n’avez pas le droit de faire cela sur ce mur.', 'You may not do this on this board.']);
  });

  it('that comes too late is refused with the state as it is, by both ways', async () => {
    board = await server.createBoard({ title: 'Un' });
    const joined = await join('facilitator');
    const client = await connect(joined);
    expect(await command(client, { type: 'renameBoard', title: 'Deux' }, { ifRev: 1 })).toMatchObject({
      ok: true,
      rev: 2,
    });
    const late = await command(client, { type: 'renameBoard', title: 'Trois' }, { ifRev: 1 });
    expect(late).toMatchObject({ ok: false, code: 'rev_conflict', control: { rev: 2, title: 'Deux' } });
    const posted = await postCommand(server.url, board.id, joined.ticket, {
      id: commandId(),
      type: 'renameBoard',
      title: 'Quatre',
      ifRev: 1,
    });
    expect([posted.status, posted.body]).toMatchObject([
      409,
      { error: { code: 'rev_conflict', control: { rev: 2, title: 'Deux' } } },
    ]);
    // Who may not do it at all hears that, and not how far the others are.
    const other = await connect(await join('participant'));
    const refused = await command(other, { type: 'renameBoard', title: 'Cinq' }, { ifRev: 1 });
    expect(refused).toMatchObject({ ok: false, code: 'forbidden' });
  });

  it('that changes nothing is done, and is no new state', async () => {
    board = await server.createBoard({ title: 'Un' });
    const client = await connect(await join('facilitator'));
    expect(await command(client, { type: 'renameBoard', title: 'Un' })).toMatchObject({ ok: true, rev: 1 });
    expect(client.eventsOf('control')).toEqual([]);
  });

  it('sent again is answered as the first time and done once, on whichever way it comes', async () => {
    board = await server.createBoard({ title: 'Un' });
    const joined = await join('facilitator');
    const client = await connect(joined);
    const id = commandId();
    const first = await command(client, { type: 'renewLink', link: 'participate' }, { id });
    expect(first).toMatchObject({ ok: true, rev: 2, link: expect.stringContaining(`/b/${board.id}#`) });
    for (let n = 0; n < 3; n++) say(client, { type: 'renewLink', link: 'participate' }, { id });
    await eventually(() => expect(client.results.filter((one) => one.id === id)).toHaveLength(4));
    const posted = await postCommand(server.url, board.id, joined.ticket, {
      id,
      type: 'renewLink',
      link: 'participate',
    });
    expect(new Set([...client.results, posted.body].map((one) => JSON.stringify(one))).size).toBe(1);
    expect(client.eventsOf('control')).toHaveLength(1);
    // The same id from somebody else is another command.
    const other = await connect(await join('facilitator'));
    expect(await command(other, { type: 'renameBoard', title: 'Deux' }, { id })).toMatchObject({ ok: true, rev: 3 });
  });

  it('too many in a row are refused, and those of others are not', async () => {
    board = await server.createBoard();
    const joined = await join('facilitator');
    const client = await connect(joined);
    const other = await connect(await join('facilitator'));
    for (let n = 0; n < 200; n++) say(client, { type: 'renameBoard', title: `Titre ${n}` });
    await eventually(() => expect(client.results).toHaveLength(200));
    expect(client.results.filter((one) => one.ok).length).toBeGreaterThanOrEqual(60);
    expect(client.results.filter((one) => !one.ok && one.code === 'too_many_requests').length).toBeGreaterThan(60);
    // One or the other may find that its turn has come again meanwhile; not a hundred.
    const posted = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        postCommand(server.url, board.id, joined.ticket, { id: `late-${n}`, type: 'rename', name: 'A' }),
      ),
    );
    const refused = posted.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await command(other, { type: 'renameBoard', title: 'Le mien' })).toMatchObject({ ok: true });
  });
});
