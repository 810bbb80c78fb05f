/** Arrow keys in a row of feelings, from any value that a hand may have left. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Element } from '../ElementKind.ts';
import { NO_MARKS } from '../marks/Marks.ts';
import { feltBy, toPlaceY } from './emotion.ts';
import { grid } from './grid.ts';
import { stepInGrid } from './moving.ts';
import { findPreset, presetProps } from './presets.ts';
import type { GridProps } from './props.ts';

const plain = { v: 1, z: 'a0', lock: false, marks: NO_MARKS, rev: 1 } as const;
const journey: Element<GridProps> = {
  ...{ ...plain, id: 'g', kind: 'grid', place: [null, 0, 0], size: grid.defaultSize },
  ...{ text: 'Parcours d’Awa', props: presetProps(findPreset('journey'), 'fr') },
};
const feeling = (value: number): Element => ({
  ...{ ...plain, id: 'n', kind: 'note', place: ['g', 0, toPlaceY(value), 'emotion:c1'], size: [200, 200] },
  ...{ text: 'Perdue dans les couloirs', props: { color: 'yellow' } },
});

/** The values and the cell that one key pressed again and again leads through, until it leads out of the row. */
function walk(from: number, direction: 'up' | 'down'): { readonly values: number[]; readonly out: string | undefined } {
  const values: number[] = [];
  let note = feeling(from);
  for (let n = 0; n < 20; n++) {
    const into = stepInGrid(journey, [note], 'n', direction);
    if (into?.cell !== 'emotion:c1') return { values, out: into?.cell };
    note = { ...note, place: ['g', into.at?.[0] ?? 0, into.at?.[1] ?? 0, into.cell] };
    values.push(feltBy(note));
  }
  return { values, out: 'never' };
}

describe('an arrow in a row of feelings', () => {
  it('reaches the ends of the scale before it leads out of the row, from wherever a hand let go', () => {
    expect(walk(1.8, 'up')).toEqual({ values: [2], out: 'thoughts:c1' });
    expect(walk(-1.8, 'down').values).toEqual([-2]);
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), fc.constantFrom('up', 'down'), (tenths, direction) => {
        const { values, out } = walk(tenths / 10, direction);
        expect(values.at(-1) ?? tenths / 10).toBe(direction === 'up' ? 2 : -2);
        expect(out).not.toBe('never');
      }),
    );
  });
});
