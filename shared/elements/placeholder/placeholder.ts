/** What stands for an element this version cannot read: visible, movable, never editable, and kept in the document as it is. */
import type { Locale } from '../../control/Control.ts';
import { contains } from '../../geometry/box.ts';
import { ok } from '../../lib/result.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { fitText } from '../../text/fitText.ts';
import type { ElementKind } from '../ElementKind.ts';
import { paintLines, roundedRect } from '../strokes.ts';

/** `paint` has the board's language and no message catalogue: its few words stand here. */
const WORDS: Readonly<Record<'newer' | 'unreadable', Readonly<Record<Locale, string>>>> = {
  newer: { fr: 'Élément d’une version plus récente', en: 'Element from a newer version' },
  unreadable: { fr: 'Élément illisible', en: 'Unreadable element' },
};

const HATCH = 12;

const isFromNewerVersion = (problem: string | undefined): boolean =>
  problem === undefined || problem === 'kind' || problem === 'v' || problem.startsWith('key ');

export const placeholder: ElementKind = {
  kind: 'placeholder',
  version: 1,
  hasText: false,
  isContainer: false,
  defaultSize: [200, 200],
  minSize: [LIMITS.sizeMin, LIMITS.sizeMin],
  maxSize: [LIMITS.areaSizeMax, LIMITS.areaSizeMax],
  defaultProps: {},
  propKeys: [],
  parse: () => ok({}),
  migrations: {},
  bounds: ({ size: [w, h] }) => ({ x: 0, y: 0, w, h }),
  hitTest: ({ size: [w, h] }, point) => contains({ x: 0, y: 0, w, h }, point),
  paint(ctx, { size: [w, h], problem }, { theme, locale }) {
    ctx.save();
    roundedRect(ctx, 0, 0, w, h, 4);
    ctx.fillStyle = theme.panel;
    ctx.fill();
    ctx.clip();
    ctx.strokeStyle = theme.line;
    ctx.lineWidth = 2;
    ctx.beginPath();
    // No more strokes than an eye can tell apart, however large a stranger made it.
    const step = Math.max(HATCH, (w + h) / 200);
    for (let x = -h + step; x < w; x += step) {
      ctx.moveTo(x, h);
      ctx.lineTo(x + h, 0);
    }
    ctx.stroke();
    ctx.restore();
    ctx.strokeStyle = theme.areaLine;
    ctx.lineWidth = 2;
    roundedRect(ctx, 1, 1, w - 2, h - 2, 3);
    ctx.stroke();
    if (w < 80 || h < 40) return;
    const words = WORDS[isFromNewerVersion(problem) ? 'newer' : 'unreadable'][locale];
    const fit = { max: 17, min: 12, weight: 400, lineHeight: 1.3 } as const;
    const { lines, size } = fitText(words, { w: w - 48, h: h - 24 }, fit);
    const height = lines.length * size * fit.lineHeight;
    const top = (h - height) / 2;
    ctx.fillStyle = theme.panel;
    ctx.fillRect(16, Math.max(4, top - 8), w - 32, Math.min(h - 8, height + 16));
    paintLines(ctx, lines, w / 2, top, { ...fit, size, color: theme.mutedInk, align: 'center' });
  },
  swatch: (_element, theme) => theme.line,
  dependsOn: () => [],
  outline: ({ text }) => text.replace(/\s+/g, ' ').trim(),
  row: ({ text }) => ({ text: text.trim() }),
};
