import { describe, expect, it } from 'vitest';
import { createMemoryStorage } from '../../ui/DeviceStorage.ts';
import { Bookmarks, forgetBookmarks, MOST_BOOKMARKS } from './Bookmarks.ts';

const BOX = { x: 10, y: -20, w: 800, h: 600 };

describe('Bookmarks', () => {
  it('keeps named views for each board, over a reload', () => {
    const storage = createMemoryStorage();
    const bookmarks = new Bookmarks(storage, 'marche');
    bookmarks.add('  Les  hypothèses ', BOX);
    bookmarks.add('Les votes', { ...BOX, x: 900 });
    expect(new Bookmarks(storage, 'marche').list().map(({ name, box }) => [name, box.x])).toEqual([
      ['Les hypothèses', 10],
      ['Les votes', 900],
    ]);
    expect(new Bookmarks(storage, 'autre').list()).toEqual([]);
  });

  it('renames and deletes, and tells who listens', () => {
    const bookmarks = new Bookmarks(createMemoryStorage(), 'marche');
    let told = 0;
    bookmarks.subscribe(() => {
      told += 1;
    });
    const first = bookmarks.add('Un', BOX);
    const second = bookmarks.add('Deux', BOX);
    bookmarks.rename(first?.id ?? '', 'Accueil');
    bookmarks.rename(first?.id ?? '', '   ');
    bookmarks.delete(second?.id ?? '');
    expect([bookmarks.list().map(({ name }) => name), told]).toEqual([['Accueil'], 4]);
    // A freed id serves again and names one view only.
    expect(bookmarks.add('Trois', BOX)?.id).toBe(second?.id);
  });

  it('keeps the views of two tabs of one board, whichever writes last', () => {
    const storage = createMemoryStorage();
    const [one, two] = [new Bookmarks(storage, 'marche'), new Bookmarks(storage, 'marche')];
    const first = one.add('Les hypothèses', BOX);
    const second = two.add('Les votes', BOX);
    expect(two.list().map(({ name }) => name)).toEqual(['Les hypothèses', 'Les votes']);
    expect(second?.id).not.toBe(first?.id);
    one.rename(first?.id ?? '', 'Hypothèses');
    two.delete(second?.id ?? '');
    one.add('Le mandat', BOX);
    expect(new Bookmarks(storage, 'marche').list().map(({ name }) => name)).toEqual(['Hypothèses', 'Le mandat']);
    // Nor does it bring back what the other has deleted.
    two.delete(first?.id ?? '');
    one.rename(first?.id ?? '', 'Accueil');
    expect(one.list().map(({ name }) => name)).toEqual(['Le mandat']);
  });

  it('deletes and renames the one that is shown, not another that has its id by now', () => {
    const storage = createMemoryStorage();
    const old = new Bookmarks(storage, 'marche').add('Les hypothèses', BOX)?.id ?? '';
    const [renaming, deleting, other] = [0, 1, 2].map(() => new Bookmarks(storage, 'marche'));
    other?.delete(old);
    expect(other?.add('Les votes', { ...BOX, x: BOX.x + 5_000 })?.id).toBe(old);
    renaming?.rename(old, 'Accueil');
    deleting?.delete(old);
    expect(new Bookmarks(storage, 'marche').list().map(({ name }) => name)).toEqual(['Les votes']);
  });

  it('takes no more than a list can show', () => {
    const bookmarks = new Bookmarks(createMemoryStorage(), 'marche');
    for (let n = 0; n < MOST_BOOKMARKS; n++) expect(bookmarks.add(`Vue ${n}`, BOX)).not.toBeNull();
    expect(bookmarks.add('Une de trop', BOX)).toBeNull();
  });

  it('leaves out what is no bookmark, whoever wrote it', () => {
    const storage = createMemoryStorage();
    const wrong = [null, 3, { id: 'a' }, { id: 'b', name: 'x', box: { x: 0, y: 0, w: 0, h: 1 } }];
    const right = { id: 'c', name: 'Bien', box: BOX };
    storage.set('pelemele.bookmarks.m', JSON.stringify([...wrong, right, right]));
    expect(new Bookmarks(storage, 'm').list()).toEqual([right]);
    storage.set('pelemele.bookmarks.m', '{');
    expect(new Bookmarks(storage, 'm').list()).toEqual([]);
    storage.set('pelemele.bookmarks.m', '{}');
    expect(new Bookmarks(storage, 'm').list()).toEqual([]);
  });

  it('leaves the device with its board', () => {
    const storage = createMemoryStorage();
    for (const board of ['a', 'b']) new Bookmarks(storage, board).add('Vue', BOX);
    forgetBookmarks(storage, 'a');
    expect([new Bookmarks(storage, 'a').list().length, new Bookmarks(storage, 'b').list().length]).toEqual([0, 1]);
    forgetBookmarks(storage, null);
    expect(storage.keys()).toEqual([]);
  });
});
