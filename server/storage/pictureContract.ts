/** What `Storage` promises of pictures: a part of the one contract suite (`storageContract.ts`). */
import { expect, it } from 'vitest';
import type { BoardRow, Storage, StoredPicture, Write } from './Storage.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

const stored = (text: string): StoredPicture => ({ type: 'image/webp', width: 30, height: 20, bytes: bytes(text) });

const picture = (boardId: string, hash: string, text: string, broughtBy?: string): Write => ({
  type: 'picture',
  board: boardId,
  hash,
  picture: stored(text),
  ...(broughtBy !== undefined && { broughtBy }),
});

const use = (day: number, ...used: string[]): Write => ({ type: 'pictureUse', board: 'marche', used, day });

const drop = (hash: string, unusedDays: number, seq = 0): Write => ({
  type: 'dropPicture',
  board: 'marche',
  ...{ hash, unusedDays, seq },
});

/** `storage` is open and has the board "marche"; `reopen` closes it and opens the same disk again. */
export function describePictures(
  storage: () => Storage,
  reopen: () => Promise<void>,
  board: (id: string) => BoardRow,
): void {
  it('keeps a picture once a hash and board, and weighs those of a board', async () => {
    await storage().commit([{ type: 'createBoard', board: board('ailleurs') }, picture('ailleurs', 'h1', 'la place')]);
    await storage().commit([picture('marche', 'h1', 'la halle'), picture('marche', 'h2', 'le quai')]);
    await storage().commit([picture('marche', 'h1', 'autre chose'), picture('marche', 'h1', 'encore')]);
    await expect(storage().commit([picture('marche', 'h3', 'x'), picture('inconnu', 'h1', 'y')])).rejects.toThrow();
    await reopen();
    expect(await storage().loadPicture('marche', 'h1')).toEqual(stored('la halle'));
    expect(await storage().loadPicture('ailleurs', 'h1')).toEqual(stored('la place'));
    for (const [where, hash] of [
      ['marche', 'h3'],
      ['ailleurs', 'h2'],
      ['inconnu', 'h1'],
      ['marche', '__proto__'],
    ] as const)
      expect(await storage().loadPicture(where, hash)).toBeNull();
    const all = bytes('la halle').length + bytes('le quai').length;
    expect(await storage().weighPictures('marche', 'ana')).toEqual({ all, own: 0 });
    expect(await storage().weighPictures('inconnu', 'ana')).toEqual({ all: 0, own: 0 });
    expect([...(await storage().listPicturedBoards())].sort()).toEqual(['ailleurs', 'marche']);
  });

  it('knows whose share a picture counts to: of who brought it first, on that board', async () => {
    await storage().commit([{ type: 'createBoard', board: board('ailleurs') }, picture('ailleurs', 'h1', 'x', 'ana')]);
    await storage().commit([picture('marche', 'h1', 'la halle', 'ana'), picture('marche', 'h2', 'le quai')]);
    await storage().commit([picture('marche', 'h3', 'la gare', 'ana'), picture('marche', 'h1', 'la halle', 'bruno')]);
    await reopen();
    const own = bytes('la halle').length + bytes('la gare').length;
    expect((await storage().weighPictures('marche', 'ana')).own).toBe(own);
    expect((await storage().weighPictures('marche', 'bruno')).own).toBe(0);
  });

  it('counts the days on which nothing names a picture, each once, and begins anew when something does', async () => {
    const days = async (): Promise<readonly (readonly [string, number])[]> =>
      (await storage().listPictures('marche')).map(({ hash, unusedDays }) => [hash, unusedDays] as const).sort();
    await storage().commit([{ type: 'createBoard', board: board('ailleurs') }, picture('ailleurs', 'h1', 'x')]);
    await storage().commit([picture('marche', 'h1', 'la halle'), picture('marche', 'h2', 'le quai')]);
    await storage().commit([use(100, 'h1'), use(100, 'h1'), use(101, 'h1')]);
    await reopen();
    await storage().commit([use(101, 'h1')]);
    expect(await days()).toEqual([
      ['h1', 0],
      ['h2', 2],
    ]);
    await storage().commit([use(102), picture('marche', 'h2', 'le quai')]);
    expect(await days()).toEqual([
      ['h1', 1],
      ['h2', 0],
    ]);
    expect(await storage().listPictures('ailleurs')).toEqual([{ hash: 'h1', unusedDays: 0 }]);
  });

  it('takes a picture away only when it has been unused for long enough, and nothing was written since', async () => {
    await storage().commit([
      picture('marche', 'h1', 'la halle', 'ana'),
      picture('marche', 'h2', 'le quai'),
      use(1, 'h2'),
    ]);
    await storage().commit([use(2, 'h2')]);
    for (const refused of [drop('h1', 3), drop('h2', 1), drop('h1', 2, 1), drop('inconnu', 0)])
      await expect(storage().commit([refused])).rejects.toMatchObject({ code: 'refused' });
    const update = bytes('une écriture');
    await storage().commit([{ type: 'append', board: 'marche', doc: 'board', seq: 1, update }]);
    await expect(storage().commit([drop('h1', 2)])).rejects.toMatchObject({ code: 'refused' });
    expect(await storage().loadPicture('marche', 'h1')).toEqual(stored('la halle'));
    await storage().commit([drop('h1', 2, 1)]);
    await reopen();
    expect(await storage().loadPicture('marche', 'h1')).toBeNull();
    expect(await storage().listPictures('marche')).toEqual([{ hash: 'h2', unusedDays: 0 }]);
    expect(await storage().weighPictures('marche', 'ana')).toEqual({ all: bytes('le quai').length, own: 0 });
    await storage().commit([picture('marche', 'h1', 'la halle')]);
    expect(await storage().loadPicture('marche', 'h1')).toEqual(stored('la halle'));
  });

  it('refuses a picture of a board that does not exist', async () => {
    await expect(storage().commit([picture('inconnu', 'h1', 'vue')])).rejects.toMatchObject({ code: 'refused' });
  });

  it('takes a copy of a picture’s bytes, and only of the part that was meant', async () => {
    const buffer = bytes('xx quai xx');
    const part: StoredPicture = { ...stored(''), bytes: buffer.subarray(3, 7) };
    const done = storage().commit([{ type: 'picture', board: 'marche', hash: 'h1', picture: part }]);
    await done;
    buffer.fill(0);
    expect((await storage().loadPicture('marche', 'h1'))?.bytes).toEqual(bytes('quai'));
  });
}
