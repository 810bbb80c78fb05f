import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { encloses, intersects } from '../../../shared/geometry/box.ts';
import { contributionsFile } from '../../../tests/helpers/contributions.ts';
import { toTable } from './table.ts';
import { COLUMN_ROLES, guessChoices, planTable, type TableChoices } from './tableNotes.ts';

const SHEET = [
  ['Irritants', 'Idées'],
  ['Attente', 'Un banc'],
  ['', 'Un abri'],
];
const CELLS: TableChoices = { each: 'cell', header: 'none', hasNames: false, roles: [] };
const ROWS: TableChoices = { each: 'row', header: 'none', hasNames: true, roles: [] };
const YELLOW = { color: 'yellow' } as const;

describe('planTable', () => {
  it('makes a note of each cell, in the rows and columns of the sheet', () => {
    const { notes, areas } = planTable(SHEET, CELLS, YELLOW);
    expect(notes.map(({ text, at }) => [text, at.x, at.y])).toEqual([
      ['Irritants', 0, 0],
      ['Idées', 220, 0],
      ['Attente', 0, 220],
      ['Un banc', 220, 220],
      ['Un abri', 220, 440],
    ]);
    expect(areas).toEqual([]);
  });

  it('tags each note with the name of its column', () => {
    const { notes, tags } = planTable(
      SHEET,
      { ...CELLS, header: 'tags' },
      { ...YELLOW, tagColor: (name) => (name === 'Idées' ? 'grey' : undefined) },
    );
    expect(notes.map(({ text, tags: own }) => [text, ...own])).toEqual([
      ['Attente', 'Irritants'],
      ['Un banc', 'Idées'],
      ['Un abri', 'Idées'],
    ]);
    expect([...tags]).toEqual([
      ['Irritants', 'blue'],
      ['Idées', 'grey'],
    ]);
  });

  it('makes an area of each column, its rows still side by side', () => {
    const { notes, areas, size } = planTable(SHEET, { ...CELLS, header: 'areas' }, YELLOW);
    expect(areas.map(({ title, at, size: [w, h] }) => [title, at.x, w, h])).toEqual([
      ['Irritants', 0, 240, 460],
      ['Idées', 320, 240, 460],
    ]);
    expect(notes.map(({ text, area, at }) => [text, area, at.x, at.y])).toEqual([
      ['Attente', 0, 20, 20],
      ['Un banc', 1, 20, 20],
      ['Un abri', 1, 20, 240],
    ]);
    expect(size).toEqual({ w: 560, h: 460 });
  });

  it('makes a note of each row, with its tags, its colour and its area', () => {
    const table = [
      ['Lieu', 'Idée', 'Thèmes', 'Couleur', 'Qui'],
      ['Gare', 'Des bancs', 'Confort|Attente', 'bleu clair', 'Léa'],
      ['Parc', 'Des arbres', 'Confort', 'Vert', 'Max'],
      ['Gare', '', 'Rien', '', ''],
      ['', 'Un kiosque', '', '', ''],
    ];
    const plan = planTable(table, { ...ROWS, roles: ['area', 'text', 'tags', 'color', 'none'] }, YELLOW);
    expect(plan.areas.map(({ title }) => title)).toEqual(['Gare', 'Parc']);
    expect(plan.notes.map(({ text, tags, color, area }) => [text, tags, color, area])).toEqual([
      ['Des bancs', ['Confort', 'Attente'], 'blue', 0],
      ['Des arbres', ['Confort'], 'green', 1],
      ['Un kiosque', [], 'yellow', null],
    ]);
  });

  it('cuts a text at what a note may hold, and says how many', () => {
    const plan = planTable([['a'.repeat(10_001)], ['b']], CELLS, YELLOW);
    expect([plan.cut, plan.notes[0]?.text.length]).toEqual([1, 10_000]);
  });

  it('guesses what the columns of a public consultation are', () => {
    const table = toTable(Papa.parse<string[]>(contributionsFile().toString('utf8')).data);
    const choices = guessChoices(table, { isFile: true });
    expect(choices).toEqual({ each: 'row', header: 'none', hasNames: true, roles: ['area', 'text', 'tags'] });
    const plan = planTable(table, choices, YELLOW);
    expect(plan.notes.length).toBe(597);
    expect(plan.areas.length).toBe(new Set(table.slice(1).map(([question]) => question)).size);
    expect(plan.notes.some(({ tags }) => tags.includes('Supprimer les niches fiscales, CICE'))).toBe(true);
  });

  it('takes the first row for content where it names nothing', () => {
    expect(
      guessChoices(
        [
          ['Des bancs', 'Des bancs'],
          ['a', 'b'],
        ],
        { isFile: false },
      ),
    ).toMatchObject({ each: 'cell', hasNames: false });
  });

  it('loses no cell, lays nothing over anything, and keeps notes in their areas, whatever the table and the choices', () => {
    const cell = fc.oneof(
      { weight: 1, arbitrary: fc.constant('') },
      { weight: 3, arbitrary: fc.constantFrom('Gare', 'Parc', 'Des bancs|Des arbres', 'bleu', 'Confort') },
    );
    const tables = fc
      .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 60 })
      .map(toTable);
    const choices = fc.record({
      each: fc.constantFrom('cell' as const, 'row' as const),
      header: fc.constantFrom('none' as const, 'tags' as const, 'areas' as const),
      hasNames: fc.boolean(),
      roles: fc.array(fc.constantFrom(...COLUMN_ROLES), { minLength: 4, maxLength: 4 }),
    });
    fc.assert(
      fc.property(tables, choices, (table, chosen) => {
        const plan = planTable(table, chosen, YELLOW);
        if (chosen.each === 'cell') {
          const rows = chosen.header === 'none' ? table : table.slice(1);
          expect(plan.notes.map(({ text }) => text).sort()).toEqual(
            rows
              .flat()
              .filter((text) => text !== '')
              .sort(),
          );
        }
        const boxes = plan.notes.map(({ at, area }) => {
          const origin = area === null ? { x: 0, y: 0 } : (plan.areas[area]?.at ?? { x: 0, y: 0 });
          return { area, x: origin.x + at.x, y: origin.y + at.y, w: 200, h: 200 };
        });
        const areas = plan.areas.map(({ at, size: [w, h] }) => ({ ...at, w, h }));
        for (const [i, box] of boxes.entries()) {
          for (const other of boxes.slice(i + 1)) expect(intersects(box, other)).toBe(false);
          for (const [n, area] of areas.entries())
            expect(n === box.area ? encloses(area, box) : !intersects(area, box)).toBe(true);
        }
        for (const [i, area] of areas.entries())
          for (const other of areas.slice(i + 1)) expect(intersects(area, other)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
