/**
 * The deck: a pile of cards (notes or pictures) of which only the top one is seen, or its back, with how many there are. Which cards and in
 * what order says `cards.ts`; the top card paints itself.
 */
import type { Locale } from '../../control/Control.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { fitText } from '../../text/fitText.ts';
import type { Theme } from '../../theme/tokens.ts';
import { areaBounds, hitsArea, paintAreaTitle, titleOf } from '../areaTitle.ts';
import type { Element, ElementKind, Scene, Size } from '../ElementKind.ts';
import { memberKey } from '../families.ts';
import type { PaintContext } from '../PaintContext.ts';
import { readProps } from '../readProps.ts';
import { paintLines, roundedRect } from '../strokes.ts';
import {
  arrangeDeck,
  cardRoom,
  DECK,
  DECK_CHECKS,
  DECK_FAMILIES,
  type DeckProps,
  isCard,
  MOST_TAKEN,
  OUT,
  takenOf,
} from './cards.ts';

/** `paint` has the board's language and no message catalogue: its few words stand here. */
const WORDS: Readonly<
  Record<Locale, { readonly empty: string; count(cards: number, draw: DeckProps['draw']): string }>
> = {
  fr: {
    empty: 'Déposez ici des notes ou des images',
    count: (cards, draw) => `${cards} carte${cards > 1 ? 's' : ''} ${draw === 'copy' ? 'à choisir' : 'à tirer'}`,
  },
  en: {
    empty: 'Drop notes or pictures here',
    count: (cards, draw) => `${cards} card${cards === 1 ? '' : 's'} to ${draw === 'copy' ? 'choose' : 'draw'}`,
  },
};

/** Below it a deck has no room for a card and its edges. */
const SMALLEST = 100;

const cardsIn = ({ id }: Element<DeckProps>, scene: Scene): readonly Element[] =>
  scene.children(id).flatMap((child) => {
    const element = scene.element(child);
    return element && isCard(element) ? [element] : [];
  });

function paintZone(ctx: PaintContext, [w, h]: Size, { areaFill, areaLine }: Theme): void {
  const inset = DECK.line / 2;
  roundedRect(ctx, inset, inset, w - DECK.line, h - DECK.line, DECK.radius);
  ctx.fillStyle = areaFill;
  ctx.fill();
  ctx.strokeStyle = areaLine;
  ctx.lineWidth = DECK.line;
  ctx.stroke();
}

/** The edges of the cards below the top one, which is this large. */
function paintEdges(ctx: PaintContext, [roomW, roomH]: Size, [w, h]: Size, below: number, theme: Theme): void {
  const x = DECK.pad + Math.round((roomW - w) / 2);
  const y = DECK.pad + Math.round((roomH - h) / 2);
  ctx.lineWidth = 1;
  for (let n = Math.min(below, DECK.edges); n > 0; n--) {
    roundedRect(ctx, x + n * DECK.step, y + n * DECK.step, w, h, 4);
    ctx.fillStyle = theme.panel;
    ctx.fill();
    ctx.strokeStyle = theme.name === 'contrast' ? theme.ink : theme.areaLine;
    ctx.stroke();
  }
}

/** The back of a card: one colour, an inner line, a weave of fine lines, a bare disc in the middle. */
function paintBack(ctx: PaintContext, [w, h]: Size, color: string, theme: Theme): void {
  const { pad } = DECK;
  ctx.save();
  roundedRect(ctx, pad, pad, w, h, 8);
  ctx.fillStyle = color;
  ctx.fill();
  ctx.strokeStyle = theme.noteInk;
  ctx.globalAlpha = theme.name === 'contrast' ? 1 : 0.35;
  ctx.lineWidth = 1.5;
  ctx.stroke();
  const inset = Math.min(12, w / 8, h / 8);
  roundedRect(ctx, pad + inset, pad + inset, w - 2 * inset, h - 2 * inset, 5);
  ctx.stroke();
  ctx.clip();
  ctx.globalAlpha = 0.16;
  ctx.beginPath();
  for (let at = -h; at < w; at += 18) {
    ctx.moveTo(pad + at, pad);
    ctx.lineTo(pad + at + h, pad + h);
    ctx.moveTo(pad + at + h, pad);
    ctx.lineTo(pad + at, pad + h);
  }
  ctx.stroke();
  ctx.globalAlpha = 1;
  const radius = Math.min(w, h) * 0.17;
  ctx.beginPath();
  ctx.arc(pad + w / 2, pad + h / 2, radius, 0, 2 * Math.PI);
  ctx.fillStyle = color;
  ctx.fill();
  ctx.globalAlpha = theme.name === 'contrast' ? 1 : 0.35;
  ctx.stroke();
  // Four leaves that turn: the mark of something shuffled.
  ctx.globalAlpha = 0.55;
  ctx.fillStyle = theme.noteInk;
  for (let leaf = 0; leaf < 4; leaf++) {
    ctx.save();
    ctx.translate(pad + w / 2, pad + h / 2);
    ctx.rotate((leaf * Math.PI) / 2 + 0.4);
    ctx.beginPath();
    ctx.ellipse(radius * 0.42, 0, radius * 0.26, radius * 0.13, 0, 0, 2 * Math.PI);
    ctx.fill();
    ctx.restore();
  }
  ctx.restore();
}

function paintEmpty(ctx: PaintContext, [w, h]: Size, { theme, locale }: Scene): void {
  const { pad } = DECK;
  roundedRect(ctx, pad, pad, w, h, 8);
  ctx.strokeStyle = theme.areaLine;
  ctx.lineWidth = 2;
  ctx.setLineDash([8, 6]);
  ctx.stroke();
  ctx.setLineDash([]);
  if (w < 80 || h < 60) return;
  const style = { max: 17, min: 13, weight: 400, lineHeight: 1.3 } as const;
  const { lines, size } = fitText(WORDS[locale].empty, { w: w - 32, h: h - 24 }, style);
  const top = pad + (h - lines.length * size * style.lineHeight) / 2;
  paintLines(ctx, lines, pad + w / 2, top, { ...style, size, color: theme.mutedInk, align: 'center' });
}

export const deck: ElementKind<DeckProps> = {
  kind: 'deck',
  version: 1,
  hasText: true,
  isContainer: true,
  defaultSize: DECK.size,
  minSize: [LIMITS.sizeMin, LIMITS.sizeMin],
  maxSize: [LIMITS.sizeMax, LIMITS.sizeMax],
  defaultProps: { face: 'up', draw: 'take' },
  propKeys: ['face', 'draw', 'back'],
  families: [OUT],
  parse: (props) => readProps<DeckProps>(props, deck.defaultProps, DECK_CHECKS, DECK_FAMILIES),
  migrations: {},
  bounds: (element) => areaBounds(element),
  hitTest: (element, point) => hitsArea(element, point),
  paint(ctx, element, scene) {
    const { theme, locale } = scene;
    const { size } = element;
    const room = cardRoom(size);
    const cards = cardsIn(element, scene);
    const top = cards.at(-1);
    const isDown = element.props.face === 'down';
    paintZone(ctx, size, theme);
    paintAreaTitle(ctx, element, theme);
    // Smaller than any card: of a stranger's making.
    if (size[0] < SMALLEST || size[1] < SMALLEST) return;
    if (top) paintEdges(ctx, room, isDown ? room : top.size, cards.length - 1, theme);
    else paintEmpty(ctx, room, scene);
    if (top && isDown) paintBack(ctx, room, theme.notes[element.props.back ?? 'blue'], theme);
    if (!top || size[0] < 120) return;
    const style = { size: 15, weight: 400, lineHeight: 1.4, color: theme.mutedInk, align: 'center' } as const;
    // Face down nobody chooses.
    const words = WORDS[locale].count(cards.length, isDown ? 'take' : element.props.draw);
    paintLines(ctx, [words], size[0] / 2, size[1] - DECK.foot + 10, style);
  },
  swatch: () => null,
  dependsOn: () => [],
  outline: titleOf,
  row: () => null,
  arrange: arrangeDeck,
  left: ({ props }, children) => {
    const room = Math.max(0, MOST_TAKEN - takenOf(props).length);
    return Object.fromEntries(
      children
        .filter(isCard)
        .slice(0, room)
        .map(({ id, z }) => [memberKey(OUT, id), { z }]),
    );
  },
  forgets({ props }, taken) {
    const known = taken.map((id) => memberKey(OUT, id)).filter((key) => Object.hasOwn(props, key));
    return known.length === 0 ? null : Object.fromEntries(known.map((key) => [key, undefined]));
  },
  retarget(props, idOf) {
    const moved: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(props)) {
      if (!key.startsWith(`${OUT}:`)) continue;
      // What was taken from the original is nothing to the copy, unless it was copied too.
      const copy = idOf(key.slice(OUT.length + 1));
      moved[key] = undefined;
      if (copy !== undefined) moved[`${OUT}:${copy}`] = value;
    }
    return { ...props, ...moved };
  },
};
