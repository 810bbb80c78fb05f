/** What `Storage` promises of pictures: a part of the one contract suite (`storageContract.ts`). */
import { expect, it } from 'vitest';
import type { BoardRow, Storage, StoredPicture, Write } from './Storage.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

const stored = (text: string): StoredPicture => ({ type: 'image/webp', width: 30, height: 20, bytes: bytes(text) });

const picture = (boardId: string, hash: string, text: string): Write => ({
  type: 'picture',
  board: boardId,
  hash,
  picture: stored(text),
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
    expect(await storage().weighPictures('marche')).toBe(bytes('la halle').length + bytes('le quai').length);
    expect(await storage().weighPictures('inconnu')).toBe(0);
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
