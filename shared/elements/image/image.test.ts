import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../protocol/limits.ts';
import { THEMES } from '../../theme/tokens.ts';
import type { Element, Picture, Scene } from '../ElementKind.ts';
import { NO_MARKS } from '../marks/Marks.ts';
import type { PaintContext } from '../PaintContext.ts';
import { type ImageProps, image, pictureSizeOnBoard } from './image.ts';

const HASH = 'h'.repeat(43);

const element = (props: Partial<ImageProps>, size: readonly [number, number] = [400, 300]): Element<ImageProps> => ({
  id: 'i',
  kind: 'image',
  v: 1,
  place: [null, 0, 0],
  size,
  z: 'a0',
  lock: false,
  text: '',
  props: { hash: HASH, width: 800, height: 600, ...props },
  marks: NO_MARKS,
  rev: 1,
});

/** What is drawn where, and what a painting has asked for. */
function paint(of: Element<ImageProps>, picture: Picture | null | undefined) {
  const calls: [string, ...unknown[]][] = [];
  const ctx = new Proxy({} as PaintContext, {
    get:
      (_target, name) =>
      (...values: unknown[]) =>
        void calls.push([String(name), ...values]),
    set: (_target, name, value) => calls.push([String(name), value]) > 0,
  });
  const asked: unknown[] = [];
  const scene: Scene = {
    theme: THEMES.light,
    locale: 'fr',
    element: () => undefined,
    frame: () => null,
    children: () => [],
    person: () => undefined,
    picture: (...values) => {
      asked.push(values);
      return picture;
    },
  };
  image.paint(ctx, of, scene);
  const named = (name: string) => calls.filter(([call]) => call === name).map(([, ...values]) => values);
  return {
    asked,
    drawn: named('drawImage'),
    words: named('fillText').map(([text]) => text),
    alpha: named('globalAlpha'),
  };
}

const THERE: Picture = { image: 'pixels', width: 800, height: 600 };
const NOWHERE = { element: () => undefined, frame: () => null };

describe('a picture', () => {
  it('fills its frame, and asks for no more pixels than it shows', () => {
    const { asked, drawn } = paint(element({}), THERE);
    expect(drawn).toEqual([['pixels', 0, 0, 400, 300]]);
    expect(asked).toEqual([[HASH, 400]]);
  });

  it('is never distorted: in a frame of other proportions it stands in the middle', () => {
    expect(paint(element({}, [800, 300]), THERE).drawn).toEqual([['pixels', 200, 0, 400, 300]]);
    expect(paint(element({}, [400, 700]), THERE).drawn).toEqual([['pixels', 0, 200, 400, 300]]);
  });

  it('says when it is on its way, and when there is none', () => {
    expect(paint(element({}), undefined).words).toEqual(['Image en chemin…']);
    expect(paint(element({}), null).words).toEqual(['Image introuvable']);
    const nothing = paint(element({ hash: '' }), THERE);
    expect([nothing.words, nothing.asked]).toEqual([['Image introuvable'], []]);
  });

  it('is hit where it is shown when it is turned, and as pale as it is told to be', () => {
    const turned = element({ angle: 90 });
    expect(image.hitTest(turned, { x: 200, y: -40 }, NOWHERE)).toBe(true);
    expect(image.hitTest(turned, { x: 10, y: 150 }, NOWHERE)).toBe(false);
    expect(paint(element({ opacity: 50 }), THERE).alpha).toEqual([[0.5]]);
  });

  it.each([
    ['a hash that is an address', { hash: 'https://ailleurs.example/vue.png' }],
    ['a hash that is a path', { hash: `../${'h'.repeat(40)}` }],
    ['no pixels', { width: 0 }],
    ['a fraction of a pixel', { height: 1.5 }],
    ['an opacity nobody sees', { opacity: 1 }],
  ])('is refused with %s', (_name, props) => {
    expect(image.parse({ ...element({}).props, ...props }).ok).toBe(false);
  });

  it('comes onto the board neither as a speck nor as a wall, in its proportions', () => {
    expect(pictureSizeOnBoard(2_560, 1_920)).toEqual([480, 360]);
    expect(pictureSizeOnBoard(300, 200)).toEqual([300, 200]);
    expect(pictureSizeOnBoard(4, 2)).toEqual([2 * LIMITS.sizeMin, LIMITS.sizeMin]);
    for (const [w, h] of [
      [1, 2_560],
      [2_560, 1],
      [1, 1],
    ] as const)
      for (const side of pictureSizeOnBoard(w, h)) {
        expect(side).toBeGreaterThanOrEqual(LIMITS.sizeMin);
        expect(side).toBeLessThanOrEqual(LIMITS.sizeMax);
      }
  });
});
