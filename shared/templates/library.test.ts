import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../board/BoardDoc.ts';
import type { Locale } from '../control/Control.ts';
import { kindOf } from '../elements/registry.ts';
import { intersects } from '../geometry/box.ts';
import { instantiate } from './instantiate.ts';
import { TEMPLATES } from './library.ts';
import type { Template } from './Template.ts';

const QUESTION = 'Comment mieux accueillir les habitantes et les habitants dans les maisons de la Région ?';

function open(template: Template, locale: Locale): BoardDoc {
  const board = new BoardDoc();
  const update = instantiate(template, { locale, fields: { question: QUESTION } });
  if (update) board.applyRemote(update);
  return board;
}

const CASES = TEMPLATES.flatMap((template) =>
  (['fr', 'en'] as const).map((locale) => ({ template, locale, id: template.id })),
);

describe.each(CASES)('the template $id in $locale', ({ template, locale }) => {
  const board = open(template, locale);

  it('is made of elements that every reader accepts', () => {
    expect([...board.elements()].filter((element) => element.problem !== undefined)).toEqual([]);
    expect(board.tree.orphans.size).toBe(0);
  });

  it('lets nothing overlap its neighbours, and nothing stick out of its area', () => {
    for (const id of [null, ...board.ids()]) {
      const children = board.tree.children(id);
      for (const [index, child] of children.entries()) {
        const box = board.frame(child);
        const area = id === null ? null : board.frame(id);
        if (!box) throw new Error('no box');
        for (const other of children.slice(index + 1)) {
          const names = `${board.get(child)?.text} / ${board.get(other)?.text}`;
          expect([names, intersects(box, board.frame(other) ?? box)]).toEqual([names, false]);
        }
        if (area) {
          expect(box.x >= area.x && box.y >= area.y).toBe(true);
          expect(box.x + box.w <= area.x + area.w && box.y + box.h <= area.y + area.h).toBe(true);
        }
      }
    }
  });

  it('keeps titles off what lies above them', () => {
    for (const id of board.ids()) {
      for (const sibling of board.tree.children(board.tree.parent(id))) {
        const [painted, other] = [board.bounds(id), board.frame(sibling)];
        if (sibling !== id && painted && other) expect(intersects(painted, other)).toBe(false);
      }
    }
  });

  it('says who it is for and how long it takes', () => {
    for (const text of [template.title, template.purpose, template.people]) expect(text[locale]).not.toBe('');
    const planned = template.steps.reduce((sum, step) => sum + step.minutes, 0);
    if (template.minutes !== null) expect(planned).toBeGreaterThanOrEqual(template.minutes);
  });
});

describe('instantiate', () => {
  it('writes the question of the subject into its card', () => {
    const board = open(TEMPLATES.find(({ id }) => id === 'demarreur-bienveillant') as Template, 'fr');
    const card = [...board.elements()].find((element) => element.text === QUESTION);
    expect(card && kindOf(card).kind).toBe('note');
  });

  it('has no vote and no decision in the démarreur', () => {
    const texts = [...open(TEMPLATES[0] as Template, 'fr').elements()].map((element) => element.text).join(' ');
    expect(texts).not.toMatch(/vot(e|er|ez)\b/i);
  });
});
