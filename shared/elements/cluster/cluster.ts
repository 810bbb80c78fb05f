/**
 * The cluster: a named group that lays out what lies in it and grows with it. Its `size` is the width people wish; the height follows from
 * the content. One dropped on another becomes part of it. What it shows is derived (`arrange`), never written.
 */
import type { Locale } from '../../control/Control.ts';
import { contains } from '../../geometry/box.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { fitText } from '../../text/fitText.ts';
import { measureText } from '../../text/measure.ts';
import { mix } from '../../theme/mix.ts';
import { NOTE_COLORS } from '../../theme/tokens.ts';
import type { Element, ElementKind, Scene } from '../ElementKind.ts';
import { isLaidOut } from '../laidOut.ts';
import { memoByElement } from '../memoByElement.ts';
import type { PaintContext } from '../PaintContext.ts';
import { isFlag, isOneOf, optional, readProps } from '../readProps.ts';
import { paintLines, roundedRect } from '../strokes.ts';
import { isTakes } from '../takes.ts';
import { CLUSTER, insertInCluster, layOutCluster, stepInCluster } from './layOutCluster.ts';
import { CLUSTER_LAYOUTS, type ClusterProps } from './props.ts';

const TITLE = { max: 22, min: 15, weight: 700, lineHeight: 1.2 } as const;
const COUNT = { size: 16, weight: 600, height: 28, padding: 11 } as const;
/** The arrow that opens and closes it stands in a square at the left of the header. */
const ARROW = { box: 40, size: 6, line: 2.5 } as const;

const WORDS = {
  fr: { empty: 'Déposez des notes ici', unnamed: 'Sans nom' },
  en: { empty: 'Drop notes here', unnamed: 'No name' },
} as const;

/** Whether a point (relative to the top left) is on the arrow. */
export const isOnArrow = ({ x, y }: { readonly x: number; readonly y: number }): boolean =>
  x >= 0 && x <= ARROW.box && y >= 0 && y <= CLUSTER.header;

/** Where the name stands, relative to the top left. */
export const nameBox = ([w]: readonly [number, number]) => ({
  x: ARROW.box,
  y: 0,
  w: Math.max(0, w - ARROW.box - 84),
  h: CLUSTER.header,
});

export const NAME_STYLE = TITLE;

/** The name as it is shown: one line; nothing while a group sorts without a word. */
export const nameOf = ({ text, props }: Element<ClusterProps>): string =>
  props.silent ? '' : text.replace(/\s+/g, ' ').trim();

const layOutName = memoByElement((element: Element<ClusterProps>) => {
  const name = nameOf(element);
  const { w } = nameBox(element.size);
  if (name === '' || w < TITLE.max) return null;
  const { lines, size } = fitText(name, { w, h: TITLE.min * TITLE.lineHeight }, TITLE);
  return { line: lines[0] ?? '', size };
});

/** Under so many pixels a board unit nobody makes out a header, or that corners are round. */
const FAR = 0.12;

const isFar = (scale: number): boolean => scale < FAR;

function paintArea(
  ctx: PaintContext,
  { size: [w, h], props }: Element<ClusterProps>,
  { theme }: Scene,
  scale: number,
): void {
  const tint = theme.name === 'dark' ? 0.18 : 0.32;
  ctx.fillStyle = props.color === undefined ? theme.panel : mix(theme.panel, theme.notes[props.color], tint);
  ctx.strokeStyle = theme.areaLine;
  if (isFar(scale)) {
    ctx.fillRect(0, 0, w, h);
    ctx.lineWidth = 1 / scale;
    ctx.strokeRect(0, 0, w, h);
    return;
  }
  const inset = CLUSTER.line / 2;
  roundedRect(ctx, inset, inset, w - CLUSTER.line, h - CLUSTER.line, CLUSTER.radius);
  ctx.fill();
  ctx.lineWidth = CLUSTER.line;
  ctx.stroke();
}

/** Points down while it is open, right while it is closed. */
function paintArrow(ctx: PaintContext, isClosed: boolean, color: string): void {
  const { size, line } = ARROW;
  const [x, y] = [ARROW.box / 2 + 1, CLUSTER.header / 2];
  ctx.beginPath();
  if (isClosed) {
    ctx.moveTo(x - size / 2, y - size);
    ctx.lineTo(x + size / 2, y);
    ctx.lineTo(x - size / 2, y + size);
  } else {
    ctx.moveTo(x - size, y - size / 2);
    ctx.lineTo(x, y + size / 2);
    ctx.lineTo(x + size, y - size / 2);
  }
  ctx.strokeStyle = color;
  ctx.lineWidth = line;
  ctx.stroke();
}

/** What stands in place of a name, where there is room and names are shown. */
function unnamed({ text, props, size }: Element<ClusterProps>, font: number, locale: Locale): string {
  if (props.silent || text !== '') return '';
  const words = WORDS[locale].unnamed;
  return measureText(words, font, 400) <= nameBox(size).w ? words : '';
}

function paintHeader(ctx: PaintContext, element: Element<ClusterProps>, count: number, scene: Scene): void {
  const { theme, locale } = scene;
  paintArrow(ctx, element.props.collapsed === true, theme.mutedInk);
  const name = layOutName(element);
  const box = nameBox(element.size);
  const size = name?.size ?? TITLE.max - 3;
  const words = name?.line ?? unnamed(element, size, locale);
  const style = { size, weight: name ? TITLE.weight : 400, lineHeight: TITLE.lineHeight } as const;
  const top = (CLUSTER.header - size * TITLE.lineHeight) / 2;
  paintLines(ctx, [words], box.x, top, { ...style, color: name ? theme.ink : theme.mutedInk });
  const number = String(count);
  const pill = Math.max(COUNT.height, measureText(number, COUNT.size, COUNT.weight) + 2 * COUNT.padding);
  const x = element.size[0] - CLUSTER.padding - pill;
  const y = (CLUSTER.header - COUNT.height) / 2;
  roundedRect(ctx, x, y, pill, COUNT.height, COUNT.height / 2);
  ctx.fillStyle = theme.ink;
  ctx.globalAlpha = 0.1;
  ctx.fill();
  ctx.globalAlpha = 1;
  const numbers = { size: COUNT.size, weight: COUNT.weight, lineHeight: 1, color: theme.ink, align: 'center' } as const;
  paintLines(ctx, [number], x + pill / 2, y + (COUNT.height - COUNT.size) / 2, numbers);
}

/** How many lie in it: lines and strokes may too; they are none of what is counted. */
const countIn = (element: Element, { arrangement, children, element: find }: Scene): number =>
  arrangement?.(element.id)?.places.size ?? children(element.id).filter((id) => isLaidOut(find(id) ?? element)).length;

function paintEmpty(ctx: PaintContext, { size: [w, h] }: Element<ClusterProps>, { theme, locale }: Scene): void {
  const { padding, header } = CLUSTER;
  const box = { w: w - 4 * padding, h: h - header - 2 * padding };
  if (box.w < 40 || box.h < 20) return;
  const { lines, size } = fitText(WORDS[locale].empty, box, { max: 18, min: 12, weight: 400, lineHeight: 1.3 });
  const top = header + (h - header - padding - lines.length * size * 1.3) / 2;
  const style = { size, weight: 400, lineHeight: 1.3, color: theme.mutedInk, align: 'center' } as const;
  paintLines(ctx, lines, w / 2, top, style);
}

export const cluster: ElementKind<ClusterProps> = {
  kind: 'cluster',
  version: 1,
  hasText: true,
  isContainer: true,
  isCluster: true,
  merges: true,
  isSilent: ({ props }) => props.silent === true,
  defaultSize: [448, 160],
  minSize: [CLUSTER.narrowest, CLUSTER.header],
  maxSize: [LIMITS.areaSizeMax, LIMITS.areaSizeMax],
  defaultProps: { layout: 'grid' },
  propKeys: ['layout', 'color', 'collapsed', 'silent', 'takes'],
  parse: (props) =>
    readProps<ClusterProps>(props, cluster.defaultProps, {
      layout: isOneOf(CLUSTER_LAYOUTS),
      color: optional(isOneOf(NOTE_COLORS)),
      collapsed: optional(isFlag),
      silent: optional(isFlag),
      takes: optional(isTakes),
    }),
  migrations: {},
  arrange(element, children, sizeOf) {
    const { size, lines } = layOutCluster(element, children, sizeOf);
    const places = new Map(lines.flat().map(({ id, x, y }) => [id, [x, y] as const]));
    if (!element.props.collapsed) return { size, places };
    const hidden = new Set(children.map(({ id }) => id));
    return { size: [size[0], CLUSTER.header], places, hidden, isClosed: true };
  },
  insertAt: (element, children, sizeOf, point) =>
    insertInCluster(layOutCluster(element, children, sizeOf), element.props, point),
  step: (element, children, sizeOf, child, direction) =>
    stepInCluster(layOutCluster(element, children, sizeOf), element.props, child, direction),
  bounds: ({ size: [w, h] }) => ({ x: 0, y: 0, w, h }),
  hitTest: ({ size: [w, h] }, point) => contains({ x: 0, y: 0, w, h }, point),
  paint(ctx, element, scene) {
    const scale = scene.screen?.().scale ?? 1;
    paintArea(ctx, element, scene, scale);
    if (isFar(scale)) return;
    const count = countIn(element, scene);
    paintHeader(ctx, element, count, scene);
    if (count === 0 && !element.props.collapsed) paintEmpty(ctx, element, scene);
  },
  swatch: () => null,
  dependsOn: () => [],
  outline: nameOf,
  row: () => null,
};
