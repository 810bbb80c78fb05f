import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { createElements } from '../../../shared/board/operations.ts';
import { copyElements, toHtml } from './fragment.ts';
import { countElements, parseHtml } from './readFragment.ts';

function boardWithArea() {
  const board = new BoardDoc();
  const [area] = createElements(board, 'x', [
    { kind: 'frame', parent: null, at: { x: 100, y: 100 }, text: 'Aux sources', props: { prompt: 'Pour qui ?' } },
  ]);
  const [note] = createElements(board, 'x', [
    {
      kind: 'note',
      parent: area ?? null,
      at: { x: 140, y: 160 },
      text: 'Qui paie & pourquoi ?',
      props: { color: 'blue' },
    },
  ]);
  return { board, area: area as string, note: note as string };
}

describe('fragment', () => {
  it('carries an area with its content, colours and places through the clipboard', () => {
    const { board, area, note } = boardWithArea();
    const html = toHtml({ board: 'un-mur', elements: copyElements(board, [area]) }, [
      'Aux sources',
      'Qui paie & pourquoi ?',
    ]);
    expect(parseHtml(`<meta charset="utf-8"><!--StartFragment-->${html}<!--EndFragment-->`)).toEqual({
      board: 'un-mur',
      elements: [
        {
          id: area,
          kind: 'frame',
          at: [0, 0],
          size: [640, 480],
          text: 'Aux sources',
          props: { prompt: 'Pour qui ?' },
          marks: {},
          inside: [
            {
              id: note,
              kind: 'note',
              at: [40, 60],
              size: [200, 200],
              text: 'Qui paie & pourquoi ?',
              props: { color: 'blue' },
              marks: {},
              inside: [],
            },
          ],
        },
      ],
    });
  });

  it('copies what lies in a copied area once', () => {
    const { board, area, note } = boardWithArea();
    expect(countElements(copyElements(board, [note, area]))).toBe(2);
  });

  it('shows others readable paragraphs, their signs escaped', () => {
    expect(toHtml({ board: null, elements: [] }, ['<b> & "moi"'])).toContain('<p>&lt;b&gt; &amp; &quot;moi&quot;</p>');
  });

  it('leaves out what is no element, and never throws', () => {
    const mark = (value: unknown) => `<div data-pele-mele="${encodeURIComponent(JSON.stringify(value))}">`;
    expect(parseHtml('<p>rien</p>')).toBeNull();
    expect(parseHtml('<div data-pele-mele="%E0%A4%A">')).toBeNull();
    expect(parseHtml(mark({ v: 2, elements: [] }))).toBeNull();
    const hostile = [null, 3, { kind: 'note' }, { kind: '__proto__', at: [0, 0], size: [1, 1], props: {} }];
    expect(parseHtml(mark({ v: 1, elements: hostile }))?.elements).toEqual([]);
    const far = { kind: 'note', at: [Number.MAX_VALUE, 0], size: [200, 200], text: '', props: {}, inside: [] };
    expect(parseHtml(mark({ v: 1, elements: [far] }))?.elements).toEqual([]);
  });
});
