/**
 * One simulated run: people, a server and a disk under faults that a seed chooses, then peace, then the questions. Everything happens in
 * one process on a virtual clock, so that a seed tells the same story each time.
 */
import * as Y from 'yjs';
import { Gate } from '../../../server/sync/gate.ts';
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { Folds } from '../../../shared/board/Folds.ts';
import { mayReveal, parseCommand } from '../../../shared/control/commands.ts';
import { rowsOfBoard } from '../../../shared/deliverables/table.ts';
import type { Place } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { instantiate } from '../../../shared/templates/instantiate.ts';
import { TEMPLATES } from '../../../shared/templates/library.ts';
import { Random } from '../../helpers/random.ts';
import { BOARD } from '../../helpers/roomServer.ts';
import { areasOf, cellOf } from './areas.ts';
import { contentHash, shownHash } from './contentHash.ts';
import { type Edit, Ledger } from './Ledger.ts';
import { randomAreaEdit } from './randomAreaEdit.ts';
import { randomCanvasEdit } from './randomCanvasEdit.ts';
import { randomCommand } from './randomCommand.ts';
import { randomEdit } from './randomEdit.ts';
import { SessionBook } from './SessionBook.ts';
import { SimClient } from './SimClient.ts';
import { SimServer } from './SimServer.ts';
import { VirtualClock } from './VirtualClock.ts';

export interface Story {
  readonly clock: VirtualClock;
  readonly random: Random;
  readonly server: SimServer;
  readonly ledger: Ledger;
  readonly clients: readonly SimClient[];
  /** One random edit by a client. */
  edit(client: SimClient): void;
  /** Kills the server; it starts again a while later. */
  kill(): void;
}

export interface Outcome {
  readonly problems: readonly string[];
  readonly edits: number;
  readonly acks: number;
  /** Commands that were accepted, and refused. */
  readonly commands: number;
  readonly refusals: number;
  readonly connections: number;
  readonly kills: number;
  readonly events: number;
}

export interface SimulateOptions {
  readonly people?: number;
  /** Random happenings before peace. */
  readonly happenings?: number;
  /** Whether nobody changes the session: the stories of seeds from before there were commands. */
  readonly isFixed?: boolean;
  /** Whether there are only notes and areas, of which nothing is said: the stories of seeds from before there was more. */
  readonly isNotesOnly?: boolean;
  /** Instead of random happenings. `until` turns the clock until something holds or the time is over. */
  readonly script?: (
    story: Story,
    until: (isTrue: () => boolean, withinMs: number) => Promise<unknown>,
  ) => Promise<void>;
}

/** In peace everyone is level within this virtual time, or something is stuck. */
const PEACE_MS = 180_000;

/** Content of the disk as a process that just started reads it. */
function readDisk(server: SimServer): Y.Doc {
  const doc = server.disk.docs.get(`${BOARD}/board`);
  if (!doc) return new Y.Doc();
  return new Gate(doc.snapshot ? [doc.snapshot, ...doc.updates] : doc.updates, new Map()).doc;
}

class Run {
  readonly clock = new VirtualClock();
  readonly random: Random;
  readonly ledger = new Ledger();
  readonly server: SimServer;
  readonly book: SessionBook;
  readonly clients: SimClient[] = [];
  kills = 0;
  events = 0;
  readonly #isFixed: boolean;
  readonly #isNotesOnly: boolean;
  readonly #seed: number;
  #ids = 0;

  constructor(seed: number, { isFixed = false, isNotesOnly = isFixed }: SimulateOptions) {
    this.#seed = seed;
    this.random = new Random(seed);
    this.#isFixed = isFixed;
    this.#isNotesOnly = isNotesOnly;
    this.server = new SimServer(this.clock, this.random, isFixed);
    this.book = new SessionBook(this.server.mirror.reader, (problem) => this.ledger.fail(problem));
  }

  /** Everyone who is there from the beginning. */
  async begin(people: number): Promise<void> {
    await this.server.prepare(this.#isNotesOnly ? null : this.#template());
    const leads = this.#isFixed ? 1 : 2;
    for (let i = 0; i < people; i++) await this.#newcomer(i < leads ? 'facilitator' : 'participant', i % 4 !== 3);
    this.server.start();
    for (const client of this.clients) client.connect();
  }

  /** What one board in four begins with: areas and titles, some of them locked. */
  #template(): Uint8Array | null {
    const template = this.#seed % 4 === 0 ? TEMPLATES[(this.#seed / 4) % TEMPLATES.length] : undefined;
    const content = template ? instantiate(template, { locale: 'fr', fields: {} }) : null;
    if (!content) return null;
    const board = new BoardDoc();
    board.applyRemote(content);
    for (const { id, place, lock } of board.elements()) {
      this.ledger.write({ type: 'create', id });
      this.ledger.write({ type: 'move', id, place: JSON.stringify(place) });
      if (lock) this.ledger.write({ type: 'lock', id });
    }
    return content;
  }

  async #newcomer(role: 'facilitator' | 'participant' | 'viewer', isOurs: boolean): Promise<SimClient> {
    const { clock, random, server, ledger, book } = this;
    const id = `p${this.clients.length}`;
    const client = new SimClient({
      ...{ id, role, isOurs, clock, random, server, ledger, book },
      hasPrivate: !this.#isFixed && isOurs && role !== 'viewer',
    });
    await server.enrol(id, role, this.clients.length);
    this.clients.push(client);
    return client;
  }

  /** Somebody asks for a change of the session, over their line or by a request. */
  #command(client: SimClient): void {
    const { random, server } = this;
    const next = (): number => this.#ids++;
    const people = this.clients.map(({ options }) => options.id);
    const elements = [...client.board.ids()];
    const command = randomCommand({ random, next, people, elements, isNotesOnly: this.#isNotesOnly });
    const id = `c${next()}`;
    const ifRev = random.below(3) === 0 ? client.rev : null;
    if (random.below(5) > 0) {
      if (client.options.isOurs) client.command(id, command, ifRev);
      return;
    }
    const read = parseCommand({ ...command, id });
    if (!read.ok) this.ledger.fail(`${command.type} is no command: ${read.reason.field}`);
    else {
      // As `Boards.command` does it.
      const decide: Parameters<typeof server.request>[0] = (session) => session.command(client.options.id, read.value);
      server.request(decide, { mayReveal: mayReveal(read.value.command) });
    }
  }

  /** Turns the clock until something holds or the time is over. */
  async waitFor(isTrue: () => boolean, withinMs: number): Promise<boolean> {
    let isOver = false;
    this.clock.after(withinMs, this, () => {
      isOver = true;
    });
    while (!isTrue()) {
      if (isOver || !(await this.clock.step())) return false;
      this.events++;
    }
    return true;
  }

  /** The same for what must come: a story that gets stuck is a finding. */
  async until(isTrue: () => boolean, withinMs: number, what: string): Promise<boolean> {
    const isThere = await this.waitFor(isTrue, withinMs);
    if (!isThere) this.ledger.fail(`stuck: ${what} does not come`);
    return isThere;
  }

  async pass(ms: number): Promise<void> {
    await this.waitFor(() => false, ms);
  }

  edit(client: SimClient): void {
    const editing = {
      name: client.options.id,
      me: client.options.id,
      people: this.clients.map(({ options }) => options.id),
      board: client.board,
      random: this.random,
      ledger: this.ledger,
      next: () => this.#ids++,
      make: (edit: Edit, write: (board: BoardDoc) => void) => client.edit(edit, write),
    };
    const roll = this.#isNotesOnly ? 0 : this.random.below(4);
    if (roll === 0) randomEdit(editing);
    else if (roll === 1) randomCanvasEdit(editing);
    else randomAreaEdit(editing);
  }

  /** One thing that happens, as the seed has it. */
  happen(): void {
    const { random, server, clock } = this;
    const client = random.pick(this.clients);
    const { faults } = server;
    const later = (ms: number, run: () => void): void => clock.after(ms, this, run);
    if (!this.#isFixed && random.below(10) === 0) {
      // Most of what is asked is asked by who may.
      this.#command(random.below(3) === 0 ? client : random.pick(this.clients.slice(0, 2)));
      return;
    }
    if (client.private && random.below(10) === 0) {
      const id = `${client.options.id}-${this.#ids++}`;
      const mark = `«${id}»`;
      const area = this.#isNotesOnly || random.below(2) === 0 ? undefined : random.pick(areasOf(client.board));
      const place: Place = area ? [area.id, 10 * random.below(9), 40, ...cellOf(area, random)] : [null, 0, 0];
      const by = client.options.id;
      client.private.add(this.ledger.write({ type: 'private', id, mark, by, place: JSON.stringify(place) }), place);
      return;
    }
    const roll = random.below(1_000);
    if (roll < 800) this.edit(client);
    else if (roll < 840) client.disconnect();
    else if (roll < 855) client.disconnect({ mute: true });
    else if (roll < 875) {
      client.disconnect({ away: true });
      later(random.below(9_000), () => {
        client.isAway = false;
        client.connect();
      });
    } else if (roll < 890) client.reload(random.below(3) === 0);
    else if (roll < 910) client.repeatFrame();
    else if (roll < 925) client.sayEverything();
    else if (roll < 945) {
      faults.isFailing = true;
      faults.isUnreadable = random.below(3) === 0;
      later(random.below(8_000), () => {
        faults.isFailing = false;
        faults.isUnreadable = false;
      });
    } else if (roll < 960) {
      faults.slowMs = 500;
      later(random.below(5_000), () => {
        faults.slowMs = 4;
      });
    } else if (roll < 985) this.kill();
    else if (server.isUp) {
      server.end();
      later(10_000, () => this.#startAgain());
    }
  }

  kill(): void {
    this.kills++;
    this.server.kill();
    this.#compareDisk('after a kill');
    this.clock.after(20 + this.random.below(1_500), this, () => this.#startAgain());
  }

  /** Whether the device of whoever wrote this has lost what it kept. */
  #isLost(mark: string): boolean {
    return this.clients.some(({ options, private: own }) => own?.isDeviceLost && mark.startsWith(`«${options.id}-`));
  }

  #startAgain(): void {
    if (!this.server.isUp) {
      this.server.kill();
      this.server.start();
    }
  }

  #compareDisk(when: string): void {
    const [read, mirror] = [readDisk(this.server), this.server.mirror.doc].map(contentHash);
    if (read !== mirror) this.ledger.fail(`the disk is not what was written to it ${when}`);
  }

  /** What is derived while reading is derived alike by everyone, however it reached them; everything stands on the board once, and is told of once. */
  #compareShown(board: BoardDoc): void {
    const expected = shownHash(board);
    for (const { options, board: own, isRemoved } of this.clients)
      if (!isRemoved && shownHash(own) !== expected) this.ledger.fail(`${options.id} is shown another arrangement`);
    const standing = board.tree.descendants(null);
    if (standing.length !== board.size || new Set(standing).size !== board.size)
      this.ledger.fail(`${standing.length} elements stand on a board of ${board.size}`);
    const rows = rowsOfBoard(board, { title: 'Atelier', locale: 'fr', person: () => undefined }).map(
      ({ note }) => note,
    );
    const notes = [...board.elements()].filter((one) => kindOf(one).row(one)).map(({ id }) => id);
    if (rows.sort().join() !== notes.sort().join()) this.ledger.fail('the table has not every note once');
  }

  /** No more faults: everyone comes, everything is saved, everyone has the same board; and nothing keeps running afterwards. */
  async peace(): Promise<void> {
    const { server, ledger, clock } = this;
    Object.assign(server.faults, { isFailing: false, isUnreadable: false, slowMs: 4, failOneIn: 0, lieOneIn: 0 });
    // An ending under way is waited for, so that its killer does not strike later.
    await this.pass(10_500);
    this.#startAgain();
    const stranger = await this.#newcomer('viewer', true);
    for (const client of this.clients) {
      client.isAway = false;
      client.connect();
    }
    const isLevel = (): boolean => {
      const here = this.clients.filter(({ isRemoved }) => !isRemoved);
      if (!here.every((client) => client.isSaved)) return false;
      const isOwn = (one: SimClient): boolean =>
        !one.private || (one.private.isSynced && contentHash(one.private.board.doc) === contentHash(one.privateOnDisk));
      const states = new Set(here.map(({ board }) => contentHash(board.doc)));
      return states.size === 1 && here.every(isOwn);
    };
    // Comparing costs more than an event: now and then.
    let count = 0;
    if (!(await this.until(() => count++ % 50 === 0 && isLevel(), PEACE_MS, 'the same board for everyone'))) {
      for (const client of this.clients) ledger.fail(describe(client));
      return;
    }
    let state: Uint8Array | null = null;
    clock.as(this, () => void server.rooms.state(BOARD).then((update) => (state = update)));
    await this.until(() => state !== null, PEACE_MS, 'the state of the room');
    const served = new Y.Doc();
    if (state) Y.applyUpdate(served, state);
    const expected = contentHash(stranger.board.doc);
    if (contentHash(served) !== expected) ledger.fail('the room serves another board than its people have');
    if (contentHash(readDisk(server)) !== expected) ledger.fail('the disk has another board than the people');
    this.#compareDisk('in the end');
    const board = new BoardDoc(served);
    this.#compareShown(board);
    const { reader } = server.mirror;
    const elements = new Map([...board.elements()].map((element) => [element.id, element]));
    ledger.judge(elements, reader.takenBack, reader.seen, reader.leads);
    const folds = new Folds((id) => elements.get(id));
    folds.update(elements.keys());
    for (const id of elements.keys()) {
      const root = folds.map.root(id);
      if (root !== id && !folds.map.below(root).includes(id))
        ledger.fail(`${id} hangs on ${root}, which does not know it`);
      const box = board.bounds(id);
      if (!box || ![box.x, box.y, box.w, box.h].every(Number.isFinite)) ledger.fail(`${id} covers no place`);
    }
    const textsOf = (doc: Y.Doc): string[] => [...new BoardDoc(doc).elements()].map(({ text }) => text ?? '');
    const epochInForce = Math.max(...this.clients.map(({ private: own }) => own?.epoch ?? 0));
    ledger.judgePrivate(
      elements,
      new Map(this.clients.map((one) => [one.options.id, textsOf(one.privateOnDisk)])),
      reader.seen,
      new Map(this.clients.map(({ options, private: own }) => [options.id, own?.kept(epochInForce) ?? []])),
      new Set([...reader.anonymousDrafts].filter((mark) => this.#isLost(mark))),
    );
    this.book.judge();
    for (const problem of reader.problems) ledger.fail(problem);
    const revs = new Set(this.clients.flatMap(({ rev }) => rev ?? []));
    if (revs.size > 1) ledger.fail(`in the end people are at rev ${[...revs].join(', ')}`);
    for (const client of this.clients) client.disconnect({ away: true });
    await this.until(() => server.rooms.counts().rooms === 0, PEACE_MS, 'the unloading of the room');
    await this.pass(60_000);
    if (server.pending > 0) ledger.fail(`${server.pending} timers are left when nobody is there`);
    if (contentHash(readDisk(server)) !== expected) ledger.fail('compaction has changed the board');
    const lost = server.errors.filter((line) => line.includes('the log refused a commit'));
    if (lost.length > server.faults.lies) ledger.fail(`the log was refused ${lost.length} times`);
  }
}

const describe = ({ options, session, board }: SimClient): string =>
  `${options.id}: ${session ? `saved ${session.saved} of ${session.frames.length}, synced ${session.isSynced}` : 'no line'}, ${board.size} elements`;

/** Runs the story of a seed to its end and says what is wrong with it. */
export async function simulate(seed: number, options: SimulateOptions = {}): Promise<Outcome> {
  const { people = 3 + (seed % 4), happenings = 120, script } = options;
  const run = new Run(seed, options);
  run.clock.install();
  try {
    await run.begin(people);
    if (script) await script(run, (isTrue, withinMs) => run.waitFor(isTrue, withinMs));
    else {
      for (let i = 0; i < happenings; i++) {
        run.happen();
        await run.pass(run.random.below(run.random.below(10) === 0 ? 2_000 : 60));
      }
    }
    await run.peace();
  } catch (error) {
    run.ledger.fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    run.clock.uninstall();
  }
  const { problems, edits, acks, connections } = run.ledger;
  const { accepted, refused } = run.book;
  return {
    problems,
    edits: edits.length,
    acks,
    commands: accepted,
    refusals: refused,
    connections,
    kills: run.kills,
    events: run.events,
  };
}
