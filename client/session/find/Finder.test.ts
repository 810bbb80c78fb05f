import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createElements } from '../../../shared/board/operations.ts';
import { shortContributions } from '../../../tests/helpers/contributions.ts';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { Finder, type FindQuery, NO_QUERY } from './Finder.ts';

/** Time that passes by hand. */
function createClock() {
  const waiting: (() => void)[] = [];
  let now = 0;
  return {
    waiting,
    now: () => now,
    pass: (ms: number) => {
      now += ms;
    },
    later: (_ms: number, run: () => void) => {
      waiting.push(run);
      return () => void waiting.splice(waiting.indexOf(run), 1);
    },
    /** Lets all that waits run, and what that asks for. */
    settle: () => {
      while (waiting.length > 0) waiting.shift()?.();
    },
  };
}

describe('Finder', () => {
  const { editor, board } = openEditor();
  let clock = createClock();
  let finder: Finder;
  const ask = (query: Partial<FindQuery>): readonly string[] => {
    finder.ask({ ...NO_QUERY, ...query });
    clock.settle();
    return finder.state().hits.map((id) => board.get(id)?.text ?? '');
  };

  beforeEach(() => {
    clock = createClock();
    finder = new Finder({
      board,
      index: editor.index,
      tagsOf: (element) => (element.text.includes('#urgent') ? ['urgent'] : []),
      later: clock.later,
      now: clock.now,
    });
  });
  afterEach(() => {
    finder.dispose();
    board.edit('clear', (write) => {
      for (const id of [...board.ids()]) write.delete(id);
    });
  });

  it('finds words in any order, without accents, in reading order', () => {
    put(board, 'note', [500, 0], { text: 'Rénover l’école du centre' });
    put(board, 'note', [0, 0], { text: 'Une école à rénover' });
    put(board, 'note', [0, 300], { text: 'Planter des haies' });
    expect(ask({ text: 'renover ECOLE' })).toEqual(['Une école à rénover', 'Rénover l’école du centre']);
    expect(finder.state().at).toBe(0);
  });

  it('finds nothing for nothing', () => {
    put(board, 'note', [0, 0], { text: 'Une école' });
    expect(ask({ text: '  ' })).toEqual([]);
    expect(finder.current).toBeNull();
  });

  it('narrows by colour, kind and tag, with or without words', () => {
    put(board, 'frame', [0, 0], { text: 'Écoles', size: [900, 900] });
    put(board, 'note', [1000, 0], { text: 'École #urgent', props: { color: 'pink' } });
    put(board, 'note', [1000, 300], { text: 'École verte', props: { color: 'green' } });
    expect(ask({ text: 'ecole', kind: 'note' })).toEqual(['École #urgent', 'École verte']);
    expect(ask({ color: 'pink' })).toEqual(['École #urgent']);
    expect(ask({ tag: 'urgent' })).toEqual(['École #urgent']);
    expect(ask({ text: 'urgent', color: 'green' })).toEqual([]);
    const { kinds, tags } = finder.facets();
    expect([kinds.map(({ kind }) => kind).sort(), tags]).toEqual([['frame', 'note'], ['urgent']]);
  });

  it('goes from hit to hit and round', () => {
    for (const x of [0, 300, 600]) put(board, 'note', [x, 0], { text: `Haie ${x}` });
    ask({ text: 'haie' });
    const seen: (string | undefined)[] = [];
    for (const by of [1, 1, 1, -1] as const) {
      finder.step(by);
      seen.push(board.get(finder.current ?? '')?.text);
    }
    expect(seen).toEqual(['Haie 300', 'Haie 600', 'Haie 0', 'Haie 600']);
  });

  it('follows what others write and delete, and keeps the current hit', () => {
    const ids = [0, 300, 600].map((x) => put(board, 'note', [x, 0], { text: `Haie ${x}` }));
    ask({ text: 'haie' });
    finder.go(1);
    put(board, 'note', [-300, 0], { text: 'Haie nouvelle' });
    clock.settle();
    expect([finder.state().hits.length, finder.current]).toEqual([4, ids[1]]);
    board.edit('delete', (write) => write.delete(ids[1] as string));
    clock.settle();
    // The one that stood after it.
    expect([finder.state().hits.length, finder.current]).toEqual([3, ids[2]]);
  });

  it('says what was counted once a question, whatever others write meanwhile, and shows the first that comes where there was none', () => {
    const ids = [0, 300].map((x) => put(board, 'note', [x, 0], { text: `Haie ${x}` }));
    ask({ text: 'haie' });
    put(board, 'note', [600, 0], { text: 'Haie nouvelle' });
    board.edit('delete', (write) => write.delete(ids[0] as string));
    clock.settle();
    expect([finder.state().hits.length, finder.state().counted]).toEqual([2, 2]);
    put(board, 'note', [900, 0], { text: 'Haie encore' });
    clock.settle();
    expect([finder.state().hits.length, finder.state().counted]).toEqual([3, 2]);
    ask({ text: 'verger' });
    const [first] = [1_200, 1_500].map((x) => put(board, 'note', [x, 0], { text: `Verger ${x}` }));
    clock.settle();
    expect([finder.state().hits.length, finder.state().counted]).toEqual([2, 0]);
    finder.step(1);
    expect(finder.current).toBe(first);
  });

  it('goes on from the last hit that went to the first', () => {
    const ids = [0, 300, 600].map((x) => put(board, 'note', [x, 0], { text: `Haie ${x}` }));
    ask({ text: 'haie' });
    finder.go(2);
    board.edit('delete', (write) => write.delete(ids[2] as string));
    clock.settle();
    finder.step(1);
    expect(finder.current).toBe(ids[0]);
  });

  it('stays where one is when the current hit is rewritten, and looks nowhere else by itself', () => {
    const ids = Array.from({ length: 12 }, (_, n) => put(board, 'note', [n * 300, 0], { text: `Haie ${n}` }));
    ask({ text: 'haie' });
    expect(finder.state().looks).toBe(1);
    finder.go(6);
    expect(finder.state().looks).toBe(2);
    board.edit('rewrite', (write) => write.splice(ids[6] as string, { at: 0, remove: 4, insert: 'Parc' }));
    clock.settle();
    expect([finder.state().hits.length, finder.current]).toEqual([11, ids[7]]);
    // Not looked at yet: it is what comes next.
    finder.step(1);
    expect([finder.current, finder.state().looks]).toEqual([ids[7], 3]);
    // Several go at once, some of them before the current one: still the one that stood after it.
    board.edit('delete', (write) => {
      for (const n of [0, 1, 7]) write.delete(ids[n] as string);
    });
    clock.settle();
    expect([finder.current, finder.state().looks]).toEqual([ids[8], 3]);
    board.edit('delete', (write) => write.delete(ids[11] as string));
    finder.go(finder.state().hits.length - 1);
    clock.settle();
    expect([finder.current, finder.state().looks]).toEqual([ids[10], 4]);
    ask({ text: 'haie 9' });
    expect([finder.current, finder.state().looks]).toEqual([ids[9], 5]);
  });

  it('keeps what it has counted while it looks again, in slices, and sees what changes meanwhile', () => {
    const ids = Array.from({ length: 200 }, (_, n) => put(board, 'note', [n * 300, 0], { text: `Haie ${n}` }));
    let reads = 0;
    const now = (): number => {
      reads += 10;
      return reads;
    };
    const slow = new Finder({ board, index: editor.index, tagsOf: () => [], now, later: clock.later });
    slow.ask({ ...NO_QUERY, text: 'haie' });
    clock.settle();
    const seen: string[] = [];
    slow.subscribe(() => seen.push(`${slow.state().hits.length} ${slow.state().isDone}`));
    board.edit('rewrite', (write) => write.splice(ids[199] as string, { at: 0, remove: 4, insert: 'Parc' }));
    clock.waiting.shift()?.();
    expect(clock.waiting.length).toBe(1);
    // Gone through already when it changes.
    board.edit('rewrite', (write) => write.splice(ids[0] as string, { at: 0, remove: 4, insert: 'Parc' }));
    clock.settle();
    expect(seen).toEqual(['199 true', '198 true']);
    slow.dispose();
  });

  it('goes through a large board in slices, and gives up one that is asked no more', () => {
    const texts = shortContributions(40);
    const kept = createElements(
      board,
      'test',
      Array.from({ length: 2_000 }, (_, n) => ({
        kind: 'note',
        parent: null,
        at: { x: (n % 50) * 220, y: Math.floor(n / 50) * 220 },
        text: texts[n % texts.length] ?? '',
      })),
    );
    let slices = 0;
    let reads = 0;
    const slow = new Finder({
      board,
      index: editor.index,
      tagsOf: () => [],
      // Each look at the clock is five milliseconds after the last.
      now: () => {
        reads += 1;
        return reads * 5;
      },
      later: (ms, run) => {
        slices += 1;
        return clock.later(ms, run);
      },
    });
    slow.ask({ ...NO_QUERY, kind: 'note' });
    expect([slow.state().isDone, slow.state().hits.length]).toEqual([false, 0]);
    slow.ask({ ...NO_QUERY, kind: 'note', text: 'les' });
    expect(clock.waiting.length).toBe(1);
    clock.settle();
    const wanted = kept.filter((id) => board.get(id)?.text.toLowerCase().includes('les'));
    expect(slow.state().isDone).toBe(true);
    expect(slow.state().hits.length).toBeGreaterThanOrEqual(wanted.length);
    expect(slices).toBeGreaterThan(10);
    slow.dispose();
  });
});
