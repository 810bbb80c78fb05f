/** Every kind, painted by Skia on a canvas larger than itself: nothing may stand outside the bounds it declares. */
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { registerFonts } from '../../server/render/fonts.ts';
import type { Element, ElementKind, Scene, Size } from '../../shared/elements/ElementKind.ts';
import { NO_MARKS } from '../../shared/elements/marks/Marks.ts';
import type { PaintContext } from '../../shared/elements/PaintContext.ts';
import { placeholder } from '../../shared/elements/placeholder/placeholder.ts';
import { boundsOf, paintElement } from '../../shared/elements/present.ts';
import { findKind, KINDS } from '../../shared/elements/registry.ts';
import { THEMES, type Theme } from '../../shared/theme/tokens.ts';
import { readContributions } from '../helpers/contributions.ts';
import { kindSamples, sampleElement } from '../helpers/kindSamples.ts';

registerFonts();

const MARGIN = 200;
const contributions = readContributions().map(({ text }) => text.replaceAll('|', '\n'));
const longest = [...contributions].sort((a, b) => b.length - a.length)[0] ?? '';
const TEXTS = ['', 'Oui', longest, 'W'.repeat(300), 'j\u0302g\u0323Ấ\n\n\n🎉👩🏽‍🚒', ...contributions.slice(0, 5)];

const kinds = [...Object.keys(KINDS).map((name) => findKind(name) as ElementKind), placeholder].map(
  (kind) => [kind.kind, kind] as const,
);

const sceneOf = (theme: Theme): Scene => ({
  theme,
  locale: 'fr',
  element: () => undefined,
  frame: () => null,
  picture: () => null,
  children: () => [],
  person: () => 'Anne-Sophie Lefèvre de la Rochefoucauld-Montmorency',
});

/** Pixels painted within the bounds and outside, in a picture with `MARGIN` units of nothing around them. */
function paintedPixels(element: Element, theme: Theme): { readonly inside: number; readonly stray: number } {
  const scene = sceneOf(theme);
  const bounds = boundsOf(element, scene);
  const width = Math.ceil(bounds.w) + 2 * MARGIN;
  const height = Math.ceil(bounds.h) + 2 * MARGIN;
  const ctx = createCanvas(width, height).getContext('2d');
  ctx.translate(MARGIN - bounds.x, MARGIN - bounds.y);
  paintElement(ctx as unknown as PaintContext, element, scene);
  const { data } = ctx.getImageData(0, 0, width, height);
  let [inside, stray] = [0, 0];
  for (let y = 0; y < height; y++) {
    const isBeside = y < MARGIN || y >= MARGIN + bounds.h;
    for (let x = 0; x < width; x++) {
      if (data[4 * (y * width + x) + 3] === 0) continue;
      if (isBeside || x < MARGIN || x >= MARGIN + bounds.w) stray++;
      else inside++;
    }
  }
  return { inside, stray };
}

describe.each(kindSamples().map((sample) => [sample.name, sample] as const))('"%s"', (_name, sample) => {
  it('paints nothing outside its bounds, in every theme, and something within', () => {
    const element = sampleElement(sample);
    for (const theme of Object.values(THEMES)) {
      const { inside, stray } = paintedPixels(element, theme);
      expect(stray).toBe(0);
      expect(inside).toBeGreaterThan(0);
    }
  });
});

describe.each(kinds)('the kind "%s"', (_name, kind) => {
  const sizes: readonly Size[] = [kind.defaultSize, kind.minSize, [400, 60], [60, 400]];

  it.each(Object.values(THEMES).map((theme) => [theme.name, theme] as const))(
    'paints nothing outside its bounds, whatever its size and text (%s)',
    (_theme, theme) => {
      const strays: unknown[] = [];
      for (const size of sizes) {
        for (const text of TEXTS) {
          const props = kind.propKeys.includes('prompt')
            ? { ...kind.defaultProps, prompt: text.slice(0, 500) }
            : kind.defaultProps;
          const element: Element = {
            id: 'e1',
            kind: kind.kind,
            v: 1,
            place: [null, 0, 0],
            size,
            z: 'a0',
            by: 'p1',
            lock: false,
            text,
            props,
            marks: NO_MARKS,
            rev: 1,
          };
          const { stray } = paintedPixels(element, theme);
          if (stray > 0) strays.push({ size, text: text.slice(0, 30), stray });
        }
      }
      expect(strays).toEqual([]);
    },
  );
});
