/**
 * Titles of areas seen from afar: written on the screen at a size one can read, instead of the few pixels they would have. For areas
 * inside others only while there is room above them: further off they would cover their neighbours.
 */
import type { Element } from '../../shared/elements/ElementKind.ts';
import type { PaintContext } from '../../shared/elements/PaintContext.ts';
import { paintLines } from '../../shared/elements/strokes.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import { fitText, truncate } from '../../shared/text/fitText.ts';
import type { Theme } from '../../shared/theme/tokens.ts';
import type { Indexed } from '../editor/BoardIndex.ts';
import type { ElementView, Legend } from '../elements/ElementView.ts';
import type { DeviceView } from './ElementPainter.ts';

/** Sizes in CSS pixels. */
const LEGIBLE = 12;
const LINE_HEIGHT = 1.2;
const GAP = 3;
/** From this zoom on, any kind's own titles are large enough. */
const NEAR = 1;
/** Under this width not even a word fits. */
const NARROWEST = 48;
/** An element narrower than this on the screen has no room for words within it, in CSS pixels. */
const LEGENDS_FROM = 160;
/** The room that words have which may stand out over the wall. */
const REACH_OUT = 76;
/** What areas inside others keep free above them for their title, in page units: templates do, and so do most people. */
const INNER_ROOM = 68;

/** How far above its element a caption reaches, in CSS pixels. */
const REACH = LEGIBLE * LINE_HEIGHT + GAP;

interface Shortened {
  readonly width: number;
  readonly line: string;
}

export class Captions {
  readonly #lines = new WeakMap<Element, Shortened>();

  /** Whether, at this zoom, the canvas writes the caption of an element in place of its own `paint`. */
  static isNeeded(item: Indexed, zoom: number): boolean {
    if (zoom >= NEAR || !item.view.caption) return false;
    if (item.parent !== null && REACH > zoom * Math.min(INNER_ROOM, item.element.place[2])) return false;
    const caption = item.view.caption(item.element);
    return caption !== null && caption.size * zoom < LEGIBLE;
  }

  /** What the canvas writes of the words within an element at this zoom, and what it is painted with meanwhile; `null`: its own. */
  static legendsOf(
    { element, view }: Pick<Indexed, 'element' | 'view'>,
    zoom: number,
  ): ReturnType<NonNullable<ElementView['legends']>> | null {
    if (zoom >= NEAR || !view.legends || element.size[0] * zoom < LEGENDS_FROM) return null;
    const legends = view.legends(element);
    return legends.words.some(({ size }) => size * zoom < LEGIBLE) ? legends : null;
  }

  /** Writes such words, each on two lines at most. */
  paintLegends(
    ctx: CanvasRenderingContext2D,
    view: DeviceView,
    origin: Vec,
    words: readonly Legend[],
    theme: Theme,
  ): void {
    const ratio = view.scale / view.zoom;
    ctx.save();
    for (const { text, weight, at, align, width, isUpright, mayReachOut } of words) {
      const w = Math.max(width * view.zoom, mayReachOut ? REACH_OUT : 0);
      if (w < NARROWEST) continue;
      const { lines } = fitText(
        text,
        { w, h: 2 * LEGIBLE * LINE_HEIGHT },
        { max: LEGIBLE, min: LEGIBLE, weight, lineHeight: LINE_HEIGHT },
      );
      const x = Math.round((origin.x + at.x) * view.scale + view.x) / ratio;
      const y = Math.round((origin.y + at.y) * view.scale + view.y) / ratio;
      const style = { size: LEGIBLE, weight, lineHeight: LINE_HEIGHT, color: theme.ink, align } as const;
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      ctx.translate(x, y);
      if (isUpright) ctx.rotate(-Math.PI / 2);
      paintLines(ctx as PaintContext, lines, 0, (-lines.length * LEGIBLE * LINE_HEIGHT) / 2, style);
    }
    ctx.restore();
  }

  /** How far above their elements captions may reach at a zoom, in page units; 0 where elements write them themselves. */
  static reach(zoom: number): number {
    return zoom < NEAR ? REACH / zoom : 0;
  }

  paint(ctx: CanvasRenderingContext2D, view: DeviceView, item: Indexed, theme: Theme): void {
    const caption = item.view.caption?.(item.element);
    const width = Math.floor(item.element.size[0] * view.zoom);
    if (!caption || width < NARROWEST) return;
    const ratio = view.scale / view.zoom;
    const x = Math.round(item.origin.x * view.scale + view.x) / ratio;
    const y = Math.round(item.origin.y * view.scale + view.y) / ratio;
    const style = { size: LEGIBLE, weight: caption.weight, lineHeight: LINE_HEIGHT, color: theme.ink } as const;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintLines(ctx as PaintContext, [this.#line(item.element, caption, width)], x, y - REACH, style);
    ctx.restore();
  }

  /** The caption cut to the element's width; found anew only when the zoom or the element has changed. */
  #line(element: Element, { text, weight }: { text: string; weight: 400 | 600 | 700 }, width: number): string {
    const known = this.#lines.get(element);
    if (known?.width === width) return known.line;
    const line = truncate(text, width, LEGIBLE, weight);
    this.#lines.set(element, { width, line });
    return line;
  }
}
