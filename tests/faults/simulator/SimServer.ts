/** The rooms of a server over simulated lines and a simulated disk: can be killed at any event, ended, and started again. */
import { Sealer } from '../../../server/auth/Sealer.ts';
import { Links } from '../../../server/control/Links.ts';
import { Session, toPerson } from '../../../server/control/Session.ts';
import { Sessions } from '../../../server/control/Sessions.ts';
import type { Admission } from '../../../server/http/ports.ts';
import { createLogger } from '../../../server/observability/logger.ts';
import { MemoryDisk, MemoryStorage } from '../../../server/storage/memory/MemoryStorage.ts';
import type { ParticipantRow, Write } from '../../../server/storage/Storage.ts';
import { Rooms } from '../../../server/sync/Rooms.ts';
import type { Role } from '../../../shared/access/can.ts';
import type { Control } from '../../../shared/control/Control.ts';
import { CLOSE } from '../../../shared/protocol/closeCodes.ts';
import type { Random } from '../../helpers/random.ts';
import { BOARD, personOf } from '../../helpers/roomServer.ts';
import { type LineOptions, SimLine } from './SimLine.ts';
import { DiskFaults, Mirror, SimStorage } from './SimStorage.ts';
import type { VirtualClock } from './VirtualClock.ts';

const link = { hash: new Uint8Array(32), sealed: null };
const ROW = {
  id: BOARD,
  createdAt: 0,
  epoch: 'e1',
  control: { rev: 1, title: 'Sans titre', fields: {} } as unknown as Control,
  links: { facilitator: link, participant: link, viewer: link },
};

type RequestArguments = Parameters<Sessions['change']> extends [string, ...infer Rest] ? Rest : never;

interface Life {
  readonly owner: object;
  readonly rooms: Rooms;
  readonly sessions: Sessions;
  readonly storage: SimStorage;
  readonly lines: Set<SimLine>;
}

export class SimServer {
  readonly disk = new MemoryDisk();
  readonly faults = new DiskFaults();
  readonly mirror = new Mirror();
  /** What was logged at error level, one line each. */
  readonly errors: string[] = [];
  readonly #clock: VirtualClock;
  readonly #random: Random;
  readonly #isFixed: boolean;
  #life: Life | null = null;
  #isEnding = false;

  /** `isFixed`: roles and session are what they were at first, whatever the disk says; older seeds tell their stories so. */
  constructor(clock: VirtualClock, random: Random, isFixed: boolean) {
    this.#clock = clock;
    this.#random = random;
    this.#isFixed = isFixed;
  }

  get isUp(): boolean {
    return this.#life !== null && !this.#isEnding;
  }

  get rooms(): Rooms {
    if (!this.#life) throw new Error('the server is down');
    return this.#life.rooms;
  }

  /** What the running process still means to do. */
  get pending(): number {
    return this.#life ? this.#clock.pending(this.#life.owner) : 0;
  }

  /** Writes the board's row, and what its template brings, as its creation does. */
  async prepare(content: Uint8Array | null = null): Promise<void> {
    const batch: Write[] = [{ type: 'createBoard', board: ROW }];
    if (content) batch.push({ type: 'append', board: BOARD, doc: 'board', seq: 1, update: content });
    await new MemoryStorage(this.disk).commit(batch);
    this.mirror.written({ type: 'control', board: BOARD, control: ROW.control });
    for (const write of batch) if (write.type === 'append') this.mirror.written(write);
  }

  /** Somebody has come by a link before: their row stands on the disk. */
  async enrol(id: string, role: Role, seat: number): Promise<void> {
    const participant: ParticipantRow = {
      ...personOf(id, role),
      board: BOARD,
      keyHash: new Uint8Array(32),
      isGroupGiven: false,
      removed: false,
      seat,
      createdAt: 0,
    };
    await new MemoryStorage(this.disk).commit([{ type: 'participant', participant }]);
    this.mirror.written({ type: 'participant', participant });
  }

  /** A change of the session asked for by a request of its own, not over a line. Nobody waits for the answer. */
  request(...[decide, options]: RequestArguments): void {
    const life = this.#life;
    if (!life || this.#isEnding) return;
    this.#clock.as(life.owner, () => void life.sessions.change(BOARD, decide, options).catch(() => undefined));
  }

  start(): void {
    const owner = {};
    const storage = new SimStorage(this.disk, this.mirror, this.faults, this.#clock, this.#random);
    const sink = { write: (line: string) => void this.errors.push(line) };
    const log = createLogger('error', sink);
    this.#clock.as(owner, () => {
      const links = new Links(new Sealer(new Uint8Array(32)), () => '');
      const sessions = new Sessions({ storage, links, now: () => 0, rooms: () => rooms });
      const fixed = async (): Promise<Session> =>
        new Session({ row: ROW, people: [], commands: [] }, { links, now: () => 0 });
      const takeSession = this.#isFixed ? fixed : () => sessions.take(BOARD);
      const rooms: Rooms = new Rooms({ storage, log, takeSession, idleMs: 300 });
      this.#life = { owner, rooms, sessions, storage, lines: new Set() };
    });
    this.#isEnding = false;
  }

  /** The process is gone between two instructions. */
  kill(): void {
    const life = this.#life;
    if (!life) return;
    this.#life = null;
    life.storage.kill();
    this.#clock.forget(life.owner);
    for (const line of life.lines) line.reset();
  }

  /** As on SIGTERM: drains, then ends; a supervisor kills it if that takes too long. */
  end(): void {
    const life = this.#life;
    if (!life || this.#isEnding) return;
    this.#isEnding = true;
    const gone = (): void => {
      if (this.#life === life) this.kill();
    };
    this.#clock.after(9_000, {}, gone);
    this.#clock.as(life.owner, () => void life.rooms.drain().then(gone));
  }

  /** A client comes. `null`: there is nobody to answer. */
  connect(
    participant: string,
    role: Role,
    isOurs: boolean,
    ends: Pick<LineOptions, 'onMessage' | 'onClose' | 'onWritten'>,
  ): SimLine | null {
    const life = this.#life;
    if (!life || this.#isEnding) return null;
    const line = new SimLine({ clock: this.#clock, random: this.#random, server: life.owner, ...ends });
    life.lines.add(line);
    line.socket.on('close', () => life.lines.delete(line));
    this.#clock.as(life.owner, () => {
      // As `acceptSockets` does it.
      line.socket.pause();
      this.#admit(life, line, participant, role, isOurs).catch(() => line.closedByServer(CLOSE.resync));
    });
    return line;
  }

  async #admit(life: Life, line: SimLine, id: string, role: Role, isOurs: boolean): Promise<void> {
    const { control } = ROW;
    const admission: Admission = { board: BOARD, epoch: 'e1', createdAt: 0, control, person: personOf(id, role) };
    const { socket, tcp } = line;
    if (this.#isFixed) return life.rooms.admit({ socket, tcp, admission, isOurs });
    // As `Boards.authorize` does it.
    const [row, participant] = await Promise.all([
      life.storage.findBoard(BOARD),
      life.storage.findParticipant(BOARD, id),
    ]);
    if (!row || !participant) throw new Error(`${id} is not enrolled`);
    if (participant.removed) line.closedByServer(CLOSE.removed);
    else {
      const known = { ...admission, control: row.control, person: toPerson(participant) };
      await life.rooms.admit({ socket, tcp, admission: known, isOurs });
    }
  }
}
