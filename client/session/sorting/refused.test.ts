import { describe, expect, it } from 'vitest';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { notArrived, whereTheyLie } from './refused.ts';

describe('suggestions that were accepted', () => {
  it('stay in the list where the note could not be moved', () => {
    const { editor, board } = openEditor();
    const cluster = put(board, 'cluster', [0, 0], { text: 'Se déplacer' });
    const [bus = '', tram = ''] = ['bus', 'tram'].map((text) => put(board, 'note', [0, 600], { text }));
    board.edit('lock', (write) => write.set(bus, { lock: true }));
    const proposals = [bus, tram].map((note) => ({ note, group: cluster, confidence: 'high' as const, lead: 1 }));
    editor.extras.with(({ sorting }) => sorting.moveInto(proposals.map(({ note }) => ({ note, area: cluster }))));
    expect(notArrived(board, proposals).map(({ note }) => note)).toEqual([bus]);
  });

  it('know a set that was piled from one that was left where it lies', () => {
    const { editor, board } = openEditor();
    const [bus = '', tram = '', pool = ''] = ['bus', 'tram', 'piscine'].map((text) =>
      put(board, 'note', [0, 600], { text }),
    );
    for (const id of [pool]) board.edit('lock', (write) => write.set(id, { lock: true }));
    const sets = [{ notes: [bus, tram] }, { notes: [pool] }];
    const before = sets.map(({ notes }) => whereTheyLie(board, notes));
    editor.extras.with(({ sorting }) => sorting.stack(sets.map(({ notes }) => ({ name: '', notes }))));
    expect(sets.map(({ notes }, n) => whereTheyLie(board, notes) === before[n])).toEqual([false, true]);
  });
});
