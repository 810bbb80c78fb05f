import { describe, expect, it } from 'vitest';
import { fileName } from './fileName.ts';

const name = (title: string, area?: string): string =>
  fileName({ title, date: '2026-11-22', extension: 'png', ...(area !== undefined && { area }) });

describe('fileName', () => {
  it('says which board, which area and when, with its accents', () => {
    expect(name('Démarreur bienveillant', 'Idées & cœur')).toBe(
      'Démarreur bienveillant – Idées & cœur – 2026-11-22.png',
    );
  });

  it('leaves out what some system forbids', () => {
    expect(name('Accueil : « oui/non » ?')).toBe('Accueil - oui - non – 2026-11-22.png');
    expect(name('../..\\etc\u0000\u202egnp.exe')).toBe('etc gnp.exe – 2026-11-22.png');
    expect(name(`${'é'.repeat(500)}`).length).toBeLessThan(110);
  });

  it('has a name even where the title has none', () => {
    for (const title of ['', ' . ', '///', 'CON']) expect(name(title)).toBe('Pêle-mêle – 2026-11-22.png');
  });
});
