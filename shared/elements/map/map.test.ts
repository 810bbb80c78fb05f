/** Maps and their pins: numbers, what they stand for, what becomes of them when that goes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../board/BoardDoc.ts';
import { deleteElements, duplicateElements } from '../../board/operations.ts';
import { THEMES } from '../../theme/tokens.ts';
import type { Element, Props } from '../ElementKind.ts';
import { picturesIn } from '../picturesIn.ts';
import { placingOf, sayPlacing } from '../placing.ts';
import { map } from './map.ts';
import { type MapProps, PIN_HEAD, pinAt, pinRadius, pinsOf, shareOf } from './pins.ts';

const HASH = 'h'.repeat(43);

function board(props: Props = {}) {
  const doc = new BoardDoc();
  doc.edit('test', (write) => {
    write.create({ id: 'carte', kind: 'map', place: [null, 0, 0], z: 'a0', props });
    write.create({
      id: 'guichet',
      kind: 'note',
      place: ['carte', 820, 0],
      z: 'a0',
      text: 'Deux heures d’attente le lundi',
    });
    write.create({ id: 'entree', kind: 'note', place: [null, 2_000, 0], z: 'a1', text: 'Personne ne voit la rampe' });
  });
  return doc;
}

const PINS = {
  'pin:b': { x: 0.5, y: 0.5, z: 'a1', of: 'entree' },
  'pin:a': { x: 0.1, y: 0.2, z: 'a2' },
  'pin:c': { x: 0.9, y: 0.9, z: 'a0', of: 'guichet' },
};

const pinsIn = (doc: BoardDoc) => pinsOf((doc.get('carte')?.props ?? {}) as MapProps);

describe('a map', () => {
  it('numbers its pins by their order, ties by id', () => {
    const doc = board({ ...PINS, 'pin:d': { x: 0, y: 0, z: 'a2' } });
    expect(pinsIn(doc).map(({ id }) => id)).toEqual(['c', 'b', 'a', 'd']);
  });

  it('says which pin stands for a note, in the map or elsewhere on the wall, in both languages', () => {
    const doc = board(PINS);
    const say = (id: string, locale: 'fr' | 'en') => sayPlacing(placingOf(doc, id, doc.tree.parent(id)), locale);
    expect([say('guichet', 'fr'), say('entree', 'fr'), say('entree', 'en')]).toEqual(['repère 1', 'repère 2', 'pin 2']);
    expect(placingOf(doc, 'guichet', 'carte')).toEqual({ pins: [1] });
    expect(doc.pinnedBy('entree')).toMatchObject([{ on: 'carte', pin: { number: 2, at: { x: 400, y: 280 } } }]);
  });

  it('tells the notes whose number has changed', () => {
    const doc = board(PINS);
    const told: string[][] = [];
    doc.onChange(({ changed }) => told.push([...changed].sort()));
    doc.edit('pin', (write) => write.set('carte', { props: { 'pin:c': undefined } }));
    expect(told).toEqual([['carte', 'entree', 'guichet']]);
    expect([doc.pinnedBy('guichet'), sayPlacing(placingOf(doc, 'entree', null), 'fr')]).toEqual([[], 'repère 1']);
  });

  it('tells the pins of one note in the same order, whoever wrote last', () => {
    const doc = board({ 'pin:b': { x: 0.5, y: 0.5, z: 'a1', of: 'entree' } });
    const pin = { x: 0.5, y: 0.5, z: 'a0', of: 'entree' };
    doc.edit('test', (write) =>
      write.create({ id: 'autre', kind: 'map', place: [null, 0, 900], z: 'a2', props: { 'pin:p': pin } }),
    );
    const order = (one: BoardDoc) => one.pinnedBy('entree').map(({ on }) => on);
    doc.edit('pin', (write) => write.set('autre', { props: { 'pin:p': { ...pin, x: 0.6 } } }));
    const reloaded = new BoardDoc();
    reloaded.applyRemote(doc.encodeState());
    expect([order(doc), order(reloaded)]).toEqual([
      ['autre', 'carte'],
      ['autre', 'carte'],
    ]);
  });

  it('takes in as many pins of one note as strangers may set, without copying all of them for each', () => {
    const doc = new BoardDoc();
    const members = Array.from({ length: 200 }, (_, n) => [`pin:p${n}`, { x: 0, y: 0, z: 'a0', of: 'entree' }]);
    doc.edit('test', (write) => {
      for (let n = 0; n < 150; n++)
        write.create({ id: `m${n}`, kind: 'map', place: [null, 0, n], z: 'a0', props: Object.fromEntries(members) });
    });
    const pins = doc.pinnedBy('entree');
    expect(pins).toHaveLength(30_000);
    expect(doc.pinnedBy('entree')).toBe(pins);
    doc.edit('test', (write) => write.delete('m0'));
    expect(doc.pinnedBy('entree')).toHaveLength(29_800);
    expect(
      doc
        .pinnedBy('entree')
        .slice(198, 202)
        .map(({ on, pin }) => [on, pin.number]),
    ).toEqual([
      ...[
        ['m1', 199],
        ['m1', 200],
      ],
      ...[
        ['m10', 1],
        ['m10', 2],
      ],
    ]);
  });

  it('keeps a pin whose note is deleted, and frees it', () => {
    const doc = board(PINS);
    deleteElements(doc, 'delete', ['entree']);
    expect(pinsIn(doc).map(({ id, of }) => [id, of])).toEqual([
      ['c', 'guichet'],
      ['b', undefined],
      ['a', undefined],
    ]);
  });

  it('shows a pin as free whose note another person has deleted, who could not write the map', () => {
    const doc = board(PINS);
    deleteElements(doc, 'delete', ['entree'], { mayEdit: () => false });
    expect(pinsIn(doc).map(({ of }) => of)).toEqual(['guichet', 'entree', undefined]);
    expect(doc.get('entree')).toBeUndefined();
  });

  it('stands in a copy for the copied notes, and for no others', () => {
    const doc = board(PINS);
    const [copy = ''] = duplicateElements(doc, 'duplicate', ['carte'], { x: 0, y: 900 });
    const [note = ''] = doc.tree.children(copy);
    expect(pinsOf((doc.get(copy)?.props ?? {}) as MapProps).map(({ id, of }) => [id, of])).toEqual([
      ['c', note],
      ['b', undefined],
      ['a', undefined],
    ]);
  });

  it('names its picture to whoever fetches pictures for a painting', () => {
    const doc = board({ hash: HASH });
    const options = {
      box: { x: -50, y: -50, w: 900, h: 700 },
      scale: 2,
      theme: THEMES.light,
      locale: 'fr' as const,
      background: null,
    };
    expect([...picturesIn(doc, options)]).toEqual([[HASH, 1_600]]);
    expect([...picturesIn(board(), options)]).toEqual([]);
  });

  it('refuses pins that stand nowhere', () => {
    const parse = (pin: unknown) => map.parse({ 'pin:p': pin }).ok;
    const good = { x: 0, y: 1, z: 'a0' };
    expect([good, { ...good, of: 'n1' }].map(parse)).toEqual([true, true]);
    const bad = [
      { ...good, x: 1.01 },
      { ...good, y: -0.01 },
      { ...good, x: Number.NaN },
      { ...good, of: 'a b' },
      { ...good, z: '' },
      { ...good, more: 1 },
      null,
      [],
    ];
    expect(bad.map(parse)).toEqual(bad.map(() => false));
    expect([{ hash: 'x' }, { hash: '' }, { alt: 'é'.repeat(501) }].map((props) => map.parse(props).ok)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is hit where a pin is seen, and nowhere beside it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (x, y) => {
        const size = [800, 560] as const;
        const radius = pinRadius(size);
        const props = { 'pin:p': { x: shareOf(x, 1), y: shareOf(y, 1), z: 'a0' } } as MapProps;
        const element = { size, props, text: '' } as Element<MapProps>;
        const head = { x: shareOf(x, 1) * 800, y: shareOf(y, 1) * 560 - PIN_HEAD * radius };
        expect(pinAt(element, head)).toBe('p');
        expect(pinAt(element, { x: head.x + radius * 1.1, y: head.y })).toBeNull();
        const { x: left, y: top, w, h } = map.bounds(element, { element: () => undefined, frame: () => null });
        expect([
          head.x - radius >= left,
          head.x + radius <= left + w,
          head.y - radius >= top,
          head.y <= top + h,
        ]).toEqual([true, true, true, true]);
      }),
    );
  });
});
