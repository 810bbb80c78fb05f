/** The words of a grid as they are painted: names in the room they have now, lines told apart by what people called them. */
import { describe, expect, it } from 'vitest';
import { THEMES } from '../../theme/tokens.ts';
import type { Element, Scene } from '../ElementKind.ts';
import { NO_MARKS } from '../marks/Marks.ts';
import type { PaintContext } from '../PaintContext.ts';
import { toPlaceY } from './emotion.ts';
import { grid } from './grid.ts';
import type { GridProps } from './props.ts';

const plain = { v: 1, z: 'a0', lock: false, marks: NO_MARKS, rev: 1 } as const;

/** What is written, and the colours in which it is painted, of a grid with these children. */
function painted(props: GridProps, children: readonly Element[]) {
  const said: string[] = [];
  const colors = new Set<unknown>();
  const keep = (name: string | symbol, value: unknown): true => {
    if (name === 'fillStyle') colors.add(value);
    return true;
  };
  const ctx = new Proxy({} as PaintContext, {
    get: (_, name) => (text: unknown) => (name === 'fillText' ? void said.push(String(text)) : undefined),
    set: (_, name, value) => keep(name, value),
  });
  const element: Element<GridProps> = {
    ...{ ...plain, id: 'g', kind: 'grid', place: [null, 0, 0], size: [900, 900], text: '', props },
  };
  const byId = new Map<string, Element>(children.map((child) => [child.id, child]));
  const scene: Scene = {
    theme: THEMES.light,
    locale: 'fr',
    element: (id) => byId.get(id),
    frame: () => null,
    children: () => children.map(({ id }) => id),
    person: () => undefined,
    picture: () => null,
  };
  grid.paint(ctx, element, scene);
  return { said, colors };
}

const note = (id: string, cell: string, rest: Partial<Element> & { readonly y?: number } = {}): Element => ({
  ...{ ...plain, id, kind: 'note', place: ['g', 0, rest.y ?? 0, cell], size: [200, 200], text: 'Un banc à l’ombre' },
  ...{ props: { color: 'green' }, marks: rest.marks ?? NO_MARKS },
});

describe('the name of a row', () => {
  it('is laid out anew for the height it has: what a note made room for stands in the row again once the note has gone', () => {
    const row = {
      name: 'Ce que la personne voit, entend et comprend à cette étape du parcours',
      type: 'notes',
      z: 'a0',
    };
    const fresh = (): GridProps => ({
      'row:r': { ...row, type: 'notes', height: 64 },
      'col:c': { name: 'Avant', z: 'a0' },
    });
    const props = fresh();
    const alone = painted(fresh(), []).said;
    expect(painted(props, [note('n', 'r:c')]).said.length).toBeGreaterThan(alone.length);
    expect(painted(props, []).said).toEqual(alone);
  });
});

describe('the lines of a row of feelings', () => {
  const felt = (id: string, tag: string, value: number): Element =>
    note(id, 'r:c', { y: toPlaceY(value), marks: { ...NO_MARKS, tags: [{ name: tag, color: 'blue' }] } });
  const props = (lines: 'tag' | 'color'): GridProps => ({
    lines,
    'row:r': { name: 'Émotion', type: 'emotion', z: 'a0' },
    'col:c': { name: 'Avant', z: 'a0' },
  });

  it('by tag have the names of the tags, also of one that is called like a colour', () => {
    const { said } = painted(props('tag'), [felt('1', 'orange', 1), felt('2', 'agents', -1)]);
    expect(said).toEqual(expect.arrayContaining(['orange', 'agents']));
  });

  it('by colour are told apart by their colours alone', () => {
    const notes = [felt('1', 'orange', 1), { ...felt('2', 'agents', -1), props: { color: 'red' } }];
    const { said, colors } = painted(props('color'), notes);
    expect(said).not.toEqual(expect.arrayContaining(['red']));
    expect([...colors]).toEqual(expect.arrayContaining([THEMES.light.notes.red, THEMES.light.notes.green]));
  });
});
