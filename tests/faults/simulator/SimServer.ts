/** The rooms of a server over simulated lines and a simulated disk: can be killed at any event, ended, and started again. */
import { Sealer } from '../../../server/auth/Sealer.ts';
import { Links } from '../../../server/control/Links.ts';
import { Session } from '../../../server/control/Session.ts';
import type { Admission } from '../../../server/http/ports.ts';
import { createLogger } from '../../../server/observability/logger.ts';
import { MemoryDisk, MemoryStorage } from '../../../server/storage/memory/MemoryStorage.ts';
import { Rooms } from '../../../server/sync/Rooms.ts';
import type { Role } from '../../../shared/access/can.ts';
import type { Control } from '../../../shared/control/Control.ts';
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
  control: { rev: 1, title: 'Sans titre' } as Control,
  links: { facilitator: link, participant: link, viewer: link },
};

interface Life {
  readonly owner: object;
  readonly rooms: Rooms;
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
  #life: Life | null = null;
  #isEnding = false;

  constructor(clock: VirtualClock, random: Random) {
    this.#clock = clock;
    this.#random = random;
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

  /** Writes the board's row, as its creation does. */
  async prepare(): Promise<void> {
    await new MemoryStorage(this.disk).commit([{ type: 'createBoard', board: ROW }]);
  }

  start(): void {
    const owner = {};
    const storage = new SimStorage(this.disk, this.mirror, this.faults, this.#clock, this.#random);
    const sink = { write: (line: string) => void this.errors.push(line) };
    const log = createLogger('error', sink);
    this.#clock.as(owner, () => {
      const links = new Links(new Sealer(new Uint8Array(32)), () => '');
      const takeSession = async (): Promise<Session> =>
        new Session({ row: ROW, people: [], commands: [] }, { links, now: () => 0 });
      const rooms = new Rooms({ storage, log, takeSession, idleMs: 300 });
      this.#life = { owner, rooms, storage, lines: new Set() };
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
    const admission: Admission = {
      board: BOARD,
      epoch: 'e1',
      createdAt: 0,
      control: ROW.control,
      person: personOf(participant, role),
    };
    this.#clock.as(life.owner, () => {
      // As `acceptSockets` does it.
      line.socket.pause();
      life.rooms
        .admit({ socket: line.socket, tcp: line.tcp, admission, isOurs })
        .catch(() => line.closedByServer(4500));
    });
    return line;
  }
}
