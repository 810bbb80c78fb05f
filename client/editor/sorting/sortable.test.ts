import { describe, expect, it } from 'vitest';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { chosenNotes } from './sortable.ts';

describe('the notes a selection means', () => {
  it('are those in it and in what is in it, each once, in reading order', () => {
    const { board } = openEditor();
    const outer = put(board, 'frame', [0, 0], { text: 'Se déplacer', size: [2_000, 2_000] });
    const inner = put(board, 'frame', [300, 0], { text: 'À vélo', parent: outer, size: [900, 900] });
    const bus = put(board, 'note', [0, 0], { text: 'Plus de bus', parent: outer });
    const path = put(board, 'note', [310, 10], { text: 'Une piste cyclable', parent: inner });
    const bench = put(board, 'note', [3_000, 0], { text: 'Un banc' });
    const all = [path, bus, bench];
    expect(chosenNotes(board, new Set([outer, bench, bus, inner, path]))).toEqual(all);
    expect(chosenNotes(board, new Set([outer, bench]), 2)).toEqual([path, bus]);
  });

  it('are found twenty thousand areas deep, each area looked at once', () => {
    const deep = 20_000;
    const ids = Array.from({ length: deep }, (_, n) => `zone-${n}`);
    const element = (id: ElementId): Element =>
      ({
        id,
        kind: id === 'avis' ? 'note' : 'frame',
        text: id === 'avis' ? 'Plus de bus' : '',
        props: { color: 'yellow' },
      }) as unknown as Element;
    let looks = 0;
    const board = {
      get: element,
      isHidden: () => false,
      tree: {
        children(id: ElementId) {
          looks++;
          const next = Number(id.slice(5)) + 1;
          return id === 'avis' ? [] : [next < deep ? `zone-${next}` : 'avis'];
        },
      },
    } as unknown as BoardDoc;
    expect(chosenNotes(board, new Set(['zone-0']))).toEqual(['avis']);
    looks = 0;
    expect(chosenNotes(board, new Set(ids))).toEqual(['avis']);
    expect(looks).toBe(deep + 1);
  });
});
