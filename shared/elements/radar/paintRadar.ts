/** Paints a radar: rings, denser towards the centre, thin lines between sectors, names around them; « à pourvoir » in an empty role. */
import { fitText } from '../../text/fitText.ts';
import { measureText } from '../../text/measure.ts';
import type { Theme } from '../../theme/tokens.ts';
import { paintAreaTitle } from '../areaTitle.ts';
import type { Element, Scene } from '../ElementKind.ts';
import type { PaintContext } from '../PaintContext.ts';
import { standingOf } from '../standing.ts';
import { paintLines, roundedRect } from '../strokes.ts';
import { LABEL_LINE_HEIGHT, labelsOf } from './labels.ts';
import { countsOn, type RadarProps, ringsOf, sectorsOf } from './props.ts';
import { type Circle, circleOf, middleOf, partAt } from './where.ts';
import { RADAR_WORDS } from './words.ts';

const LINE = 2;
const FULL = 2 * Math.PI;

function paintRings(ctx: PaintContext, { middle, radius }: Circle, count: number, theme: Theme): void {
  ctx.beginPath();
  ctx.arc(middle.x, middle.y, radius, 0, FULL);
  ctx.fillStyle = theme.panel;
  ctx.fill();
  // Tints add up towards the centre.
  ctx.fillStyle = theme.areaFill;
  ctx.strokeStyle = theme.areaLine;
  ctx.lineWidth = LINE;
  ctx.setLineDash([]);
  for (let ring = count; ring > 0; ring--) {
    ctx.beginPath();
    ctx.arc(middle.x, middle.y, (radius * ring) / count, 0, FULL);
    ctx.globalAlpha = Math.min(1, 3 / count);
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.stroke();
  }
}

function paintSectors(ctx: PaintContext, { middle, radius }: Circle, count: number): void {
  if (count < 2) return;
  ctx.beginPath();
  for (let sector = 0; sector < count; sector++) {
    const angle = (FULL * sector) / count;
    ctx.moveTo(middle.x, middle.y);
    ctx.lineTo(middle.x + radius * Math.sin(angle), middle.y - radius * Math.cos(angle));
  }
  ctx.stroke();
}

function paintLabels(ctx: PaintContext, element: Element<RadarProps>, theme: Theme): void {
  for (const { fitted, box, align, weight, of } of labelsOf(element)) {
    const height = fitted.lines.length * fitted.size * LABEL_LINE_HEIGHT;
    const style = {
      size: fitted.size,
      weight,
      lineHeight: LABEL_LINE_HEIGHT,
      color: of === 'sector' ? theme.ink : theme.mutedInk,
      align,
    } as const;
    const x = align === 'left' ? box.x : align === 'center' ? box.x + box.w / 2 : box.x + box.w;
    if (of === 'sector') paintLines(ctx, fitted.lines, x, box.y + Math.max(0, (box.h - height) / 2), style);
    else {
      // The line between two sectors runs through here: the name stands on a piece of paper.
      const widest = Math.max(...fitted.lines.map((line) => measureText(line, fitted.size, weight)));
      roundedRect(ctx, x - widest / 2 - 8, box.y, widest + 16, height, 4);
      ctx.fillStyle = theme.panel;
      ctx.fill();
      paintLines(ctx, fitted.lines, x, box.y, style);
    }
  }
}

/** For each sector, whether anybody stands in it. */
export function takenSectors(
  element: Element<RadarProps>,
  scene: Pick<Scene, 'children' | 'element' | 'frame'>,
): readonly boolean[] {
  const sectors = sectorsOf(element.props).length;
  const taken = new Array<boolean>(sectors).fill(false);
  const outer = scene.frame(element.id);
  if (!outer) return taken;
  const circle = circleOf(element.size);
  for (const id of scene.children(element.id)) {
    const child = scene.element(id);
    const shown = child && countsOn(child) ? scene.frame(id) : null;
    if (!child || !shown) continue;
    const box = standingOf(child, shown);
    const at = { x: box.x + box.w / 2 - outer.x, y: box.y + box.h / 2 - outer.y };
    const part = partAt(circle, at, { rings: 1, sectors });
    if (part) taken[part.sector] = true;
  }
  return taken;
}

function paintToFill(ctx: PaintContext, element: Element<RadarProps>, scene: Scene): void {
  const { theme, locale } = scene;
  const { radius } = circleOf(element.size);
  const count = sectorsOf(element.props).length;
  const word = RADAR_WORDS[locale].toFill;
  for (const [sector, isTaken] of takenSectors(element, scene).entries()) {
    if (isTaken) continue;
    const { x, y } = middleOf(element.size, { ring: 0.7, rings: 2, sector, sectors: count });
    // As wide as the sector is where the word stands.
    const w = Math.min(
      radius * 0.5,
      2 * 0.6 * radius * Math.sin(Math.min(Math.PI / 2, Math.PI / Math.max(1, count))) * 0.8,
    );
    const fitted = fitText(
      word,
      { w, h: 30 },
      { max: Math.max(11, Math.round((24 * radius) / 680)), min: 9, weight: 600, lineHeight: 1.2 },
    );
    const height = fitted.lines.length * fitted.size * 1.2;
    const wide = Math.max(...fitted.lines.map((line) => measureText(line, fitted.size, 600)));
    roundedRect(ctx, x - wide / 2 - 12, y - height / 2 - 6, wide + 24, height + 12, 8);
    ctx.fillStyle = theme.panel;
    ctx.fill();
    ctx.strokeStyle = theme.mutedInk;
    ctx.lineWidth = LINE;
    ctx.setLineDash([6, 5]);
    ctx.stroke();
    ctx.setLineDash([]);
    const style = { size: fitted.size, weight: 600, lineHeight: 1.2, color: theme.mutedInk, align: 'center' } as const;
    paintLines(ctx, fitted.lines, x, y - height / 2, style);
  }
}

/** Draws a radar with its top left at the origin. */
export function paintRadar(ctx: PaintContext, element: Element<RadarProps>, scene: Scene): void {
  const { theme } = scene;
  const circle = circleOf(element.size);
  paintRings(ctx, circle, Math.max(1, ringsOf(element.props).length), theme);
  paintSectors(ctx, circle, sectorsOf(element.props).length);
  paintLabels(ctx, element, theme);
  if (element.props.roles) paintToFill(ctx, element, scene);
  paintAreaTitle(ctx, element, theme);
}
