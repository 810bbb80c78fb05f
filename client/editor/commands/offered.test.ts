/** Commands of areas are offered only where they can do something: not on a locked area, not where the step in force takes no edit or no new thing. */
import { describe, expect, it } from 'vitest';
import { OPEN_STEP } from '../../../shared/access/Step.ts';
import { findPreset, presetProps } from '../../../shared/elements/grid/presets.ts';
import { extrasOf, openEditor, put } from '../../../tests/helpers/editing.ts';
import type { CommandId } from './Command.ts';

function areas() {
  const person = openEditor();
  const { board, editor } = person;
  const grid = put(board, 'grid', [0, 0], { props: presetProps(findPreset('journey'), 'fr') });
  const radar = put(board, 'radar', [9_000, 0]);
  const map = put(board, 'map', [0, 9_000], { props: { hash: 'h'.repeat(43) } });
  const offered = (area: string, ids: readonly CommandId[]): readonly CommandId[] => {
    if (area !== map) editor.selection.set([area]);
    if (area === grid) editor.grids.stand({ grid, row: 'actions', column: 'c1' });
    return ids.filter((id) => editor.commands.get(id).enabled());
  };
  const pinned = extrasOf(editor).pinEdits.add(map)?.pin.id ?? '';
  const all = () => {
    editor.mapPins.choose({ on: map, id: pinned });
    const pins = offered(map, ['pin.add', 'pin.note', 'pin.remove', 'map.clear']);
    const lanes = offered(grid, ['grid.addRow', 'grid.rename', 'grid.removeRow', 'grid.rowUp', 'grid.columnRight']);
    return [...pins, ...lanes, ...offered(radar, ['radar.addRing', 'radar.addSector'])];
  };
  return { ...person, all, ids: [grid, radar, map] };
}

describe('commands of areas', () => {
  it('are all offered where everything may be done', () => {
    expect(areas().all()).toHaveLength(11);
  });

  it('are not offered on what is locked', () => {
    const { board, all, ids } = areas();
    board.edit('lock', (write) => {
      for (const id of ids) write.set(id, { lock: true });
    });
    expect(all()).toEqual([]);
  });

  it('are not offered where the step takes no edit', () => {
    const { editor, all } = areas();
    editor.setWho({ role: 'participant', group: null, step: { ...OPEN_STEP, edit: 'none' }, id: 'ana' });
    expect(all()).toEqual([]);
  });
});

describe('commands of decks', () => {
  it('are not offered where the step moves nothing, and drawing not under a locked card', () => {
    const { board, editor } = openEditor();
    const deck = put(board, 'deck', [0, 0], { props: { face: 'up', draw: 'take' } });
    const cards = ['Empathie', 'Autonomie', 'Collectif'].map((text) =>
      put(board, 'note', [0, 0], { parent: deck, text }),
    );
    extrasOf(editor).dealing.draw(deck, [cards[0] ?? '']);
    editor.selection.set([deck]);
    const offered = (): readonly CommandId[] =>
      (['deck.draw', 'deck.shuffle', 'deck.gather'] as const).filter((id) => editor.commands.get(id).enabled());
    expect(offered()).toEqual(['deck.draw', 'deck.shuffle', 'deck.gather']);
    editor.setWho({ role: 'participant', group: null, step: { ...OPEN_STEP, move: 'none' }, id: 'ana' });
    expect(offered()).toEqual([]);
    editor.setWho({ role: 'participant', group: null, step: undefined, id: 'ana' });
    board.edit('lock', (write) => write.set(cards[2] ?? '', { lock: true }));
    expect(offered()).toEqual(['deck.gather']);
  });
});

describe('clusters by a value', () => {
  it('are not offered where nothing may be added', () => {
    const { board, editor } = openEditor();
    const notes = (['pink', 'blue'] as const).map((color, n) =>
      put(board, 'note', [300 * n, 0], { text: 'Un bus le dimanche', props: { color } }),
    );
    editor.selection.set(notes);
    const isOffered = (): boolean => editor.commands.get('sort.byColor').enabled();
    expect(isOffered()).toBe(true);
    editor.setMayAdd(false);
    expect(isOffered()).toBe(false);
  });
});
