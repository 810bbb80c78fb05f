import { describe, expect, it } from 'vitest';
import { OPEN_STEP, type Step } from '../../shared/access/Step.ts';
import type { RawElement } from '../../shared/elements/parseElement.ts';
import { type Author, type Change, judgeChange } from './judge.ts';

const ANA: Author = { id: 'ana', role: 'participant', group: null };
const LEA: Author = { id: 'lea', role: 'facilitator', group: null };
const note = (more: RawElement = {}): RawElement => ({
  kind: 'note',
  place: [null, 0, 0],
  size: [200, 200],
  z: 'a0',
  text: 'Ouvrir le samedi',
  ...more,
});
/** Cards are sorted at the tables: one's own may be written on, any may be moved. */
const SORTING: Step = { ...OPEN_STEP, areas: ['table-1', 'table-2'], edit: 'own', kinds: ['note'] };
const at = (areasBefore: readonly string[], areasAfter = areasBefore) => ({ step: SORTING, areasBefore, areasAfter });
const change = (before: RawElement | null, after: RawElement | null, owner?: string): Change => ({
  id: 'n1',
  before,
  after,
  owner,
});

describe('judgeChange in a step', () => {
  const moved = change(note(), note({ place: [null, 10, 0] }), 'bruno');
  const written = (owner: string): Change => change(note(), note({ text: 'Ouvrir le soir' }), owner);

  it('lets people add what the step names, where it says', () => {
    const added = change(null, note());
    expect(judgeChange(added, ANA, at([], ['cadre', 'table-1']))).toBeNull();
    expect(judgeChange(added, ANA, at([], ['accueil']))).toBe('role');
    expect(judgeChange(change(null, note({ kind: 'frame' })), ANA, at([], ['table-1']))).toBe('role');
  });

  it('lets people write on their own notes only, by the table of who made what', () => {
    expect(judgeChange(written('ana'), ANA, at(['table-1']))).toBeNull();
    expect(judgeChange(written('bruno'), ANA, at(['table-1']))).toBe('role');
    expect(judgeChange(change(note(), null, 'bruno'), ANA, at(['table-1']))).toBe('role');
  });

  it('lets a note pass from one table to another, and neither out nor in', () => {
    expect(judgeChange(moved, ANA, at(['table-1'], ['table-2']))).toBeNull();
    expect(judgeChange(moved, ANA, at(['table-1'], []))).toBe('role');
    expect(judgeChange(moved, ANA, at([], ['table-1']))).toBe('role');
  });

  it('narrows no facilitator', () => {
    for (const one of [moved, written('bruno'), change(null, note({ kind: 'frame' }))]) {
      expect(judgeChange(one, LEA, at([]))).toBeNull();
    }
  });
});

it('lets nobody sign what somebody else has made, or what nobody is known to have made', () => {
  const signed = note({ by: 'ana' });
  expect(judgeChange(change(null, signed), ANA)).toBeNull();
  expect(judgeChange(change(note(), signed, 'ana'), ANA)).toBeNull();
  expect(judgeChange(change(note(), signed, 'bruno'), ANA)).toBe('author');
  expect(judgeChange(change(note(), signed), ANA), 'an anonymous note').toBe('author');
  expect(judgeChange(change(null, signed, 'bruno'), ANA), 'a deleted one brought back').toBe('author');
  expect(judgeChange(change(null, note({ by: 'bruno' }), 'bruno'), ANA)).toBeNull();
});

it('lets nobody sign what is new where people are not named, as a page would that missed the step', () => {
  const signed = note({ by: 'ana' });
  const setting = { step: { ...OPEN_STEP, attribution: 'group' as const }, areasBefore: [], areasAfter: [] };
  expect(judgeChange(change(null, signed), ANA, setting)).toBe('author');
  expect(judgeChange(change(null, note()), ANA, setting)).toBeNull();
  expect(judgeChange(change(null, signed, 'ana'), ANA, setting), 'one’s own that comes back').toBeNull();
  expect(judgeChange(change(null, signed), ANA)).toBeNull();
});

it('lets nobody make another kind of what stands: a step that names kinds would be got round', () => {
  const bare = { kind: 'note', place: [null, 0, 0], size: [200, 200], z: 'a0' } as const;
  for (const author of [ANA, LEA]) {
    for (const kind of ['frame', 'cluster', 'zeppelin', undefined]) {
      expect(judgeChange(change(bare, { ...bare, kind }, 'ana'), author)).toBe('schema');
    }
  }
  const other = { ...bare, kind: 'zeppelin' };
  expect(judgeChange(change(other, bare), LEA), 'what is not understood').toBe('placeholder');
});

describe('a moment that is said', () => {
  const NOW = Date.UTC(2026, 10, 22, 9);
  const DAY = 24 * 3600 * 1000;
  const comment = (at: number, more: object = {}) =>
    note({ 'comment.ana.k1': { text: 'Et le dimanche ?', at, ...more } });
  const settled = (at: number) => note({ ...comment(NOW), 'resolved.ana.ana.k1': { at, is: true } });
  const judge = (before: RawElement | null, after: RawElement) =>
    judgeChange(change(before, after, 'ana'), ANA, undefined, NOW);

  it('may be a day ahead, as of a clock that is wrong, and no more: it would have the last word for ever', () => {
    expect(judge(note(), comment(NOW + DAY))).toBeNull();
    expect(judge(comment(NOW), settled(NOW + DAY))).toBeNull();
    for (const at of [NOW + DAY + 1, 8.64e15]) {
      expect(judge(note(), comment(at))).toBe('moment');
      expect(judge(null, comment(at))).toBe('moment');
      expect(judge(comment(NOW), settled(at))).toBe('moment');
      expect(judge(comment(NOW), comment(NOW, { edited: at }))).toBe('moment');
    }
  });

  it('that stands already is left as it is, and goes with its words', () => {
    const [before, after] = [comment(8.64e15), comment(8.64e15, { edited: NOW })];
    expect(judge(before, after)).toBeNull();
    expect(judge(settled(8.64e15), settled(NOW))).toBeNull();
    expect(judge(before, { ...before, color: 'pink' })).toBeNull();
    const said = { 'comment.ana.k1': before['comment.ana.k1'] };
    const back = { ...change(null, before, 'ana'), said };
    expect(judgeChange(back, ANA, undefined, NOW)).toBeNull();
  });

  it('may come right after the last word on a thread, whoever said that and whatever their clock: it can be opened again', () => {
    const of = (ref: string, at: number, last: number) =>
      note({
        ...comment(NOW),
        [`resolved.bruno.${ref}`]: { at: last, is: true },
        'resolved.ana.ana.k1': { at, is: false },
      });
    const after = (at: number, last: number, ref = 'ana.k1') => {
      const { 'resolved.ana.ana.k1': _own, ...before } = of(ref, at, last);
      return judge(before, of(ref, at, last));
    };
    const far = NOW + 9 * DAY;
    expect(after(far + 1, far)).toBeNull();
    expect(after(far + 2, far)).toBe('moment');
    expect(after(far + 1, far, 'ana.k2'), 'another thread').toBe('moment');
    expect(after(8.64e15, 8.64e15 - 1)).toBeNull();
    expect(after(8.64e15 + 1, 8.64e15), 'no date can tell it').not.toBeNull();
  });
});
