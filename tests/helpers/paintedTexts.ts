/** What a board says when it is painted: each line of words with the box it stands in, whatever kind wrote it. */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { Locale } from '../../shared/control/Control.ts';
import type { ElementId, Scene } from '../../shared/elements/ElementKind.ts';
import type { PaintContext } from '../../shared/elements/PaintContext.ts';
import { paintOrder } from '../../shared/elements/paintScene.ts';
import { paintElement } from '../../shared/elements/present.ts';
import type { Box } from '../../shared/geometry/box.ts';
import type { Weight } from '../../shared/text/font.ts';
import { measureText } from '../../shared/text/measure.ts';
import { THEMES } from '../../shared/theme/tokens.ts';

export interface PaintedText {
  readonly text: string;
  /** The element that painted it. */
  readonly element: ElementId;
  /** On the page: as wide as the words, as high as most letters. */
  readonly box: Box;
}

/** Turned by right angles and moved: all that text is. */
interface Turned {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** Every line that is painted for a board, in painting order. */
export function paintedTexts(board: BoardDoc, locale: Locale): PaintedText[] {
  const texts: PaintedText[] = [];
  const scene: Scene = {
    theme: THEMES.light,
    locale,
    element: (id) => board.get(id),
    frame: (id) => board.frame(id),
    hiddenBelow: (id) => board.folds.count(id),
    children: (id) => board.tree.children(id),
    person: () => undefined,
    picture: () => null,
  };
  for (const id of paintOrder(board)) {
    const element = board.get(id);
    if (!element) continue;
    const { x, y } = board.frame(id) ?? { x: 0, y: 0 };
    const ctx = recorder({ x, y, angle: 0 }, (text, box) => texts.push({ text, element: id, box }));
    paintElement(ctx, element, scene);
  }
  return texts;
}

function recorder(origin: Turned, found: (text: string, box: Box) => void): PaintContext {
  let at = origin;
  const saved: Turned[] = [];
  const state = { font: '10px sans', textAlign: 'left', textBaseline: 'alphabetic' };
  const point = (x: number, y: number) => ({
    x: at.x + x * Math.cos(at.angle) - y * Math.sin(at.angle),
    y: at.y + x * Math.sin(at.angle) + y * Math.cos(at.angle),
  });
  const known: Record<string, unknown> = {
    save: () => saved.push(at),
    restore: () => {
      at = saved.pop() ?? origin;
    },
    translate: (x: number, y: number) => {
      at = { ...at, ...point(x, y) };
    },
    rotate: (angle: number) => {
      at = { ...at, angle: at.angle + angle };
    },
    fillText: (text: string, x: number, y: number) => {
      if (text.trim() === '') return;
      const size = Number(/([\d.]+)px/.exec(state.font)?.[1] ?? 10);
      const weight = Number(/^\D*?(\d{3})\b/.exec(state.font)?.[1] ?? 400) as Weight;
      const width = measureText(text, size, weight);
      const left = { left: 0, start: 0, center: -width / 2, right: -width, end: -width }[state.textAlign] ?? 0;
      const top = { alphabetic: -0.7, middle: -0.35, top: 0, bottom: -0.95 }[state.textBaseline] ?? -0.7;
      const a = point(x + left, y + top * size);
      const b = point(x + left + width, y + (top + 0.7) * size);
      const [w, h] = [Math.abs(b.x - a.x), Math.abs(b.y - a.y)];
      found(text, { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w, h });
    },
  };
  return new Proxy(state, {
    get: (target, key) => known[String(key)] ?? Reflect.get(target, key) ?? (() => undefined),
  }) as unknown as PaintContext;
}
