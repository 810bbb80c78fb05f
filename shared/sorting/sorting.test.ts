import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContributions } from '../../tests/helpers/contributions.ts';
import { Random } from '../../tests/helpers/random.ts';
import { completeGroups } from './complete.ts';
import { createCorpus, type SortedNote } from './corpus.ts';
import { cutTree, firstCount, growTree } from './draft.ts';
import { findDuplicates } from './duplicates.ts';
import { cut, ward } from './hierarchy.ts';
import { findAlike } from './neighbours.ts';

const FR = { fallback: 'fr' } as const;
const notes: readonly SortedNote[] = readContributions().map(({ text }, n) => ({ id: `c${n}`, text }));
const shuffled = <T>(list: readonly T[], seed: number): T[] => {
  const random = new Random(seed);
  return list
    .map((one) => [random.next(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
};
const texts = (...all: string[]): SortedNote[] => all.map((text, n) => ({ id: `n${n}`, text }));

/** All that can be asked of a wall. */
function sortAll(wall: readonly SortedNote[]) {
  const corpus = createCorpus(wall, FR);
  const byId = [...wall].map(({ id }) => id).sort();
  const groups = [
    { id: 'a', name: 'Impôts et taxes', members: byId.slice(0, 3) },
    { id: 'b', name: 'Transports', members: byId.slice(3, 6) },
  ];
  const tree = growTree(wall, FR);
  return {
    duplicates: findDuplicates(corpus),
    alike: byId[0] === undefined ? [] : findAlike(corpus, byId[0]),
    complete: completeGroups(wall, groups, FR),
    drafts: [1, 3, 8].map((count) => cutTree(tree, count)),
  };
}

describe('the help with sorting', () => {
  it('says the same of the same notes, in whatever order they come', () => {
    const wall = notes.slice(0, 120);
    const once = sortAll(wall);
    for (const seed of [1, 2, 3]) expect(sortAll(shuffled(wall, seed))).toEqual(once);
  });

  it('keeps every note in one place of a draft, exactly once, whatever people write', () => {
    const anyText = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom(...notes.slice(0, 30).map(({ text }) => text), '', '12', 'oui'),
    );
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 24 }), fc.integer({ min: 1, max: 9 }), (all, count) => {
        const wall = texts(...all);
        const { groups, apart } = cutTree(growTree(wall, FR), count);
        expect([...groups.flatMap((group) => group.notes), ...apart].sort()).toEqual(wall.map(({ id }) => id).sort());
        expect(groups.length).toBeLessThanOrEqual(count);
        const piles = findDuplicates(createCorpus(wall, FR)).flatMap((set) => set.notes);
        expect(new Set(piles).size).toBe(piles.length);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('proposes only notes that are in no group, each for one group there is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 40, maxLength: 40 }), (assigned) => {
        const wall = notes.slice(0, 40);
        const groups = ['a', 'b', 'c'].map((id, n) => ({
          id,
          name: '',
          members: wall.filter((_, at) => assigned[at] === n).map((note) => note.id),
        }));
        const placed = new Set(groups.flatMap(({ members }) => members));
        const proposals = completeGroups(wall, groups, FR);
        expect(new Set(proposals.map(({ note }) => note)).size).toBe(proposals.length);
        for (const { note, group, lead } of proposals) {
          expect(placed.has(note)).toBe(false);
          expect(groups.find(({ id }) => id === group)?.members.length).toBeGreaterThan(0);
          expect(lead).toBeGreaterThanOrEqual(0);
          expect(lead).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 20, seed: 11 },
    );
  });

  it('takes nothing, one note, notes that say nothing, and a thousand times the same', () => {
    expect(sortAll([])).toMatchObject({ duplicates: [], alike: [], complete: [] });
    expect(sortAll(texts('Baisser la TVA')).drafts[1]).toMatchObject({
      groups: [{ name: 'Baisser, TVA', notes: ['n0'] }],
    });
    expect(sortAll(texts('???', '…', 'le la les')).drafts[0]).toEqual({ groups: [], apart: ['n0', 'n2', 'n1'] });
    const same = texts(...Array.from({ length: 1_000 }, () => 'Plus de pistes cyclables'));
    const { duplicates, drafts } = sortAll(same);
    expect(duplicates.map((set) => [set.notes.length, set.similarity])).toEqual([[1_000, 1]]);
    expect(drafts[0]?.groups[0]?.notes.length).toBe(1_000);
  });

  it('reads ten thousand notes, each in a group', () => {
    const wall = Array.from({ length: 10_000 }, (_, n) => ({
      id: `n${n}`,
      text: `${notes[n % notes.length]?.text} ${notes[(n * 7) % notes.length]?.text.slice(0, 40)}`,
    }));
    const tree = growTree(wall, FR);
    expect(tree.members.length).toBe(1_000);
    const { groups, apart } = cutTree(tree, 12);
    expect(groups.flatMap((group) => group.notes).length + apart.length).toBe(10_000);
    expect(groups.length).toBe(12);
  }, 60_000);

  it('can be stopped from its progress', () => {
    const stop = new Error('enough');
    const seen: number[] = [];
    expect(() =>
      growTree(notes, FR, (done) => {
        seen.push(done);
        if (done > 0.3) throw stop;
      }),
    ).toThrow(stop);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('begins with a number of groups that can be read', () => {
    expect([0, 1, 3, 20, 80, 5_000].map(firstCount)).toEqual([0, 1, 2, 3, 10, 12]);
  });
});

describe('near-duplicates', () => {
  const same = (a: string, b: string): boolean =>
    findDuplicates(createCorpus([...notes, ...texts(a, b)], FR)).some(
      ({ notes: set }) => set.includes('n0') && set.includes('n1'),
    );

  it('sees through accents, plurals, the order of words, small words and slips of the finger', () => {
    expect(same('Créer des pistes cyclables sécurisées', 'CREER DES PISTES CYCLABLES SECURISEES')).toBe(true);
    expect(same('Une crèche municipale', 'Des crèches municipales')).toBe(true);
    expect(same('Des transports gratuits pour les jeunes', 'Pour les jeunes, des transports gratuits')).toBe(true);
    expect(same('Réduire le gaspillage alimentaire', 'Réduire le gapsillage alimentaire')).toBe(true);
    expect(same('Open the library on Sundays', 'Opening the libraries on a Sunday')).toBe(true);
  });

  it('never takes the contrary, or another number, for the same', () => {
    expect(same('Baisser la TVA sur l’essence', 'Augmenter la TVA sur l’essence')).toBe(false);
    expect(same('Fermer l’école du village', 'Ne pas fermer l’école du village')).toBe(false);
    expect(same('Un repas à 1 euro', 'Un repas à 3 euros')).toBe(false);
    expect(same('Voter avec le vote blanc', 'Voter sans le vote blanc')).toBe(false);
  });

  it('puts the fullest note first', () => {
    const [set] = findDuplicates(
      createCorpus(texts('pistes cyclables', 'Des pistes cyclables, partout !'.slice(0, 22)), FR),
    );
    expect(set?.notes).toEqual(['n1', 'n0']);
  });
});

describe('completing groups', () => {
  it('follows the notes people have placed, and the names they gave', () => {
    const wall = texts(
      'Plus de bus le soir',
      'Un tramway jusqu’à la gare',
      'Ouvrir la piscine le dimanche',
      'Un gymnase pour le quartier',
      'Des bus plus fréquents',
      'Une piscine couverte',
      'xyz',
    );
    const groups = [
      { id: 'move', name: 'Bus et tramway', members: ['n0', 'n1'] },
      { id: 'sport', name: 'Piscine, gymnase', members: ['n2', 'n3'] },
    ];
    const proposals = completeGroups(wall, groups, FR);
    expect(proposals.map(({ note, group }) => [note, group]).sort()).toEqual([
      ['n4', 'move'],
      ['n5', 'sport'],
    ]);
    const byNames = groups.map((group) => ({ ...group, members: [] }));
    expect(completeGroups(wall, byNames, FR).find(({ note }) => note === 'n5')?.group).toBe('sport');
  });

  it('is sure only of notes that plainly come near, not of those that lead by a word in passing', () => {
    const about = (question: string): SortedNote[] =>
      readContributions().flatMap((one, n) =>
        one.question.startsWith(question) ? [{ id: `q${n}`, text: one.text }] : [],
      );
    const taxes = about('Quels sont selon vous les impôts');
    const climate = about('Si oui, de quelle manière votre vie quotidienne');
    const begun = (id: string, name: string, word: RegExp) => ({
      id,
      name,
      members: taxes
        .filter(({ text }) => word.test(text))
        .slice(0, 4)
        .map((note) => note.id),
    });
    const groups = [begun('vat', 'TVA', /\btva\b/i), begun('income', 'Impôt sur le revenu', /sur le revenu/i)];
    const found = completeGroups([...taxes, ...climate], groups, FR);
    const strays = new Set(climate.map(({ id }) => id));
    const sure = found.filter(({ confidence }) => confidence === 'high');
    const leading = found.filter(({ note, lead }) => strays.has(note) && lead >= 0.6);
    expect(sure.length).toBeGreaterThan(5);
    expect(leading.length).toBeGreaterThan(5);
    expect(sure.filter(({ note }) => strays.has(note)).length).toBeLessThan(leading.length / 4);
  });

  it('finds as much between two notes whichever is asked, also where a model knows only some', () => {
    const wall = notes.slice(0, 40);
    const meanings = new Map(
      wall.filter((_, n) => n % 3 > 0).map(({ id }, n) => [id, [Math.cos(n), Math.sin(n), 0.3, n / 40, 1]]),
    );
    meanings.set(wall[1]?.id ?? '', [1, 2]);
    const corpus = createCorpus([...wall, { id: 'small', text: 'oui' }, { id: 'meant', text: 'et' }], {
      ...FR,
      meanings: meanings.set('meant', [0, 0, 0, 0, 9]),
    });
    const rows = corpus.notes.map((_, n) => corpus.row(n).slice());
    for (const [a, row] of rows.entries())
      for (const [b, shared] of row.entries()) expect(shared).toBeCloseTo(rows[b]?.[a] ?? -1, 5);
    for (const [n, row] of rows.entries()) expect(corpus.tells(n)).toBe((row[n] ?? 0) > 0);
    expect(['small', 'meant'].map((id) => corpus.tells(corpus.at.get(id) ?? -1))).toEqual([false, true]);
  });

  it('lets a model’s meanings join what shares no word', () => {
    const wall = texts('Bus', 'Piscine', 'Métro', 'Natation');
    const groups = [
      { id: 'move', name: '', members: ['n0'] },
      { id: 'sport', name: '', members: ['n1'] },
    ];
    expect(completeGroups(wall, groups, FR)).toEqual([]);
    const meanings = new Map([
      ['n0', [1, 0.1]],
      ['n2', [0.9, 0]],
      ['n1', [0.1, 1]],
      ['n3', [0, 0.9]],
    ]);
    const found = completeGroups(wall, groups, { ...FR, meanings });
    expect(found.map(({ note, group }) => [note, group]).sort()).toEqual([
      ['n2', 'move'],
      ['n3', 'sport'],
    ]);
  });
});

describe('the tree of a draft', () => {
  it('joins as Ward’s criterion says, checked against trying every pair', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 2, maxLength: 12 }), (points) => {
        const n = points.length;
        const distances = Float32Array.from(
          { length: n * n },
          (_, at) => ((points[Math.floor(at / n)] as number) - (points[at % n] as number)) ** 2,
        );
        const joins = ward(distances, n);
        expect(joins.length).toBe(n - 1);
        const heights = joins.map(({ height }) => height);
        expect(heights).toEqual([...heights].sort((a, b) => a - b));
        const expected = wardByTrying(points);
        for (const [at, height] of expected.entries()) expect(heights[at]).toBeCloseTo(height, 0);
        for (let k = 1; k <= n; k++) expect(new Set(cut(joins, n, k)).size).toBe(k);
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});

/** Heights of the joins, by trying every pair of groups at each step. */
function wardByTrying(points: readonly number[]): number[] {
  let groups = points.map((point) => [point]);
  const heights: number[] = [];
  const mean = (group: readonly number[]): number => group.reduce((a, b) => a + b, 0) / group.length;
  while (groups.length > 1) {
    let best = { a: 0, b: 1, cost: Number.POSITIVE_INFINITY };
    for (let a = 0; a < groups.length; a++)
      for (let b = a + 1; b < groups.length; b++) {
        const [x, y] = [groups[a] as number[], groups[b] as number[]];
        const cost = ((2 * x.length * y.length) / (x.length + y.length)) * (mean(x) - mean(y)) ** 2;
        if (cost < best.cost) best = { a, b, cost };
      }
    heights.push(best.cost);
    groups = [
      ...groups.filter((_, n) => n !== best.a && n !== best.b),
      [...(groups[best.a] as number[]), ...(groups[best.b] as number[])],
    ];
  }
  return heights.sort((a, b) => a - b);
}
