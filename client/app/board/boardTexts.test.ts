import { describe, expect, it } from 'vitest';
import { fr } from '../../i18n/fr/index.ts';
import type { MessageId } from '../../i18n/Messages.tsx';
import { initialsOf, peopleHere } from '../../session/people/people.ts';
import { shareableLinks } from './dialogs/links.ts';
import { pictureFileName } from './dialogs/pictureFileName.ts';
import { shortcutText } from './shortcutText.ts';

const t = (id: MessageId): string => fr[id];

describe('shortcutText', () => {
  it('writes keys as they stand on the keyboard', () => {
    expect(shortcutText('mod+shift+z', t, false)).toBe('Ctrl + Maj + Z');
    expect(shortcutText('mod+arrowup', t, false)).toBe('Ctrl + ↑');
    expect(shortcutText('mod+shift+z', t, true)).toBe('⌘ ⇧ Z');
    expect(shortcutText('escape', t, false)).toBe('Échap');
    expect(shortcutText('+', t, false)).toBe('+');
  });
});

describe('pictureFileName', () => {
  it('is the name of the board, then of the area, with what every file system takes', () => {
    expect(pictureFileName('Démarreur bienveillant')).toBe('Démarreur bienveillant.png');
    expect(pictureFileName('Hub PME / Nantes', 'À quoi verrait-on\u202f?')).toBe(
      'Hub PME Nantes - À quoi verrait-on.png',
    );
    expect(pictureFileName('  ... ')).toBe('Pêle-mêle.png');
    expect(pictureFileName('a'.repeat(300))).toHaveLength(84);
  });
});

describe('people', () => {
  const entry = { hue: 0, role: 'participant' as const };

  it('shows a person with two tabs once, facilitators first, then oneself', () => {
    const people = peopleHere(
      [
        { ...entry, connection: 1, participant: 'a', name: 'Anne' },
        { ...entry, connection: 2, participant: 'me', name: 'Zoé' },
        { ...entry, connection: 3, participant: 'a', name: 'Anne' },
        { ...entry, connection: 4, participant: 'f', name: 'Marc', role: 'facilitator' },
      ],
      'me',
    );
    expect(people.map(({ name, me }) => [name, me])).toEqual([
      ['Marc', false],
      ['Zoé', true],
      ['Anne', false],
    ]);
  });

  it('stands for a name with two letters at most', () => {
    expect(initialsOf('Inès Morvan')).toBe('IM');
    expect(initialsOf('yannick')).toBe('Y');
    expect(initialsOf('Anne-Claire de la Tour')).toBe('AT');
    expect(initialsOf('  ')).toBe('');
    expect(initialsOf('🦊 Renard')).toBe('🦊R');
  });
});

describe('shareableLinks', () => {
  const credential = {
    participant: { id: 'p', key: 'k' },
    role: 'facilitator' as const,
    secret: 'own',
    title: 'Mur',
    name: '',
    openedAt: 1,
  };
  const loaded = {
    reach: 'network' as const,
    links: { participate: 'http://192.168.1.20:4321/b/b1#part', watch: 'http://192.168.1.20:4321/b/b1#watch' },
  };
  const base = { board: 'b1', origin: 'http://localhost:4321', loaded };

  it('gives a facilitator the link kept on this device, at the address the room can reach', () => {
    const kept = { ...credential, facilitateSecret: 'anim' };
    expect(shareableLinks({ ...base, role: 'facilitator', credential: kept })).toEqual({
      ...loaded.links,
      facilitate: 'http://192.168.1.20:4321/b/b1#anim',
    });
    expect(shareableLinks({ ...base, role: 'facilitator', credential }).facilitate).toBeUndefined();
  });

  it('lets a participant hand on the link they came by, and nothing more', () => {
    expect(shareableLinks({ ...base, role: 'participant', credential, loaded: null })).toEqual({
      participate: 'http://localhost:4321/b/b1#own',
    });
    expect(shareableLinks({ ...base, role: 'viewer', credential, loaded: null })).toEqual({
      watch: 'http://localhost:4321/b/b1#own',
    });
  });
});
