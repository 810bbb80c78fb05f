/**
 * Paints a template as a small picture: the board it makes, with a few notes where people will write, by the very code that paints boards. Fetched
 * with the kinds when the first picture is about to be seen.
 */
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Locale } from '../../../shared/control/Control.ts';
import type { PaintContext } from '../../../shared/elements/PaintContext.ts';
import { paintBoard, pictureBox } from '../../../shared/elements/paintScene.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { instantiate } from '../../../shared/templates/instantiate.ts';
import { sampleNotes } from '../../../shared/templates/sampleNotes.ts';
import type { Template } from '../../../shared/templates/Template.ts';
import { THEMES, type ThemeName } from '../../../shared/theme/tokens.ts';
import { smallPicture } from './smallPicture.ts';

/** So many notes are seen on a picture. */
const NOTES = 26;
/** Words as long as people’s: they are painted as bars. */
const WORDS = 'Une idée écrite par quelqu’un du groupe, en une phrase';

const AIR = 1.04;

/** What an empty wall shows. */
const BLANK_NOTES = [
  [220, 260],
  [480, 240],
  [840, 420],
  [300, 560],
  [1_250, 280],
  [1_500, 300],
  [1_420, 620],
  [1_880, 760],
  [760, 820],
] as const;

/** Paints into a canvas of its own size. */
export function paintTemplate(
  canvas: HTMLCanvasElement,
  template: Template,
  { locale, theme }: { readonly locale: Locale; readonly theme: ThemeName },
): void {
  const ctx = canvas.getContext('2d');
  if (!ctx) return;
  const board = boardOf(template, locale);
  const box = fitted(pictureBox(board), canvas.width / canvas.height);
  const scale = canvas.width / box.w;
  ctx.clearRect(0, 0, canvas.width, canvas.height);
  paintBoard(smallPicture(ctx as unknown as PaintContext, scale), board, {
    ...{ box, scale, locale, theme: THEMES[theme], background: null },
  });
}

function boardOf(template: Template, locale: Locale): BoardDoc {
  const board = new BoardDoc();
  const update = instantiate(template, { locale, fields: { question: template.example?.[locale] ?? WORDS } });
  if (update) board.applyRemote(update);
  const words = Array.from({ length: NOTES }, (_, n) => WORDS.slice(0, 18 + ((n * 11) % 30)));
  board.edit('sample', (write) => {
    for (const note of sampleNotes(board, words)) write.create(note);
    if (!update)
      for (const [n, [x, y]] of BLANK_NOTES.entries())
        write.create({
          ...{ kind: 'note', place: [null, x, y], size: [230, 230], z: `a${n}`, text: words[n] ?? '' },
          props: { color: (['yellow', 'blue', 'pink', 'green', 'orange'] as const)[n % 5] ?? 'yellow' },
        });
  });
  return board;
}

/** Widened to the proportions of the picture, what is painted in the middle with a little air around it. */
function fitted({ x, y, w, h }: Box, ratio: number): Box {
  const [full, tall] = w / h > ratio ? [w, w / ratio] : [h * ratio, h];
  const [wide, high] = [full * AIR, tall * AIR];
  return { x: x - (wide - w) / 2, y: y - (high - h) / 2, w: wide, h: high };
}
