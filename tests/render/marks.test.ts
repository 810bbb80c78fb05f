/** What is said of elements, painted by Skia: whatever the kind, its size and the theme, nothing of it stands outside the bounds declared. */
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { registerFonts } from '../../server/render/fonts.ts';
import type { Element, ElementKind, Scene, Size } from '../../shared/elements/ElementKind.ts';
import { REACTIONS } from '../../shared/elements/marks/markKeys.ts';
import type { PaintContext } from '../../shared/elements/PaintContext.ts';
import { boundsOf, paintElement } from '../../shared/elements/present.ts';
import { KINDS } from '../../shared/elements/registry.ts';
import { NOTE_COLORS, THEMES, type Theme } from '../../shared/theme/tokens.ts';
import { kindSamples, sampleElement } from '../helpers/kindSamples.ts';

registerFonts();

const AROUND = 160;
const TAGS = ['Mobilité', 'Jeunes et familles', 'À reprendre au conseil de quartier', '🎉', 'W'.repeat(40)];
const MARKS: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(TAGS.map((name, n) => [`tag.${name}`, NOTE_COLORS[n]])),
  ...Object.fromEntries(
    REACTIONS.flatMap((kind, n) => [0, 1, 2].slice(n % 3).map((p) => [`reaction.p${p}.${kind}`, true])),
  ),
  ...Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`comment.p1.k${n}`, { text: 'Oui', at: n }])),
};

const sceneOf = (theme: Theme, element: Element): Scene => ({
  theme,
  locale: 'fr',
  element: () => undefined,
  frame: (id) => (id === element.id ? { x: 0, y: 0, w: element.size[0], h: element.size[1] } : null),
  picture: () => null,
  children: () => [],
  person: () => 'Anne-Sophie Lefèvre de la Rochefoucauld-Montmorency',
});

/** How many pixels are painted outside an element's bounds, and how many of its pixels its marks change. */
function paint(element: Element, bare: Element, theme: Theme): { readonly stray: number; readonly changed: number } {
  const scene = sceneOf(theme, element);
  const bounds = boundsOf(element, scene);
  const [width, height] = [Math.ceil(bounds.w) + 2 * AROUND, Math.ceil(bounds.h) + 2 * AROUND];
  const draw = (one: Element): Uint8ClampedArray => {
    const ctx = createCanvas(width, height).getContext('2d');
    ctx.translate(AROUND - bounds.x, AROUND - bounds.y);
    paintElement(ctx as unknown as PaintContext, one, scene);
    return ctx.getImageData(0, 0, width, height).data as unknown as Uint8ClampedArray;
  };
  const [marked, plain] = [draw(element), draw(bare)];
  let [stray, changed] = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x);
      const isWithin = x >= AROUND && y >= AROUND && x < AROUND + bounds.w && y < AROUND + bounds.h;
      if (marked[at + 3] !== 0 && !isWithin) stray++;
      if (marked[at] !== plain[at] || marked[at + 1] !== plain[at + 1] || marked[at + 3] !== plain[at + 3]) changed++;
    }
  }
  return { stray, changed };
}

describe.each(Object.keys(KINDS))('marks on the kind "%s"', (name) => {
  const sample = kindSamples().find(({ kind }) => kind.kind === name);
  const kind = sample?.kind as ElementKind;
  const [least, most] = [kind.minSize, kind.maxSize];
  /** The nearest size the kind takes. */
  const sized = ([w, h]: Size): Size => [
    Math.min(most[0], Math.max(least[0], w)),
    Math.min(most[1], Math.max(least[1], h)),
  ];
  const sizes: readonly Size[] = [
    kind.defaultSize,
    least,
    ...(
      [
        [60, 60],
        [400, 60],
        [600, 600],
      ] as const
    ).map(sized),
  ];

  it('stand within its bounds and can be seen, whatever its size, in every theme', () => {
    if (!sample) throw new Error(`no sample of ${name}`);
    for (const theme of Object.values(THEMES)) {
      for (const size of sizes) {
        const more = { size, by: 'p1' };
        const { stray, changed } = paint(
          sampleElement(sample, { ...more, ...MARKS }),
          sampleElement(sample, more),
          theme,
        );
        expect([theme.name, size, stray, changed > 100]).toEqual([theme.name, size, 0, true]);
      }
    }
  });
});
