import { describe, expect, it } from 'vitest';
import { createMemoryStorage, openDeviceStorage } from '../ui/DeviceStorage.ts';
import { type Credential, createCredentials } from './credentials.ts';
import { createDrafts } from './drafts.ts';

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
    const credentials = createCredentials(storage);
    expect(credentials.find('broken')).toBeNull();
    expect(credentials.recent()).toEqual([]);
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
  it('keeps each text once, without the empty ones, until they are cleared', () => {
    const storage = createMemoryStorage();
    createDrafts(storage, 'b').add([' Qui relit ? ', '', 'Qui relit ?', 'À qui le transmet-on ?']);
    const drafts = createDrafts(storage, 'b');
    expect(drafts.list()).toEqual(['Qui relit ?', 'À qui le transmet-on ?']);
    drafts.prune((text) => text.startsWith('Qui'));
    expect(drafts.list()).toEqual(['À qui le transmet-on ?']);
    drafts.clear();
    expect(createDrafts(storage, 'b').list()).toEqual([]);
  });
});
