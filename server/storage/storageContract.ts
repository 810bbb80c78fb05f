/** The rules of `Storage`, as one suite for every implementation. `open` opens the same disk again after a `close`. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describePictures } from './pictureContract.ts';
import {
  type BoardRow,
  type DocName,
  KEPT_COMMANDS,
  type ParticipantRow,
  type Storage,
  type Write,
} from './Storage.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

const board = (id: string, createdAt = 1_790_000_000_000): BoardRow => ({
  id,
  createdAt,
  epoch: `epoch-${id}`,
  control: {
    rev: 1,
    title: 'Démarreur bienveillant — l’accueil en mairie',
    template: 'demarreur@1',
    locale: 'fr',
    timeZone: 'Europe/Paris',
    fields: { question: 'Comment mieux accueillir les habitants ?' },
  },
  links: {
    facilitator: { hash: bytes('animer'), sealed: null },
    participant: { hash: bytes('participer'), sealed: bytes('scellé') },
    viewer: { hash: bytes('projeter'), sealed: bytes('scellé aussi') },
  },
});

const person = (boardId: string, id: string, seat: number, changes: Partial<ParticipantRow> = {}): ParticipantRow => ({
  board: boardId,
  id,
  keyHash: bytes(`clé de ${id}`),
  name: 'Amélie',
  role: 'participant',
  group: null,
  isGroupGiven: false,
  presence: 'room',
  removed: false,
  seat,
  createdAt: 1_790_000_000_000,
  ...changes,
});

const append = (boardId: string, seq: number, text: string, doc: DocName = 'board'): Write => ({
  type: 'append',
  board: boardId,
  doc,
  seq,
  update: bytes(text),
});

const claim = (boardId: string, clientId: number, participant: string): Write => ({
  type: 'claim',
  board: boardId,
  clientId,
  participant,
});

const owner = (boardId: string, element: string, participant: string | null): Write => ({
  type: 'owner',
  board: boardId,
  element,
  participant,
});

export interface ContractDisk {
  open(): Promise<Storage>;
  erase(): Promise<void>;
}

export function describeStorage(name: string, createDisk: () => Promise<ContractDisk>): void {
  describe(name, () => {
    let disk: ContractDisk;
    let storage: Storage;

    const reopen = async (): Promise<void> => {
      await storage.close();
      storage = await disk.open();
    };

    beforeEach(async () => {
      disk = await createDisk();
      storage = await disk.open();
      await storage.commit([{ type: 'createBoard', board: board('marche') }]);
    });

    afterEach(async () => {
      await storage.close();
      await disk.erase();
    });

    it('keeps a board whole across a reopening', async () => {
      await reopen();
      expect(await storage.findBoard('marche')).toEqual(board('marche'));
      expect(await storage.findBoard('inconnu')).toBeNull();
      expect(await storage.findBoard('__proto__')).toBeNull();
    });

    it('lists boards, the newest first', async () => {
      for (const row of [board('ancien', 1), board('recent', 1_800_000_000_000)])
        await storage.commit([{ type: 'createBoard', board: row }]);
      expect((await storage.listBoards()).map(({ id }) => id)).toEqual(['recent', 'marche', 'ancien']);
    });

    it('refuses a second board of the same id and leaves the first as it is', async () => {
      const second = { ...board('marche'), epoch: 'other' };
      await expect(storage.commit([{ type: 'createBoard', board: second }])).rejects.toMatchObject({ code: 'refused' });
      expect((await storage.findBoard('marche'))?.epoch).toBe('epoch-marche');
    });

    it('replaces control and links', async () => {
      const { control, links } = board('marche');
      const newControl = { ...control, rev: 2, title: 'Un autre titre' };
      const newLinks = { ...links, viewer: { hash: bytes('neuf'), sealed: null } };
      await storage.commit([
        { type: 'control', board: 'marche', control: newControl },
        { type: 'links', board: 'marche', links: newLinks },
      ]);
      await reopen();
      expect(await storage.findBoard('marche')).toEqual({ ...board('marche'), control: newControl, links: newLinks });
    });

    it.each<[string, Write]>([
      ['control', { type: 'control', board: 'inconnu', control: board('x').control }],
      ['links', { type: 'links', board: 'inconnu', links: board('x').links }],
      ['a participant', { type: 'participant', participant: person('inconnu', 'p', 0) }],
      ['a command', { type: 'command', board: 'inconnu', participant: 'p', id: 'c', rev: 1 }],
      ['an update', append('inconnu', 1, 'a')],
      ['a claim', claim('inconnu', 1, 'p')],
      ['an owner', owner('inconnu', 'n1', 'p')],
      ['a snapshot', { type: 'snapshot', board: 'inconnu', doc: 'board', seq: 0, state: bytes('s') }],
    ])('refuses %s of a board that does not exist, and creates none', async (_name, write) => {
      await expect(storage.commit([write])).rejects.toMatchObject({ code: 'refused' });
      expect(await storage.findBoard('inconnu')).toBeNull();
      expect((await storage.loadDoc('inconnu', 'board')).seq).toBe(0);
    });

    it('keeps participants, changes them, and lists them by seat', async () => {
      await storage.commit([
        { type: 'participant', participant: person('marche', 'b', 1, { name: '', presence: 'remote' }) },
        { type: 'participant', participant: person('marche', 'a', 0) },
      ]);
      const raised = person('marche', 'a', 0, {
        role: 'facilitator',
        removed: true,
        group: 'écran',
        isGroupGiven: true,
      });
      await storage.commit([{ type: 'participant', participant: raised }]);
      await reopen();
      expect(await storage.findParticipant('marche', 'a')).toEqual(raised);
      expect((await storage.listParticipants('marche')).map(({ id }) => id)).toEqual(['a', 'b']);
      expect(await storage.findParticipant('marche', 'nobody')).toBeNull();
      expect(await storage.listParticipants('inconnu')).toEqual([]);
    });

    it('keeps the last commands of each participant, the oldest first', async () => {
      const done = (participant: string, n: number): Write => ({
        type: 'command',
        board: 'marche',
        participant,
        id: `c${n}`,
        rev: n,
      });
      await storage.commit([done('b', 1), ...Array.from({ length: KEPT_COMMANDS + 3 }, (_, n) => done('a', n))]);
      await storage.commit([done('b', 2)]);
      await reopen();
      const kept = await storage.loadCommands('marche');
      expect(kept.filter(({ participant }) => participant === 'b')).toEqual([
        { participant: 'b', id: 'c1', rev: 1 },
        { participant: 'b', id: 'c2', rev: 2 },
      ]);
      const ofA = kept.filter(({ participant }) => participant === 'a').map(({ rev }) => rev);
      expect(ofA).toEqual(Array.from({ length: KEPT_COMMANDS }, (_, n) => n + 3));
      expect(await storage.loadCommands('inconnu')).toEqual([]);
    });

    it('appends updates in order and returns them byte for byte', async () => {
      await storage.commit([append('marche', 1, 'un'), append('marche', 2, 'deux')]);
      await storage.commit([append('marche', 3, '')]);
      await storage.commit([append('marche', 1, 'privé', 'private/a')]);
      await reopen();
      expect(await storage.loadDoc('marche', 'board')).toEqual({
        seq: 3,
        snapshot: null,
        updates: [bytes('un'), bytes('deux'), bytes('')],
      });
      expect(await storage.loadDoc('marche', 'private/a')).toEqual({
        seq: 1,
        snapshot: null,
        updates: [bytes('privé')],
      });
      expect(await storage.loadDoc('marche', 'private/b')).toEqual({ seq: 0, snapshot: null, updates: [] });
    });

    it('takes a copy of the bytes, and only of the part that was meant', async () => {
      const buffer = bytes('xx un xx');
      const update = buffer.subarray(3, 5);
      // Somebody else's commit is under way: this one may have to wait.
      const before = storage.commit([claim('marche', 7, 'a')]);
      const done = storage.commit([{ type: 'append', board: 'marche', doc: 'board', seq: 1, update }]);
      buffer.fill(0);
      await Promise.all([before, done]);
      expect((await storage.loadDoc('marche', 'board')).updates).toEqual([bytes('un')]);
      expect(update.length).toBe(2);
    });

    it.each([0, 2, -1, 1.5])('refuses sequence number %d as the first', async (seq) => {
      await expect(storage.commit([append('marche', seq, 'a')])).rejects.toMatchObject({ code: 'refused' });
      expect((await storage.loadDoc('marche', 'board')).seq).toBe(0);
    });

    it('refuses a sequence number twice', async () => {
      await storage.commit([append('marche', 1, 'un')]);
      await expect(storage.commit([append('marche', 1, 'encore')])).rejects.toMatchObject({ code: 'refused' });
      expect((await storage.loadDoc('marche', 'board')).updates).toEqual([bytes('un')]);
    });

    it('writes all of a batch or none of it', async () => {
      await storage.commit([claim('marche', 7, 'a')]);
      const batch: Write[] = [
        append('marche', 1, 'un'),
        { type: 'participant', participant: person('marche', 'a', 0) },
        { type: 'control', board: 'marche', control: { ...board('x').control, title: 'jamais' } },
        { type: 'createBoard', board: board('jamais') },
        claim('marche', 7, 'b'),
      ];
      await expect(storage.commit(batch)).rejects.toMatchObject({ code: 'refused' });
      expect((await storage.loadDoc('marche', 'board')).seq).toBe(0);
      expect(await storage.findParticipant('marche', 'a')).toBeNull();
      expect(await storage.findBoard('marche')).toEqual(board('marche'));
      expect(await storage.findBoard('jamais')).toBeNull();
    });

    it('keeps the neighbours of a refused commit', async () => {
      const outcomes = await Promise.allSettled([
        storage.commit([append('marche', 1, 'un')]),
        storage.commit([append('marche', 7, 'trou')]),
        storage.commit([append('marche', 2, 'deux')]),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      await reopen();
      expect((await storage.loadDoc('marche', 'board')).updates).toEqual([bytes('un'), bytes('deux')]);
    });

    it('makes a thousand commits durable in the order of the calls', async () => {
      const texts = Array.from({ length: 1000 }, (_, index) => `geste ${index}`);
      const finished: number[] = [];
      const commit = (text: string, at: number) => storage.commit([append('marche', at + 1, text)]);
      await Promise.all(texts.map((text, at) => commit(text, at).then(() => finished.push(at))));
      expect(finished).toEqual(texts.map((_, index) => index));
      expect((await storage.loadDoc('marche', 'board')).updates).toEqual(texts.map(bytes));
    });

    it('shows a read every commit that was asked for before it', async () => {
      const commit = storage.commit([append('marche', 1, 'un')]);
      expect((await storage.loadDoc('marche', 'board')).seq).toBe(1);
      await commit;
    });

    it('gives a client id to whoever claims it first, for ever', async () => {
      await storage.commit([claim('marche', 2 ** 53 - 1, 'a'), claim('marche', 0, 'b')]);
      await expect(storage.commit([claim('marche', 0, 'c')])).rejects.toMatchObject({ code: 'refused' });
      await storage.commit([claim('marche', 0, 'b')]);
      await storage.commit([{ type: 'createBoard', board: board('ailleurs') }, claim('ailleurs', 0, 'c')]);
      await reopen();
      expect(await storage.loadClaims('marche')).toEqual(
        new Map([
          [2 ** 53 - 1, 'a'],
          [0, 'b'],
        ]),
      );
      expect(await storage.loadClaims('ailleurs')).toEqual(new Map([[0, 'c']]));
      expect(await storage.loadClaims('inconnu')).toEqual(new Map());
    });

    it('keeps an element for whoever brought it first, for ever', async () => {
      await storage.commit([owner('marche', 'n1', 'a'), owner('marche', '__proto__', 'b')]);
      await storage.commit([owner('marche', 'n1', 'c'), append('marche', 1, 'un')]);
      await storage.commit([owner('marche', 'n3', 'a'), owner('marche', 'n4', 'a')]);
      const broken = [owner('marche', 'n3', null), owner('inconnu', 'n4', null)];
      await expect(storage.commit(broken)).rejects.toMatchObject({ code: 'refused' });
      await storage.commit([owner('marche', 'n4', null), owner('marche', 'n9', null)]);
      await storage.commit([{ type: 'createBoard', board: board('ailleurs') }, owner('ailleurs', 'n1', 'c')]);
      await expect(storage.commit([owner('marche', 'n2', 'a'), append('marche', 7, 'x')])).rejects.toThrow();
      await reopen();
      expect(await storage.loadOwners('marche')).toEqual(
        new Map([
          ['n1', 'a'],
          ['__proto__', 'b'],
          ['n3', 'a'],
        ]),
      );
      expect(await storage.loadOwners('ailleurs')).toEqual(new Map([['n1', 'c']]));
      expect(await storage.loadOwners('inconnu')).toEqual(new Map());
    });

    it.each([-1, 1.5, 2 ** 53])('refuses %d as a client id', async (clientId) => {
      await expect(storage.commit([claim('marche', clientId, 'a')])).rejects.toMatchObject({ code: 'refused' });
    });

    it('replaces the beginning of the log by a snapshot and goes on counting', async () => {
      await storage.commit([append('marche', 1, 'un'), append('marche', 2, 'deux'), append('marche', 3, 'trois')]);
      await storage.commit([{ type: 'snapshot', board: 'marche', doc: 'board', seq: 2, state: bytes('un+deux') }]);
      await storage.commit([append('marche', 4, 'quatre')]);
      await reopen();
      expect(await storage.loadDoc('marche', 'board')).toEqual({
        seq: 4,
        snapshot: bytes('un+deux'),
        updates: [bytes('trois'), bytes('quatre')],
      });
      await storage.commit([{ type: 'snapshot', board: 'marche', doc: 'board', seq: 4, state: bytes('tout') }]);
      expect(await storage.loadDoc('marche', 'board')).toEqual({ seq: 4, snapshot: bytes('tout'), updates: [] });
      await expect(storage.commit([append('marche', 1, 'un')])).rejects.toMatchObject({ code: 'refused' });
      await storage.commit([append('marche', 5, 'cinq')]);
      expect((await storage.loadDoc('marche', 'board')).updates).toEqual([bytes('cinq')]);
    });

    it.each([3, 0])('refuses a snapshot at %d of a log whose snapshot stands at 1 and whose end is 2', async (seq) => {
      await storage.commit([append('marche', 1, 'un'), append('marche', 2, 'deux')]);
      await storage.commit([{ type: 'snapshot', board: 'marche', doc: 'board', seq: 1, state: bytes('un') }]);
      const write: Write = { type: 'snapshot', board: 'marche', doc: 'board', seq, state: bytes('faux') };
      await expect(storage.commit([write])).rejects.toMatchObject({ code: 'refused' });
      expect(await storage.loadDoc('marche', 'board')).toEqual({
        seq: 2,
        snapshot: bytes('un'),
        updates: [bytes('deux')],
      });
    });

    it('names the documents that hold something', async () => {
      await storage.commit([append('marche', 1, 'un'), append('marche', 1, 'à moi', 'private/a')]);
      expect([...(await storage.listDocs('marche'))].sort()).toEqual(['board', 'private/a']);
      expect(await storage.listDocs('inconnu')).toEqual([]);
    });

    it('erases a private document and begins it anew, all or nothing, and leaves the others', async () => {
      const erase: Write = { type: 'erase', board: 'marche', doc: 'private/a' };
      await storage.commit([append('marche', 1, 'un', 'private/a'), append('marche', 2, 'deux', 'private/a')]);
      await storage.commit([append('marche', 1, 'le mien', 'private/b'), append('marche', 1, 'à tous')]);
      await storage.commit([
        { type: 'snapshot', board: 'marche', doc: 'private/a', seq: 1, state: bytes('un') },
        { type: 'snapshot', board: 'marche', doc: 'private/b', seq: 1, state: bytes('tout le mien') },
      ]);
      const refused = storage.commit([erase, append('marche', 7, 'trou', 'private/b')]);
      await expect(refused).rejects.toMatchObject({ code: 'refused' });
      expect((await storage.loadDoc('marche', 'private/a')).seq).toBe(2);
      await storage.commit([erase, append('marche', 1, 'neuf', 'private/a'), append('marche', 2, 'et', 'private/b')]);
      await storage.commit([{ type: 'erase', board: 'marche', doc: 'private/nobody' }]);
      await reopen();
      const neuf = { seq: 1, snapshot: null, updates: [bytes('neuf')] };
      expect(await storage.loadDoc('marche', 'private/a')).toEqual(neuf);
      const mien = { seq: 2, snapshot: bytes('tout le mien'), updates: [bytes('et')] };
      expect(await storage.loadDoc('marche', 'private/b')).toEqual(mien);
      expect((await storage.loadDoc('marche', 'board')).updates).toEqual([bytes('à tous')]);
      await storage.commit([erase]);
      expect([...(await storage.listDocs('marche'))].sort()).toEqual(['board', 'private/b']);
    });

    it('counts an erased document from 1 again, and goes on after a refusal where the disk is', async () => {
      const erase: Write = { type: 'erase', board: 'marche', doc: 'private/a' };
      await storage.commit([append('marche', 1, 'un', 'private/a'), append('marche', 2, 'deux', 'private/a')]);
      await storage.commit([erase]);
      const asIfNothing = storage.commit([append('marche', 3, 'trois', 'private/a')]);
      await expect(asIfNothing).rejects.toMatchObject({ code: 'refused' });
      await storage.commit([append('marche', 1, 'neuf', 'private/a')]);
      const refused = storage.commit([append('marche', 1, 'à tous'), append('marche', 9, 'trou', 'private/a')]);
      const beside = storage.commit([append('marche', 2, 'et', 'private/a')]);
      await expect(refused).rejects.toMatchObject({ code: 'refused' });
      await beside;
      await storage.commit([append('marche', 1, 'à tous, enfin')]);
      expect((await storage.loadDoc('marche', 'private/a')).updates).toEqual([bytes('neuf'), bytes('et')]);
      expect((await storage.loadDoc('marche', 'board')).updates).toEqual([bytes('à tous, enfin')]);
    });

    describePictures(() => storage, reopen, board);

    it('says that it can write, and after closing that it cannot', async () => {
      expect((await storage.check()).ok).toBe(true);
      await storage.close();
      expect((await storage.check()).ok).toBe(false);
      await expect(storage.commit([append('marche', 1, 'un')])).rejects.toMatchObject({ code: 'unavailable' });
      await expect(storage.findBoard('marche')).rejects.toMatchObject({ code: 'unavailable' });
      storage = await disk.open();
    });

    it('finishes what is under way before it closes', async () => {
      const commits = Array.from({ length: 50 }, (_, index) => storage.commit([append('marche', index + 1, 'geste')]));
      await storage.close();
      await Promise.all(commits);
      storage = await disk.open();
      expect((await storage.loadDoc('marche', 'board')).seq).toBe(50);
    });
  });
}
