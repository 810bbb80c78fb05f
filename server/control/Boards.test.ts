import { describe, expect, it } from 'vitest';
import { InstanceKey } from '../auth/InstanceKey.ts';
import { Sealer } from '../auth/Sealer.ts';
import { Tickets } from '../auth/Tickets.ts';
import type { CreatedBoard } from '../http/ports.ts';
import { MemoryStorage } from '../storage/memory/MemoryStorage.ts';
import { Boards } from './Boards.ts';
import { Links } from './Links.ts';
import { NO_ROOMS, Sessions } from './Sessions.ts';

const HOUR = 60 * 60 * 1000;

function setUp(storage = new MemoryStorage(), key = new InstanceKey()) {
  const clock = { now: 1_790_000_000_000 };
  const now = (): number => clock.now;
  const links = new Links(new Sealer(key.derive('links')), () => 'http://192.168.1.23:4321');
  const sessions = new Sessions({ storage, links, now, rooms: () => NO_ROOMS });
  const boards = new Boards({ storage, tickets: new Tickets(key.derive('tickets'), now), links, sessions, now });
  const create = async (): Promise<CreatedBoard> => {
    const created = await boards.create({ title: 'Marché couvert' });
    if (!created.ok) throw new Error(created.reason);
    return created.value;
  };
  const join = async (board: string, secret: string, more = {}) => {
    const joined = await boards.join(board, { secret, ...more });
    if (!joined.ok) throw new Error(joined.reason);
    return joined.value;
  };
  return { boards, sessions, storage, clock, create, join, key };
}

describe('Boards', () => {
  it('makes a board with three links whose secrets stand in no row', async () => {
    const { storage, create } = setUp();
    const board = await create();
    expect(board.links.participate).toBe(`http://192.168.1.23:4321/b/${board.id}#${board.secrets.participate}`);
    expect(new Set(Object.values(board.secrets)).size).toBe(3);
    const row = JSON.stringify(await storage.findBoard(board.id), (_key, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    for (const secret of Object.values(board.secrets)) expect(row).not.toContain(secret);
  });

  it('writes the content of the template as the first update', async () => {
    const { boards, storage } = setUp();
    const created = await boards.create({ template: 'demarreur-bienveillant', locale: 'en' });
    if (!created.ok) throw new Error(created.reason);
    expect((await storage.loadDoc(created.value.id, 'board')).seq).toBe(1);
    expect(created.value.title).not.toBe('');
    expect((await storage.findBoard(created.value.id))?.control.template).toBe('demarreur-bienveillant@2');
  });

  it('refuses an unknown template and makes nothing', async () => {
    const { boards, storage } = setUp();
    expect(await boards.create({ template: '__proto__' })).toEqual({ ok: false, reason: 'template_unknown' });
    expect(await storage.listBoards()).toEqual([]);
  });

  it.each([
    ['facilitate', 'facilitator'],
    ['participate', 'participant'],
    ['watch', 'viewer'],
  ] as const)('gives the link %s the role of %s', async (link, role) => {
    const { boards, create, join } = setUp();
    const board = await create();
    const joined = await join(board.id, board.secrets[link], { name: 'Amélie', presence: 'remote' });
    expect(joined.role).toBe(role);
    const admission = await boards.authorize(board.id, joined.ticket);
    expect(admission).toMatchObject({
      ok: true,
      value: {
        board: board.id,
        epoch: joined.epoch,
        person: { id: joined.participant.id, name: 'Amélie', role, presence: 'remote', seat: 0 },
      },
    });
  });

  it('gives every newcomer a seat of their own, even when all come at once', async () => {
    const { boards, create, join } = setUp();
    const board = await create();
    await Promise.all(Array.from({ length: 40 }, () => join(board.id, board.secrets.participate)));
    const seats = [...(await boards.people(board.id)).values()].map(({ seat }) => seat);
    expect(seats).toEqual(Array.from({ length: 40 }, (_, index) => index));
  });

  it('knows a returning person by id and key, and raises the role but never lowers it', async () => {
    const { boards, create, join } = setUp();
    const board = await create();
    const first = await join(board.id, board.secrets.participate, { name: 'Amélie' });
    const raised = await join(board.id, board.secrets.facilitate, { participant: first.participant });
    expect(raised).toMatchObject({ participant: first.participant, role: 'facilitator' });
    const again = await join(board.id, board.secrets.watch, { participant: first.participant });
    expect(again).toMatchObject({ participant: first.participant, role: 'facilitator' });
    const people = [...(await boards.people(board.id)).values()];
    expect(people.map(({ role, name }) => [role, name])).toEqual([['facilitator', 'Amélie']]);
  });

  it('gives nobody another person by a wrong key, nor across boards', async () => {
    const { create, join } = setUp();
    const [board, other] = [await create(), await create()];
    const facilitator = await join(board.id, board.secrets.facilitate);
    const { id, key } = facilitator.participant;
    for (const participant of [
      { id, key: 'x' },
      { id: '__proto__', key },
      { id: '', key: '' },
    ]) {
      const joined = await join(board.id, board.secrets.participate, { participant });
      expect(joined.participant.id).not.toBe(id);
      expect(joined.role).toBe('participant');
    }
    const elsewhere = await join(other.id, other.secrets.participate, { participant: facilitator.participant });
    expect(elsewhere.participant.id).not.toBe(id);
    expect(elsewhere.role).toBe('participant');
  });

  it('turns away whoever was removed, by link and by ticket', async () => {
    const { boards, create, join } = setUp();
    const board = await create();
    const joined = await join(board.id, board.secrets.participate);
    const facilitator = await join(board.id, board.secrets.facilitate);
    await boards.command(board.id, facilitator.participant.id, {
      id: 'c1',
      command: { type: 'remove', participant: joined.participant.id },
    });
    expect(await boards.authorize(board.id, joined.ticket)).toEqual({ ok: false, reason: 'removed' });
    expect(await boards.join(board.id, { secret: board.secrets.facilitate, participant: joined.participant })).toEqual({
      ok: false,
      reason: 'removed',
    });
  });

  it('answers a wrong secret, an unknown board and a malformed id alike, and writes nothing', async () => {
    const { boards, storage, create } = setUp();
    const board = await create();
    const wrong = [
      [board.id, 'AAAAAAAAAAAAAAAAAAAAAA'],
      [board.id, ''],
      ['nowhere', board.secrets.facilitate],
      ['__proto__', board.secrets.facilitate],
      ['../../etc', board.secrets.facilitate],
      ['x'.repeat(10_000), board.secrets.facilitate],
      ['\0', board.secrets.facilitate],
      ['bоard', board.secrets.facilitate],
    ] as const;
    for (const [id, secret] of wrong) {
      expect(await boards.join(id, { secret })).toEqual({ ok: false, reason: 'board_not_found' });
    }
    expect((await boards.people(board.id)).size).toBe(0);
    expect(await storage.listBoards()).toHaveLength(1);
  });

  it('slows down whoever guesses, on boards that exist and on others, but never holds up the right secret', async () => {
    const { boards, create, join } = setUp();
    const board = await create();
    for (const id of [board.id, 'nowhere']) {
      const guesses = await Promise.all(Array.from({ length: 80 }, () => boards.join(id, { secret: 'guess' })));
      const reasons = guesses.map((guess) => (guess.ok ? 'in' : guess.reason));
      // A slow machine may have earned a few more while it was guessing.
      expect(reasons.filter((reason) => reason === 'board_not_found').length).toBeGreaterThanOrEqual(60);
      expect(reasons).toContain('too_many_attempts');
    }
    expect((await join(board.id, board.secrets.participate)).role).toBe('participant');
  });

  it('opens a ticket on its own board and epoch only, for twelve hours', async () => {
    const { boards, storage, clock, create, join } = setUp();
    const [board, other] = [await create(), await create()];
    const { ticket } = await join(board.id, board.secrets.facilitate);
    const reason = async (id: string, token: string) => {
      const admission = await boards.authorize(id, token);
      return admission.ok ? 'in' : admission.reason;
    };
    expect(await reason(board.id, ticket)).toBe('in');
    expect(await reason(other.id, ticket)).toBe('other_board');
    expect(await reason('nowhere', ticket)).toBe('board_not_found');
    expect(await reason('../x', ticket)).toBe('board_not_found');
    expect(await reason('nowhere', 'x')).toBe('ticket_invalid');
    clock.now += 12 * HOUR + 1000;
    expect(await reason(board.id, ticket)).toBe('ticket_invalid');
    clock.now -= HOUR;
    const restored = storage.disk.boards.get(board.id);
    if (!restored) throw new Error('no board');
    storage.disk.boards.set(board.id, { ...restored, epoch: 'restored' });
    expect(await reason(board.id, ticket)).toBe('other_epoch');
  });

  it('shows the links again after a restart, and none that another key sealed', async () => {
    const { storage, create, key } = setUp();
    const board = await create();
    const { participate, watch } = board.links;
    expect(await setUp(storage, key).boards.links(board.id)).toEqual({ participate, watch });
    expect(await setUp(storage).boards.links(board.id)).toEqual({ participate: null, watch: null });
    expect(await setUp(storage).boards.links('nowhere')).toBeNull();
  });

  it('renews one link: the old one opens nothing, the others stay', async () => {
    const { boards, create, join } = setUp();
    const board = await create();
    const link = await boards.renewLink(board.id, 'participate');
    expect(await boards.join(board.id, { secret: board.secrets.participate })).toMatchObject({ ok: false });
    expect((await join(board.id, link?.split('#')[1] ?? '')).role).toBe('participant');
    expect((await join(board.id, board.secrets.facilitate)).role).toBe('facilitator');
    expect(await boards.links(board.id)).toEqual({ participate: link, watch: board.links.watch });
    expect(await boards.renewLink('nowhere', 'watch')).toBeNull();
  });

  it('lets the disk’s troubles through instead of making a board that is not there', async () => {
    const { boards, storage } = setUp();
    storage.failNext(1);
    await expect(boards.create({})).rejects.toMatchObject({ code: 'unavailable' });
    expect(await storage.listBoards()).toEqual([]);
  });
});
