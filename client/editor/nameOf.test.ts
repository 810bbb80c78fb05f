/** While the group sorts without a word a cluster has no name, wherever one is said or listed, whatever is written in it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { PagePoint, ScreenPoint } from '../../shared/geometry/vec.ts';
import { type EditingPerson, openEditor, put } from '../../tests/helpers/editing.ts';
import { areaPlaces } from '../session/bookmarks/areaPlaces.ts';
import type { PointerInput } from '../tools/Tool.ts';
import { tableOf } from './clipboard/copyTable.ts';

describe('a cluster that had a name before the group fell silent', () => {
  let person: EditingPerson;
  let cluster: string;
  let note: string;
  let free: string;

  beforeEach(() => {
    person = openEditor();
    const { board } = person;
    cluster = put(board, 'cluster', [0, 400], { text: 'Se déplacer', props: { silent: true } });
    note = put(board, 'note', [20, 460], { parent: cluster, text: 'Plus de bus le soir' });
    free = put(board, 'note', [0, 0], { text: 'Un abri à vélos' });
  });

  it('has none in a table that is copied', () => {
    const words = { text: 'Texte', area: 'Zone', tags: 'Étiquettes', color: 'Couleur', author: 'Par' };
    const table = tableOf(person.board, [note], { ...words, colorName: String, person: () => undefined });
    expect(table.flat()).not.toContain('Se déplacer');
    expect(table[0]).not.toContain('Zone');
  });

  it('has none among the places to go to', () => {
    expect(areaPlaces(person.editor).map(({ id, title }) => [id, title])).toEqual([[cluster, '']]);
  });

  it('has none where it is said what a hand has put into it', () => {
    const { editor, board, notices } = person;
    const tool = editor.tools.current;
    const input = (x: number, y: number): PointerInput => ({
      ...{ page: { x, y } as PagePoint, screen: { x, y } as ScreenPoint, pressure: 0.5, device: 'mouse' },
      ...{ shift: false, alt: false, mod: false },
    });
    tool.onPointerDown(input(100, 100));
    tool.onPointerMove(input(120, 200));
    tool.onPointerMove(input(120, 500));
    tool.onPointerUp(input(120, 500));
    expect(board.tree.parent(free)).toBe(cluster);
    expect(notices.some(({ id }) => id === 'editor.say.moved')).toBe(true);
    expect(JSON.stringify(notices)).not.toContain('Se déplacer');
  });
});
