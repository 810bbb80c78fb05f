/**
 * The rooms of a server over real sockets, without the HTTP side and with a storage in memory that can be told to fail: for what a whole
 * server would hide. A ticket here is `<participant>.<role>`.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Allowance } from '../../server/auth/AttemptLimiter.ts';
import { Sealer } from '../../server/auth/Sealer.ts';
import { Links } from '../../server/control/Links.ts';
import { Sessions } from '../../server/control/Sessions.ts';
import type { Admission, Person } from '../../server/http/ports.ts';
import { createLogger } from '../../server/observability/logger.ts';
import { MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import type { ParticipantRow } from '../../server/storage/Storage.ts';
import { Rooms, type RoomsOptions } from '../../server/sync/Rooms.ts';
import { acceptSockets } from '../../server/sync/upgrade.ts';
import type { Role } from '../../shared/access/can.ts';
import type { Control } from '../../shared/control/Control.ts';
import { RawClient, type RawClientOptions } from './rawClient.ts';

export const BOARD = 'board-1';

const CONTROL: Control = {
  rev: 1,
  title: 'Sans titre',
  template: 'blank@1',
  locale: 'fr',
  timeZone: 'Europe/Paris',
  fields: {},
};

export const personOf = (id: string, role: Role): Person => ({
  id,
  name: id,
  role,
  group: null,
  presence: 'room',
  seat: 0,
});

/** A person's row with something changed. */
const rowOf = (id: string, change: Partial<ParticipantRow>): ParticipantRow => ({
  ...personOf(id, 'participant'),
  board: BOARD,
  keyHash: new Uint8Array(32),
  isGroupGiven: false,
  removed: false,
  createdAt: 0,
  ...change,
});

export interface RoomServer {
  readonly storage: MemoryStorage;
  readonly rooms: Rooms;
  readonly log: string[];
  /** Connects a person; a silent one is not waited for. */
  arrive(id: string, options?: RawClientOptions & { readonly role?: Role }): Promise<RawClient>;
  /** Changes somebody's row as a command does, whoever asks; resolves once it is on disk. */
  changePerson(id: string, change: Partial<ParticipantRow>): Promise<void>;
  close(): Promise<void>;
}

export async function startRooms({
  allowance,
  ...options
}: Partial<RoomsOptions> & {
  readonly storage?: MemoryStorage;
  /** Of commands, a participant. */
  readonly allowance?: Allowance;
} = {}): Promise<RoomServer> {
  const storage = options.storage ?? new MemoryStorage();
  const link = { hash: new Uint8Array(32), sealed: null };
  const links = { facilitator: link, participant: link, viewer: link };
  if (!(await storage.findBoard(BOARD))) {
    const board = { id: BOARD, createdAt: 0, epoch: 'e1', control: CONTROL, links };
    await storage.commit([{ type: 'createBoard', board }]);
  }
  const lines: string[] = [];
  const log = createLogger('debug', { write: (line) => void lines.push(line) });
  const sessions: Sessions = new Sessions({
    storage,
    links: new Links(new Sealer(new Uint8Array(32)), () => ''),
    now: Date.now,
    rooms: () => rooms,
    ...(allowance && { allowance }),
  });
  const rooms: Rooms = new Rooms({ log, takeSession: (board) => sessions.take(board), ...options, storage });
  const server = createServer();
  const boards = {
    async authorize(board: string, ticket: string) {
      const [id, role] = ticket.split('.');
      const person = personOf(id as string, role as Role);
      const admission: Admission = { board, epoch: 'e1', createdAt: 0, control: CONTROL, person };
      return { ok: true, value: admission } as const;
    },
  };
  acceptSockets(server, { boards, rooms, log, publicUrl: null, trustProxyHops: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const clients: RawClient[] = [];
  return {
    storage,
    rooms,
    log: lines,
    async arrive(id, { role = 'participant', ...clientOptions } = {}) {
      const client = new RawClient(`ws://127.0.0.1:${port}`, BOARD, `${id}.${role}`, clientOptions);
      clients.push(client);
      return clientOptions.isSilent ? client : client.synced();
    },
    async changePerson(id, change) {
      await sessions.change(BOARD, (session) => session.setPerson(rowOf(id, change)));
    },
    async close() {
      for (const client of clients) client.leave();
      storage.failNext(0);
      await rooms.drain();
      server.close();
    },
  };
}
