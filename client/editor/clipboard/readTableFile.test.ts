import { describe, expect, it } from 'vitest';
import { contributionsFile } from '../../../tests/helpers/contributions.ts';
import { readTableFile, separatorOf } from './readTableFile.ts';

const fileOf = (content: string | Uint8Array, name = 'réponses.csv'): File =>
  new File([content as BlobPart], name, { type: 'text/csv' });

describe('readTableFile', () => {
  it('reads what citizens wrote, 597 answers, with their commas, quotes and line breaks', async () => {
    const read = await readTableFile(fileOf(contributionsFile()));
    if (!read.ok) throw new Error(read.why);
    expect(read.table.length).toBe(598);
    expect(read.table[0]).toEqual(['question', 'texte', 'themes']);
    expect({ encoding: read.encoding, separator: read.separator, left: read.left }).toEqual({
      encoding: 'utf-8',
      separator: ',',
      left: 0,
    });
  });

  it('reads the semicolons and the encoding that Excel writes in France', async () => {
    const latin = Uint8Array.from('Idée;Lieu\r\nUn été à la gare, le soir;Théâtre\r\n', (sign) => sign.charCodeAt(0));
    const read = await readTableFile(fileOf(latin));
    expect(read).toMatchObject({
      ok: true,
      encoding: 'windows-1252',
      separator: ';',
      table: [
        ['Idée', 'Lieu'],
        ['Un été à la gare, le soir', 'Théâtre'],
      ],
    });
  });

  it('takes each line of a text file as one cell, unless tabs part it', () => {
    expect(separatorOf('Des bancs, un abri\nDes arbres, de l’ombre\n', 'idées.txt')).toBe('\t');
    expect(separatorOf('Lieu|Idée\nGare|Des bancs, des arbres\nParc|Un abri\n', 'idées.csv')).toBe('|');
    expect(separatorOf('Une seule colonne\nDes bancs\n', 'idées.csv')).toBe(',');
  });

  it('believes a file that names its separator', async () => {
    const read = await readTableFile(fileOf('sep=|\nDes bancs, un abri|Gare\n'));
    expect(read).toMatchObject({ ok: true, table: [['Des bancs, un abri', 'Gare']] });
  });

  it('takes 5,000 rows and the names, and says how many it left; tells how far it is', async () => {
    const told: number[] = [];
    const file = fileOf(
      `Idée;Lieu\n${'Un banc à l’ombre, près de la gare routière, pour attendre le dernier car;Gare\n'.repeat(5_200)}`,
    );
    const read = await readTableFile(file, (done) => told.push(done));
    expect(read).toMatchObject({ ok: true, left: 200 });
    expect(read.ok && read.table.length).toBe(5_001);
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toBeCloseTo(1, 1);
  });

  it('refuses what is no text, what is empty, and what is too large', async () => {
    expect(await readTableFile(fileOf(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0)))).toEqual({ ok: false, why: 'binary' });
    expect(await readTableFile(fileOf(' \n;;\n'))).toEqual({ ok: false, why: 'empty' });
    expect(await readTableFile(fileOf(new Uint8Array(20 * 1024 * 1024 + 1)))).toEqual({ ok: false, why: 'tooLarge' });
  });
});
