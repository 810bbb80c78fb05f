import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { ok } from '../../shared/lib/result.ts';
import { encodeJson, encodePrivateSync, MESSAGE, SYNC } from '../../shared/protocol/frames.ts';
import { eventually } from '../../tests/helpers/eventually.ts';
import { type BoardSession, openBoard } from './BoardSession.ts';
import { createDeviceStore, type DeviceStore } from './device/DeviceStore.ts';
import { createScriptedServer, encodeForeignNote, type ScriptedServer, WELCOME } from './ScriptedServer.ts';

const write = (board: BoardDoc, text: string): string =>
  board.edit('note.new', (writer) => writer.create({ kind: 'note', place: [null, 0, 0], z: 'a0', text }));

const texts = (board: BoardDoc): string[] => [...board.elements()].map(({ text }) => text).sort();

/** A tab of one browser: its own connection to the same server's board, the same device. */
class Tab {
  readonly server: ScriptedServer;
  readonly session: BoardSession;
  readonly orphans: string[] = [];

  constructor(store: DeviceStore, epoch = 'epoch-1') {
    this.server = createScriptedServer();
    this.session = openBoard({
      id: 'board-1',
      ticket: { ticket: 't', epoch },
      renew: async () => ok({ ticket: 't', epoch }),
      environment: this.server.environment,
      device: { store, participant: 'me' },
      known: { id: 'me', name: 'Inès', role: 'facilitator' },
    });
    this.session.onOrphanTexts((found) => this.orphans.push(...found));
  }

  get state() {
    return this.session.state.getState();
  }

  /** The device has answered, so that the tab has begun to connect. */
  async opened(): Promise<this> {
    await eventually(() => expect(this.server.sockets).not.toHaveLength(0));
    return this;
  }

  /** Lets what was done be written. */
  async kept(): Promise<void> {
    this.server.advance(2_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a board on this device', () => {
  let factory: IDBFactory;
  let tabs: Tab[];
  const open = (epoch?: string, store = createDeviceStore(() => factory)): Tab => {
    const tab = new Tab(store, epoch);
    tabs.push(tab);
    return tab;
  };

  beforeEach(() => {
    factory = new IDBFactory();
    tabs = [];
  });
  afterEach(() => {
    for (const { session } of tabs) session.dispose();
    vi.restoreAllMocks();
  });

  it('opens without the server as it was, with who one is and what still waits', async () => {
    const before = await open().opened();
    before.server.welcome();
    before.server.last.drop(1006);
    const id = write(before.session.board, 'Écrit sans réseau');
    before.session.board.edit('typing', (writer) => writer.splice(id, { at: 0, remove: 0, insert: '… ' }));
    write(before.session.board, 'Et de deux');
    await before.kept();

    // The tab is killed: nothing is disposed of.
    const after = await open().opened();
    expect(after.state).toMatchObject({
      status: 'connecting',
      loaded: true,
      unsaved: 2,
      device: 'kept',
      me: { id: 'me', role: 'facilitator' },
      control: { title: 'Démarreur bienveillant' },
    });
    expect(texts(after.session.board)).toEqual(['Et de deux', '… Écrit sans réseau']);
    expect(after.session.board.doc.clientID).not.toBe(before.session.board.doc.clientID);
  });

  it('brings it all to the server on return, and counts nothing once it is on disk', async () => {
    const before = await open().opened();
    before.server.welcome();
    before.server.last.drop(1006);
    for (let i = 0; i < 200; i++) write(before.session.board, `Contribution ${i}`);
    expect(before.state.unsaved).toBe(200);
    await before.kept();

    const after = await open().opened();
    after.session.board.applyRemote(encodeForeignNote('n1', 'En ligne'));
    after.server.welcome();
    expect(after.server.doc.getMap('elements').size).toBe(201);
    expect(after.state.unsaved).toBe(200);
    after.server.saved(1);
    expect(after.state.unsaved).toBe(0);
    await after.kept();

    const last = await open().opened();
    expect(last.state.unsaved).toBe(0);
    expect(last.session.board.size).toBe(201);
  });

  it('keeps a board that came whole, and what is written after it, which also reaches the server', async () => {
    const before = await open().opened();
    new BoardDoc(before.server.doc).applyRemote(encodeForeignNote('n1', 'Venue d’ailleurs'));
    before.server.welcome();
    write(before.session.board, 'Écrite ensuite');
    expect(before.state.unsaved).toBe(1);
    expect(before.server.last.updates(SYNC.update)).toHaveLength(1);
    await before.kept();

    const after = await open().opened();
    expect(texts(after.session.board)).toEqual(['Venue d’ailleurs', 'Écrite ensuite'].sort());
    expect(after.state.unsaved).toBe(1);
  });

  it('is safe with two tabs: each keeps its own, both are found again', async () => {
    const store = createDeviceStore(() => factory);
    const [one, two] = [await open(undefined, store).opened(), await open().opened()];
    one.server.welcome();
    two.server.welcome();
    one.server.last.drop(1006);
    two.server.last.drop(1006);
    for (let i = 0; i < 20; i++) {
      write(one.session.board, `premier ${i}`);
      write(two.session.board, `second ${i}`);
      if (i % 5 === 0) await one.kept();
      if (i % 7 === 0) await two.kept();
    }
    await one.kept();
    await two.kept();
    const both = await open().opened();
    expect(both.session.board.size).toBe(40);
    expect(both.state.unsaved).toBe(40);
    both.server.welcome();
    both.server.saved(1);
    await both.kept();
    // What the first two still count, they count for themselves: their own connection has not told them yet.
    expect(one.state.unsaved).toBe(20);
    one.server.advance(10_000);
    one.server.welcome();
    one.server.saved(1);
    expect(one.state.unsaved).toBe(0);
  });

  it('never merges another history: its unsaved words are handed over, and it is gone', async () => {
    const before = await open().opened();
    before.server.welcome();
    write(before.session.board, 'Enregistré');
    before.server.saved(2);
    write(before.session.board, 'Jamais enregistré');
    await before.kept();

    const after = await open('epoch-2').opened();
    expect(after.session.board.size).toBe(0);
    expect(after.state.unsaved).toBe(0);
    expect(after.orphans).toEqual(['Jamais enregistré']);
    const third = await open('epoch-2').opened();
    expect(third.orphans).toEqual([]);
  });

  it('opens from the server where there is no store', async () => {
    const refused = createDeviceStore(() => {
      throw new Error('SecurityError');
    });
    const tab = await open(undefined, refused).opened();
    expect(tab.state.device).toBe('lost');
    tab.server.welcome();
    expect(tab.state).toMatchObject({ status: 'online', loaded: true });
  });

  it('does not wait long for a store that does not answer, and takes it in when it comes', async () => {
    const before = await open().opened();
    before.server.welcome();
    before.server.last.drop(1006);
    write(before.session.board, 'Gardé ici');
    await before.kept();

    let answer: (() => void) | null = null;
    const real = createDeviceStore(() => factory);
    const slow: DeviceStore = {
      ...real,
      open: async (...args) => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return real.open(...args);
      },
    };
    const tab = open(undefined, slow);
    const asked = await eventually(() => {
      if (!answer) throw new Error('the store is not asked yet');
      return answer;
    });
    expect(tab.server.sockets).toHaveLength(0);
    tab.server.advance(3_000);
    tab.server.welcome();
    expect(tab.state.status).toBe('online');
    asked();
    await eventually(() => expect(tab.server.sockets).toHaveLength(2));
    tab.server.welcome();
    expect(tab.server.doc.getMap('elements').size).toBe(1);
    expect(tab.state).toMatchObject({ unsaved: 1, device: 'kept' });
  });

  it('says when what stood there is damaged, keeps what can be read and begins anew', async () => {
    const before = await open().opened();
    before.server.welcome();
    write(before.session.board, 'Lisible');
    await before.kept();
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = factory.open('pele-mele');
      request.onsuccess = () => resolve(request.result as unknown as IDBDatabase);
    });
    const place = 'board-1/epoch-1/me';
    database
      .transaction('updates', 'readwrite')
      .objectStore('updates')
      .add({ place, document: 'board', updates: [new Uint8Array([9, 9, 9]), 'x'] });

    const tab = await open().opened();
    expect(tab.state.device).toBe('damaged');
    expect(texts(tab.session.board)).toEqual(['Lisible']);
    await tab.kept();
    expect((await open().opened()).state.device).toBe('kept');
  });

  it('says when the device is full, goes on, and keeps everything once there is room', async () => {
    const tab = await open().opened();
    tab.server.welcome();
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    write(tab.session.board, 'Sans place');
    await tab.kept();
    expect(tab.state.device).toBe('full');
    full.mockRestore();
    tab.server.advance(11_000);
    await eventually(() => expect(tab.state.device).toBe('kept'));
    const after = await open().opened();
    expect(texts(after.session.board)).toEqual(['Sans place']);
    expect(after.state.unsaved).toBe(1);
  });

  it('is forgotten when asked: one board, or all', async () => {
    const store = createDeviceStore(() => factory);
    const tab = await open(undefined, store).opened();
    tab.server.welcome();
    write(tab.session.board, 'À oublier');
    await tab.kept();
    await store.forget('board-1');
    write(tab.session.board, 'Après l’oubli');
    await tab.kept();
    const after = await open().opened();
    expect(after.session.board.size).toBe(0);
    expect(after.state.unsaved).toBe(0);
  });

  it('syncs the private document in its own frames, counted with the board’s', async () => {
    const tab = await open().opened();
    tab.server.welcome();
    const sent = (sub: number) =>
      tab.server.last.received.filter(([type, step]) => type === MESSAGE.privateSync && step === sub);
    expect(sent(SYNC.step1)).toHaveLength(1);
    write(tab.session.private.board, 'Pour moi seule');
    expect(sent(SYNC.update)).toHaveLength(0);
    tab.server.last.say(encodePrivateSync(SYNC.step1, new Uint8Array([0])));
    expect(sent(SYNC.step2)).toHaveLength(1);
    write(tab.session.private.board, 'Encore à moi');
    expect(sent(SYNC.update)).toHaveLength(1);
    expect(tab.state.unsaved).toBe(2);
    // Step 2 of the board, step 2 and update of the private document.
    tab.server.saved(2);
    expect(tab.state.unsaved).toBe(1);
    tab.server.saved(3);
    expect(tab.state.unsaved).toBe(0);
    expect(tab.session.board.size).toBe(0);
    await tab.kept();
    expect(texts((await open().opened()).session.private.board)).toEqual(['Encore à moi', 'Pour moi seule']);
  });

  it('lets go of a private document that is over, and hands back what the server may not have', async () => {
    const tab = await open().opened();
    tab.server.welcome();
    tab.server.last.say(encodePrivateSync(SYNC.step1, new Uint8Array([0])));
    write(tab.session.private.board, 'Dans l’ancien');
    // A draft of the step that is revealed goes from the server's disk: this device is the only one to have it then.
    const server = new BoardDoc();
    server.edit('draft', (write) =>
      write.create({ ...{ kind: 'note', place: [null, 0, 0], z: 'a0' }, text: 'Rendu', props: { draft: true } }),
    );
    tab.server.last.say(encodePrivateSync(SYNC.update, server.encodeState()));
    await tab.kept();
    const replaced = vi.fn();
    tab.session.private.onReplaced(replaced);
    const control = { ...WELCOME.control, rev: 2, privateEpoch: 1 };
    tab.server.last.say(encodeJson(MESSAGE.controlEvent, { type: 'control', rev: 2, control }));
    expect(replaced).toHaveBeenCalledOnce();
    expect(tab.session.private.board.size).toBe(0);
    expect(tab.orphans).toEqual(['Rendu', 'Dans l’ancien']);
    expect(tab.state.unsaved).toBe(0);
    write(tab.session.private.board, 'Dans le nouveau');
    await tab.kept();
    const after = await open().opened();
    expect(texts(after.session.private.board)).toEqual(['Dans le nouveau']);
  });

  it('asks for all of a new private document until it has been given some of it, whatever was written there meanwhile', async () => {
    const tab = await open().opened();
    tab.server.welcome();
    const control = { ...WELCOME.control, rev: 2, privateEpoch: 1 };
    tab.server.last.say(encodeJson(MESSAGE.controlEvent, { type: 'control', rev: 2, control }));
    write(tab.session.private.board, 'Avant sa réponse');
    await tab.kept();
    // By what it has, nobody could tell this document from the one before.
    const after = await open().opened();
    after.server.welcome({ control });
    const asked = after.server.last.received.filter(([type]) => type === MESSAGE.privateSync);
    expect(asked.at(-1)).toEqual(encodePrivateSync(SYNC.step1, new Uint8Array([0])));
    expect(texts(after.session.private.board)).toEqual(['Avant sa réponse']);
  });

  it('does without private documents where the server knows none', async () => {
    const tab = await open().opened();
    tab.server.welcome();
    tab.server.advance(60_000);
    expect(tab.state).toMatchObject({ status: 'online', unsaved: 0 });
  });
});
