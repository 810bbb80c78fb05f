import { describe, expect, it } from 'vitest';
import { createMemoryStorage, openDeviceStorage } from '../ui/DeviceStorage.ts';
import { type Credential, createCredentials } from './credentials.ts';
import { createDrafts, forgetDrafts } from './drafts.ts';

const credential = (title: string, openedAt: number): Credential => ({
  participant: { id: 'p1', key: 'k1' },
  role: 'participant',
  secret: 's'.repeat(22),
  title,
  name: 'Inès',
  openedAt,
});

describe('credentials', () => {
  it('gives back what was saved, and forgets it when asked', () => {
    const credentials = createCredentials(createMemoryStorage());
    credentials.save('board1', credential('Bureau du futur', 1));
    expect(credentials.find('board1')).toEqual(credential('Bureau du futur', 1));
    credentials.forget('board1');
    expect(credentials.find('board1')).toBeNull();
  });

  it('lists the boards of this device, the latest first', () => {
    const credentials = createCredentials(createMemoryStorage());
    credentials.save('a', credential('Hub PME', 1));
    credentials.save('b', credential('Parcours usager', 3));
    credentials.save('c', credential('Concept car', 2));
    expect(credentials.recent().map(({ id, title }) => [id, title])).toEqual([
      ['b', 'Parcours usager'],
      ['c', 'Concept car'],
      ['a', 'Hub PME'],
    ]);
  });

  it('reads past what is not a credential', () => {
    const storage = createMemoryStorage();
    storage.set('pelemele.board.broken', '{"participant":');
    storage.set('pelemele.board.strange', '{"participant":{"id":1}}');
    for (const [key, value] of [
      ['role', 'owner'],
      ['presence', 'elsewhere'],
      ['ticket', 1],
      ['openedAt', '1'],
      ['title', null],
    ] as const) {
      storage.set(`pelemele.board.${key}`, JSON.stringify({ ...credential('Hub PME', 1), [key]: value }));
    }
    const credentials = createCredentials(storage);
    expect(credentials.find('broken')).toBeNull();
    expect(credentials.recent()).toEqual([]);
  });

  it('reads what a later program wrote, without what it does not know of', () => {
    const storage = createMemoryStorage();
    storage.set('pelemele.board.later', JSON.stringify({ ...credential('Hub PME', 1), pinned: true }));
    expect(createCredentials(storage).find('later')).toEqual(credential('Hub PME', 1));
  });

  it('works in memory where the browser refuses storage', () => {
    const refused = openDeviceStorage(() => {
      throw new Error('SecurityError');
    });
    const credentials = createCredentials(refused);
    credentials.save('board1', credential('Mur', 1));
    expect(refused.persistent).toBe(false);
    expect(credentials.find('board1')?.title).toBe('Mur');
  });

  it('keeps a value for this tab when the disk is full', () => {
    const kept = new Map<string, string>();
    const full = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => {
        if (key !== 'pelemele.probe') throw new Error('QuotaExceededError');
        kept.set(key, value);
      },
      removeItem: (key: string) => kept.delete(key),
    } as unknown as Storage;
    const storage = openDeviceStorage(() => full);
    storage.set('theme', 'dark');
    expect(storage.get('theme')).toBe('dark');
  });
});

describe('drafts', () => {
  it('keeps each text once, with why, without the empty ones, until they are let go', () => {
    const storage = createMemoryStorage();
    createDrafts(storage, 'b', () => 1).add([' Qui relit ? ', '', 'Qui relit ?', 'À qui le transmet-on ?'], 'refused');
    const drafts = createDrafts(storage, 'b', () => 2);
    drafts.add(['À qui le transmet-on ?', 'Sous l’étagère'], 'deleted');
    expect(drafts.list().map(({ text, reason, at }) => [text, reason, at])).toEqual([
      ['Qui relit ?', 'refused', 1],
      ['À qui le transmet-on ?', 'refused', 1],
      ['Sous l’étagère', 'deleted', 2],
    ]);
    drafts.prune((text) => text.startsWith('Qui'));
    const removed = drafts.list();
    drafts.remove(removed.map(({ id }) => id));
    expect(createDrafts(storage, 'b').list()).toEqual([]);
    drafts.restore(removed);
    expect(createDrafts(storage, 'b').list()).toEqual(removed);
  });

  it('lets go of what stands on the board, and of nothing that another tab has added meanwhile', () => {
    const storage = createMemoryStorage();
    const here = createDrafts(storage, 'b', () => 1);
    here.add(['Qui relit ?', 'À qui le transmet-on ?'], 'unsaved');
    createDrafts(storage, 'b', () => 2).add(['Sous l’étagère'], 'deleted');
    here.prune((text) => text === 'Qui relit ?');
    const left = ['À qui le transmet-on ?', 'Sous l’étagère'];
    expect([here.list(), createDrafts(storage, 'b').list()].map((drafts) => drafts.map(({ text }) => text))).toEqual([
      left,
      left,
    ]);
  });

  it('reads what an older page has kept, and past what is nothing', () => {
    const storage = createMemoryStorage();
    storage.set('pelemele.drafts.b', '["Ancien texte"]');
    expect(createDrafts(storage, 'b').list()).toMatchObject([{ text: 'Ancien texte', reason: 'unsaved' }]);
    storage.set('pelemele.drafts.b', '{"x":');
    expect(createDrafts(storage, 'b').list()).toEqual([]);
  });

  it('is forgotten for one board, or for all', () => {
    const storage = createMemoryStorage();
    for (const board of ['a', 'b', 'c']) createDrafts(storage, board).add(['texte'], 'unsaved');
    forgetDrafts(storage, 'a');
    expect([...storage.keys()].sort()).toEqual(['pelemele.drafts.b', 'pelemele.drafts.c']);
    forgetDrafts(storage, null);
    expect(storage.keys()).toEqual([]);
  });
});
