import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoardDoc } from './BoardDoc.ts';
import { type Branch, branchOf, MindMap } from './mindMap.ts';
import { createElements } from './operations.ts';

const branch = (id: string, from: string, to: string, z = 'a0'): Branch => ({ id, from, to, z });

describe('a mind map', () => {
  it('is read from its branches: who hangs on whom, in which order', () => {
    const map = new MindMap([
      branch('1', 'gare', 'velo', 'a1'),
      branch('2', 'gare', 'bus', 'a0'),
      branch('3', 'velo', 'abri'),
    ]);
    expect(map.children('gare')).toEqual(['bus', 'velo']);
    expect(map.below('gare')).toEqual(['bus', 'velo', 'abri']);
    expect([map.root('abri'), map.depth('abri'), map.mainBranch('abri'), map.mainBranch('gare')]).toEqual([
      'gare',
      2,
      'velo',
      null,
    ]);
    expect(map.roots()).toEqual(['gare']);
    expect([map.isWithin('abri', 'velo'), map.isWithin('velo', 'abri')]).toEqual([true, false]);
  });

  it('holds a note that two people hung on two others by one branch, and leads nowhere without its ends', () => {
    const map = new MindMap(
      [branch('2', 'b', 'x'), branch('1', 'a', 'x'), branch('3', 'a', 'gone')],
      (id) => id !== 'gone',
    );
    expect([map.parent('x'), map.children('b'), map.children('a')]).toEqual(['a', [], ['x']]);
  });

  it('breaks a circle at its smallest note', () => {
    const map = new MindMap([
      branch('1', 'a', 'b'),
      branch('2', 'b', 'c'),
      branch('3', 'c', 'a'),
      branch('4', 'c', 'd'),
    ]);
    expect(map.roots()).toEqual(['a']);
    expect(map.below('a')).toEqual(['b', 'c', 'd']);
  });

  it('is the same forest whatever order the branches come in, and holds each note once', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const branches = fc.array(fc.record({ from: id, to: id, z: fc.constantFrom('a0', 'a1', 'a2') }), { maxLength: 20 });
    fc.assert(
      fc.property(branches, fc.infiniteStream(fc.nat()), (list, order) => {
        const all = list.map((one, n) => ({ ...one, id: `branch${n}` }));
        const map = new MindMap(all);
        const shuffled = [...all].map((one) => [order.next().value, one] as const).sort((a, b) => a[0] - b[0]);
        const other = new MindMap(shuffled.map(([, one]) => one));
        const nodes = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].filter((one) => map.has(one));
        const walked = map.roots().flatMap((root) => [root, ...map.below(root)]);
        // No circle is left out of reach, nobody stands twice.
        expect([...walked].sort()).toEqual(nodes);
        for (const node of nodes) {
          expect(other.children(node)).toEqual(map.children(node));
          expect(other.parent(node)).toBe(map.parent(node));
          for (const child of map.children(node)) expect(map.parent(child)).toBe(node);
          expect(map.isWithin(node, map.root(node))).toBe(true);
        }
      }),
    );
  });

  it('is made of notes: an area, a line or what cannot be read never hangs in it', () => {
    const board = new BoardDoc();
    const put = (kind: string, props = {}): string =>
      createElements(board, 'test', [{ kind, parent: null, at: { x: 0, y: 0 }, props }])[0] as string;
    const [note, area] = [put('note'), put('frame')];
    const line = put('connector', { branch: true, from: { id: note, x: 0, y: 0 }, to: { id: area, x: 0, y: 0 } });
    put('connector', { branch: true, from: { id: area, x: 0, y: 0 }, to: { id: note, x: 0, y: 0 } });
    put('connector', { branch: true, from: { id: note, x: 0, y: 0 }, to: { id: line, x: 0, y: 0 } });
    expect([board.folds.map.isEmpty, board.folds.branches().length]).toEqual([true, 3]);
  });

  it('reads a branch by its props and nothing else for one', () => {
    const element = (props: Record<string, unknown>) => ({ id: 'x', z: 'a0', props });
    expect(branchOf(element({ branch: true, from: 'a', to: 'b' }))).toEqual(branch('x', 'a', 'b'));
    expect(branchOf(element({ branch: true, from: { id: 'a' }, to: { id: 'b' } }))).toEqual(branch('x', 'a', 'b'));
    for (const props of [
      {},
      { from: 'a', to: 'b' },
      { branch: true, from: 'a' },
      { branch: true, from: 'a', to: 'a' },
      { branch: true, from: {}, to: [] },
    ])
      expect(branchOf(element(props))).toBeNull();
  });
});
