/**
 * A paint context for small pictures: the same strokes of the same kinds, but no line thinner than one can see and, instead of words too
 * small to read, bars as long as the words. Passes on to a real context; knows no kind and no template.
 */
import type { PaintContext } from '../../../shared/elements/PaintContext.ts';
import type { Weight } from '../../../shared/text/font.ts';
import { measureText } from '../../../shared/text/measure.ts';

/** Pixels: thinner lines vanish, smaller words are not read. */
const LEAST = { line: 1, words: 8 } as const;
/** A bar is so high, in sizes of the words, and so pale. */
const BAR = { height: 0.46, alpha: 0.5 } as const;

/** `scale`: pixels a unit of what is painted. */
export function smallPicture(ctx: PaintContext, scale: number): PaintContext {
  const bar = (text: string, x: number, y: number): void => {
    const size = Number(/([\d.]+)px/.exec(ctx.font)?.[1] ?? 16);
    if (size * scale >= LEAST.words) {
      ctx.fillText(text, x, y);
      return;
    }
    const weight = Number(/^\D*?(\d{3})\b/.exec(ctx.font)?.[1] ?? 400) as Weight;
    const width = measureText(text, size, weight);
    const before: Partial<Record<string, number>> = { center: width / 2, right: width, end: width };
    const middle: Partial<Record<string, number>> = { middle: 0, top: size / 2, hanging: size / 2, bottom: -size / 2 };
    const height = Math.max(BAR.height * size, LEAST.line / scale);
    const alpha = ctx.globalAlpha;
    ctx.globalAlpha = alpha * BAR.alpha;
    const top = y + (middle[ctx.textBaseline] ?? -0.35 * size) - height / 2;
    ctx.fillRect(x - (before[ctx.textAlign] ?? 0), top, width, height);
    ctx.globalAlpha = alpha;
  };
  const own: Readonly<Record<string, unknown>> = { fillText: bar };
  return new Proxy(ctx, {
    get: (target, key) => {
      const value = own[String(key)] ?? Reflect.get(target, key);
      return typeof value === 'function' && !(String(key) in own) ? value.bind(target) : value;
    },
    set: (target, key, value: unknown) =>
      Reflect.set(target, key, key === 'lineWidth' ? Math.max(Number(value), LEAST.line / scale) : value),
  });
}
