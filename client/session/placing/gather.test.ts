/** What the panels say of an area is what its table says. */
import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { rowsOfBoard } from '../../../shared/deliverables/table.ts';
import type { Element } from '../../../shared/elements/ElementKind.ts';
import { FIRST_RADAR, propsOfPreset } from '../../../shared/elements/radar/preset.ts';
import type { RadarProps } from '../../../shared/elements/radar/props.ts';
import { shortContributions } from '../../../tests/helpers/contributions.ts';
import { gatherRadar } from './gather.ts';

const TEXTS = shortContributions(6);

describe('the signals of a radar', () => {
  it('are counted one by one, also those that a group has put together; the group itself is none', () => {
    const board = new BoardDoc();
    board.edit('test', (write) => {
      const props = propsOfPreset(FIRST_RADAR, 'fr');
      write.create({ id: 'r', kind: 'radar', place: [null, 0, 0], size: [1_800, 1_500], z: 'a0', props });
      // Up and to the right of the middle: the first sector.
      write.create({
        id: 'c',
        kind: 'cluster',
        place: ['r', 960, 300],
        z: 'a0',
        text: 'Le soir',
        props: { layout: 'grid' },
      });
      const tags = ['experts', 'experts', 'citoyens'];
      for (const [n, tag] of tags.entries())
        write.create({
          ...{ id: `n${n}`, kind: 'note', place: ['c', 0, 0], z: `a${n}`, text: TEXTS[n] ?? '' },
          marks: { [`tag.${tag}`]: 'blue' },
        });
      write.create({ id: 'alone', kind: 'note', place: ['r', 960, 400], z: 'a1', text: TEXTS[3] ?? '' });
      write.create({ id: 'empty', kind: 'cluster', place: ['r', 300, 700], z: 'a2', props: { layout: 'grid' } });
    });
    const count = () => {
      const { all, sectors } = gatherRadar(board, board.get('r') as unknown as Element<RadarProps>).tally;
      return [all.total, Object.fromEntries(all.tags), sectors.map(({ total }) => total)];
    };
    const rows = rowsOfBoard(board, { title: '', locale: 'fr', person: () => undefined });
    expect(rows.filter(({ cell }) => cell.endsWith('Habiter'))).toHaveLength(4);
    const expected = [4, { experts: 2, citoyens: 1, '': 1 }, [4, 0, 0, 0, 0, 0]];
    expect(count()).toEqual(expected);
    board.edit('close', (write) => write.set('c', { props: { collapsed: true } }));
    expect(count()).toEqual(expected);
  });
});
