import { describe, expect, it } from 'vitest';
import { paintedTexts } from '../../tests/helpers/paintedTexts.ts';
import { BoardDoc } from '../board/BoardDoc.ts';
import { MindMap } from '../board/mindMap.ts';
import { type Locale, SUBJECT_KEYS } from '../control/Control.ts';
import { parseMemberKey } from '../elements/families.ts';
import { pictureBox } from '../elements/paintScene.ts';
import { kindOf } from '../elements/registry.ts';
import { type Box, expand, intersects } from '../geometry/box.ts';
import { measureText } from '../text/measure.ts';
import { instantiate } from './instantiate.ts';
import { TEMPLATES } from './library.ts';
import { parseTemplate, problemsOf } from './parseTemplate.ts';
import { BRICKS, minutesOf, partsOf, type Template, type TemplateElement } from './Template.ts';

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

/** What leans on others has no place of its own, and what lies in a pile is not seen. */
const leans = (board: BoardDoc, id: string): boolean => {
  const element = board.get(id);
  return board.isHidden(id) || (element !== undefined && kindOf(element).dependsOn(element).length > 0);
};

const boxOf = (board: BoardDoc, id: string): Box => {
  const box = board.frame(id);
  if (!box) throw new Error('no box');
  return box;
};

/** What a wall has between the bars of a laptop’s screen, and the size at which titles stay legible from afar, in pixels. */
const LAPTOP = { w: 1_364, h: 848, title: 13 } as const;

/** So many notes of usual size in every cell of a grid. */
function fillCells(board: BoardDoc, id: string, count: number): void {
  const keys = Object.keys(board.get(id)?.props ?? {}).map(parseMemberKey);
  const members = (family: string) => keys.flatMap((key) => (key?.family === family ? [key.id] : []));
  board.edit('fill', (write) => {
    for (const row of members('row'))
      for (const column of members('col'))
        for (let n = 0; n < count; n++)
          write.create({ kind: 'note', place: [id, 0, 0, `${row}:${column}`], z: `a${n}`, text: `${row} ${column}` });
  });
}

describe.each(CASES)('the template $id in $locale', ({ template, locale }) => {
  const board = open(template, locale);
  const texts = paintedTexts(board, locale);

  it('is made of elements that every reader accepts', () => {
    expect([...board.elements()].filter((element) => element.problem !== undefined)).toEqual([]);
    expect(board.tree.orphans.size).toBe(0);
  });

  it('says the size that its areas really have', () => {
    const wrong = [...board.ids()].flatMap((id) => {
      const { w, h } = boxOf(board, id);
      const { size = [0, 0], text } = board.written(id) ?? {};
      return w === size[0] && h === size[1] ? [] : [[text, size, [w, h]]];
    });
    expect(wrong).toEqual([]);
  });

  it('lets nothing overlap its neighbours, and nothing stick out of its area', () => {
    for (const id of [null, ...board.ids()]) {
      const children = board.tree.children(id).filter((child) => !leans(board, child));
      for (const [index, child] of children.entries()) {
        const box = boxOf(board, child);
        for (const other of children.slice(index + 1)) {
          const names = `${board.get(child)?.text} / ${board.get(other)?.text}`;
          expect([names, intersects(box, boxOf(board, other))]).toEqual([names, false]);
        }
        if (id === null) continue;
        const area = boxOf(board, id);
        expect(box.x >= area.x && box.y >= area.y).toBe(true);
        expect(box.x + box.w <= area.x + area.w && box.y + box.h <= area.y + area.h).toBe(true);
      }
    }
  });

  it('has room for what grows: a note in each cell moves nothing, and below stands what two in each leave free', () => {
    for (const id of board.tree.children(null)) {
      const before = boxOf(board, id);
      const others = board.tree.children(null).filter((other) => other !== id && !leans(board, other));
      const isBelow = (box: Box): boolean =>
        box.y >= before.y + before.h && box.x < before.x + before.w && before.x < box.x + box.w;
      const hasBelow = others.some((other) => isBelow(boxOf(board, other)));
      const filled = open(template, locale);
      const area = [...filled.elements()].find(({ place, kind, text }) => {
        const own = board.get(id);
        return place[0] === null && kind === own?.kind && text === own.text && place[1] === own.place[1];
      });
      if (!area) throw new Error('no area');
      fillCells(filled, area.id, hasBelow ? 2 : 1);
      expect([area.text, boxOf(filled, area.id)]).toEqual([area.text, before]);
    }
  });

  it('keeps titles off what lies above them', () => {
    for (const id of board.ids()) {
      if (leans(board, id)) continue;
      for (const sibling of board.tree.children(board.tree.parent(id))) {
        if (sibling === id || leans(board, sibling)) continue;
        const names = `${board.get(id)?.text} / ${board.get(sibling)?.text}`;
        expect([names, intersects(board.bounds(id) as Box, boxOf(board, sibling))]).toEqual([names, false]);
      }
    }
  });

  it('cuts no word of its own', () => {
    expect(texts.length > board.size / 2).toBe(board.size > 0);
    const own = JSON.stringify(template);
    const cut = texts.filter(({ text }) => text.endsWith('…') && !own.includes(text.slice(-12)));
    expect(cut.map(({ text }) => text)).toEqual([]);
  });

  it('shows the whole title of each area when all of the board is seen on a laptop', () => {
    const box = pictureBox(board);
    const zoom = Math.min(1, LAPTOP.w / box.w, LAPTOP.h / box.h);
    const cut = [...board.elements()].filter(
      (element) =>
        kindOf(element).isContainer &&
        !board.isHidden(element.id) &&
        measureText(element.text.trim(), LAPTOP.title, 600) > element.size[0] * zoom,
    );
    expect(cut.map(({ text }) => text)).toEqual([]);
  });

  it('lays no word over another', () => {
    const over: string[] = [];
    for (const [index, one] of texts.entries())
      for (const other of texts.slice(index + 1))
        if (intersects(expand(one.box, -1), expand(other.box, -1))) over.push(`${one.text} / ${other.text}`);
    expect(over).toEqual([]);
  });

  it('says its words where one can read them', () => {
    const small = texts.filter(({ box }) => Math.min(box.w, box.h) < 0.7 * 12);
    expect(small.map(({ text }) => text).filter((text) => text.length > 1)).toEqual([]);
  });

  it('says who it is for, how long it takes and what is said at each step', () => {
    for (const text of [template.title, template.purpose, template.people]) expect(text[locale]).not.toBe('');
    if (template.minutes === null) return;
    expect(template.steps.length).toBeGreaterThan(0);
    // The debriefing of the démarreur comes after its hour.
    const after = template.id === 'demarreur-bienveillant' ? 15 : 0;
    expect(minutesOf(template.steps)).toBe(template.minutes + after);
  });
});

describe('the library', () => {
  it('is believed by whoever reads it', () => {
    expect(problemsOf(TEMPLATES)).toEqual([]);
  });

  it('begins with the six operating modes, complete', () => {
    const modes = TEMPLATES.slice(0, 6);
    expect(modes.map(({ id, minutes }) => [id, minutes])).toEqual([
      ['demarreur-bienveillant', 60],
      ['fabrique-des-mandats', 90],
      ['capitaliseur', 75],
      ['explorateur-des-usages', 130],
      ['atelier-des-prototypes', 160],
      ['retour-en-realite', 80],
    ]);
    for (const mode of modes) {
      expect([mode.id, mode.isMode, Boolean(mode.example && mode.prepare && mode.deliverable)]).toEqual([
        mode.id,
        true,
        true,
      ]);
    }
    expect(TEMPLATES.slice(6).filter(({ isMode }) => isMode)).toEqual([]);
    expect(partsOf(modes[3] as Template).map(({ minutes }) => minutes)).toEqual([40, null, 90]);
    expect(partsOf(modes[4] as Template).map(({ minutes }) => minutes)).toEqual([60, 100]);
  });

  it('has at least two templates for each kind of method', () => {
    for (const brick of BRICKS)
      expect([brick, TEMPLATES.filter(({ bricks }) => bricks.includes(brick)).length >= 2]).toEqual([brick, true]);
  });

  it('writes French and English as they are written', () => {
    const said = TEMPLATES.map((template) => texts(template));
    const french = said.flat().map(({ fr }) => fr);
    const english = said.flat().map(({ en }) => en);
    expect(french.filter((text) => /[ \u00a0][;:!?»%]|«[ \u00a0]|'|!|\p{L}·\p{L}/u.test(text))).toEqual([]);
    expect(english.filter((text) => /[«»]|[ \u202f\u00a0][;:!?%]|'|!/.test(text))).toEqual([]);
    expect(french.length).toBeGreaterThan(400);
  });
});

/** Every text of a template, wherever it stands. */
function texts(value: unknown): { readonly fr: string; readonly en: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('fr' in value && 'en' in value) return [value as { fr: string; en: string }];
  return Object.values(value).flatMap(texts);
}

describe('parseTemplate', () => {
  const template = TEMPLATES[7] as Template;
  const [title, matrix] = template.elements as readonly [TemplateElement, TemplateElement];
  const wrong: readonly (readonly [string, unknown])[] = [
    ['no object', null],
    ['a list', []],
    ['a key nobody knows', { ...template, script: 'x' }],
    ['a title in one language', { ...template, title: { fr: 'Titre', en: '' } }],
    ['a version that is none', { ...template, version: 0 }],
    ['a brick nobody knows', { ...template, bricks: ['magic'] }],
    ['a step without words', { ...template, steps: [{ ...template.steps[0], say: { fr: ' ', en: 'x' } }] }],
    ['minutes that are none', { ...template, steps: [{ ...template.steps[0], minutes: -1 }] }],
    ['a kind nobody knows', { ...template, elements: [{ ...title, kind: '__proto__' }] }],
    ['a size out of bounds', { ...template, elements: [{ ...title, size: [1, 1] }] }],
    ['a prop nobody knows', { ...template, elements: [{ ...matrix, props: { ...matrix.props, onclick: 'x' } }] }],
    [
      'a prop that is wrong in one language',
      {
        ...template,
        elements: [{ ...matrix, props: { ...matrix.props, quadrants: [{ fr: 'Vite', en: 'q'.repeat(200) }] } }],
      },
    ],
    ['a field that is none', { ...template, elements: [{ ...title, field: 'secret' }] }],
    ['children in what holds nothing', { ...template, elements: [{ ...title, children: [title] }] }],
    [
      'two of one name',
      {
        ...template,
        elements: [
          { ...title, id: 'a' },
          { ...title, id: 'a' },
        ],
      },
    ],
    ['a depth without end', { ...template, elements: [nest(12)] }],
  ];

  function nest(depth: number): unknown {
    const frame = { kind: 'frame', at: [0, 0], size: [100, 100] };
    return depth === 0 ? frame : { ...frame, children: [nest(depth - 1)] };
  }

  it.each(wrong)('refuses %s', (_what, value) => {
    expect(parseTemplate(value).ok).toBe(false);
  });

  it('refuses a key nobody knows of an element, a step or a group, and says where it is', () => {
    const frame = { kind: 'frame', at: [0, 0], size: [400, 400], text: { fr: 'Zone', en: 'Area' } };
    const [step] = template.steps;
    const group = { id: 'tables', name: { fr: 'Tables', en: 'Tables' } };
    const read = (value: unknown): unknown => {
      const parsed = parseTemplate(value);
      return parsed.ok || parsed.reason;
    };
    expect([
      read({ ...template, elements: [frame, { ...frame, children: [{ ...frame, childern: [] }] }] }),
      read({ ...template, steps: [step, { ...step, minuts: 5 }] }),
      read({ ...template, groups: [group, { ...group, id: 'b', colour: 'red' }] }),
      read({ ...template, elements: [frame], steps: [step], groups: [group] }),
    ]).toEqual(['element 3 (frame): key childern', 'step 2: key minuts', 'group 2: key colour', true]);
  });

  it('takes what has been through JSON', () => {
    expect(parseTemplate(JSON.parse(JSON.stringify(template)))).toMatchObject({ ok: true });
  });
});

describe('instantiate', () => {
  const find = (id: string): Template => TEMPLATES.find((template) => template.id === id) as Template;

  it('writes what was said of the subject into its cards', () => {
    const board = new BoardDoc();
    const fields = Object.fromEntries(SUBJECT_KEYS.map((key) => [key, `dit : ${key}`]));
    board.applyRemote(instantiate(find('fabrique-des-mandats'), { locale: 'fr', fields }) as Uint8Array);
    const notes = [...board.elements()].map(({ text }) => text);
    for (const text of ['dit : question', 'dit : sponsor']) expect(notes).toContain(text);
  });

  it('has no vote and no decision in the démarreur', () => {
    const said = [...open(find('demarreur-bienveillant'), 'fr').elements()].map((element) => element.text).join(' ');
    expect(said).not.toMatch(/vot(e|er|ez)\b/i);
  });

  it('ties what a template ties to the elements of the board', () => {
    const board = open(find('mind-mapping'), 'fr');
    const map = new MindMap(board.folds.branches());
    const hearts = map.roots().map((id) => [board.get(id)?.text, map.children(id).length]);
    expect(hearts.sort()).toEqual([
      ['Nous', 6],
      ['Prénom', 4],
      ['Prénom', 4],
    ]);
    const kit = open(find('atelier-des-prototypes'), 'fr');
    const lines = [...kit.elements()].filter((element) => kindOf(element).dependsOn(element).length === 2);
    expect(lines).toHaveLength(3);
    for (const line of lines) for (const end of kindOf(line).dependsOn(line)) expect(kit.get(end)?.text).toBeTruthy();
  });

  it('locks the furniture and nothing people write in', () => {
    for (const template of TEMPLATES)
      for (const { lock, kind } of open(template, 'fr').elements())
        expect([kind, lock]).toEqual([kind, kind === 'text']);
  });
});

describe('minutesOf', () => {
  it('adds up what is on the clock', () => {
    expect(minutesOf([{ minutes: 5 }, { minutes: null }, { minutes: 10 }])).toBe(15);
    expect(minutesOf([{ minutes: null }])).toBeNull();
  });
});
