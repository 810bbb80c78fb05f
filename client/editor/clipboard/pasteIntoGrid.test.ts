/** A table that is pasted over a grid: its notes come into cells, as pasted lines do, and nothing is written that the gate takes back. */
import { describe, expect, it } from 'vitest';
import { OPEN_STEP } from '../../../shared/access/Step.ts';
import { findPreset, presetProps } from '../../../shared/elements/grid/presets.ts';
import { center } from '../../../shared/geometry/box.ts';
import type { PagePoint } from '../../../shared/geometry/vec.ts';
import { extrasOf, openEditor, put } from '../../../tests/helpers/editing.ts';
import { planTable } from './tableNotes.ts';

const CELLS = { each: 'cell', header: 'none', hasNames: false, roles: [] } as const;
const plan = (...rows: string[][]) => planTable(rows, CELLS, { color: 'green' });

describe('a table pasted over a grid', () => {
  function begin() {
    const person = openEditor();
    const { board } = person;
    const grid = put(board, 'grid', [100, 100], {
      text: 'Parcours d’Awa',
      props: presetProps(findPreset('journey'), 'fr'),
    });
    const inCell = (text: string): string =>
      board.edit('test', (write) =>
        write.create({ kind: 'note', place: [grid, 0, 0, 'actions:c1'], size: [200, 200], z: 'a5', text, props: {} }),
      );
    const twins = ['Elle appelle', 'Elle attend'].map(inCell).sort();
    const { clipboard } = person.editor;
    extrasOf(person.editor);
    return { ...person, clipboard, grid, twins };
  }

  it('comes into its cells, and what reaches beyond them into the first that is free', () => {
    const { board, clipboard, grid, twins } = begin();
    const at = center(board.frame(twins[0] as string) as NonNullable<ReturnType<typeof board.frame>>) as PagePoint;
    const rows = Array.from({ length: 3 }, (_, y) => Array.from({ length: 9 }, (_, x) => `Étape ${y}.${x}`));
    expect(clipboard.placeTable(plan(...rows), at)).toBe(27);
    const come = board.tree.children(grid).flatMap((id) => (twins.includes(id) ? [] : (board.get(id) ?? [])));
    expect(come.length).toBe(27);
    expect(come.filter(({ place }) => place[3] === undefined)).toEqual([]);
    expect(new Set(come.map(({ place }) => place[3])).size).toBeGreaterThan(3);
  });

  it('leaves the order of what lies there alone where this person may move nothing', () => {
    const { board, editor, clipboard, grid, twins } = begin();
    const { x, y, h } = board.frame(twins[1] as string) as NonNullable<ReturnType<typeof board.frame>>;
    const between = { x: x + 10, y: y + h / 2 } as PagePoint;
    editor.setWho({ role: 'participant', group: null, step: { ...OPEN_STEP, move: 'none' }, id: 'ana' });
    expect(clipboard.placeTable(plan(['Elle rappelle']), between)).toBe(1);
    expect(twins.map((id) => board.get(id)?.z)).toEqual(['a5', 'a5']);
    editor.setWho({ role: 'participant', group: null, step: undefined, id: 'ana' });
    clipboard.placeTable(plan(['Elle écrit']), between);
    const texts = board.tree.children(grid).map((id) => board.get(id)?.text);
    expect(texts.indexOf('Elle écrit')).toBe(1);
    expect(board.get(twins[1] as string)?.z).not.toBe('a5');
  });
});
