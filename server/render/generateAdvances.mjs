/**
 * Writes `shared/text/advances.ts` from the fonts we ship: run `node server/render/generateAdvances.mjs` after a font is bumped. Plain
 * JavaScript over fontkit (a development dependency); nothing of the product imports it. With `--check` it fails where the file differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

const resolve = createRequire(import.meta.url).resolve;
const atkinson = (style) =>
  fontkit.openSync(
    resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${style}/AtkinsonHyperlegibleNext_${style}.ttf`),
  );

/** First and last code point of each stretch of the table; what lies between them is not worth its bytes. */
const RANGES = [
  [0x20, 0x24f],
  [0x2b0, 0x52f],
  [0x1e00, 0x1eff],
  [0x2000, 0x22ff],
  [0x2300, 0x23ff],
  [0x2460, 0x2500],
  [0x25a0, 0x27ff],
  [0x2900, 0x297f],
  [0x2b00, 0x2b5f],
];

/** Drawn as an ordinary space, a thin space, or a hyphen (`paintable`), whatever the fonts have for them. */
const LIKE_SPACE = [0xa0, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2007];
const LIKE_THIN_SPACE = [0x2006, 0x2008, 0x200a, 0x202f, 0x205f];
const LIKE_HYPHEN = [0x2010, 0x2011];
const THIN_SPACE = 0x2009;

const isInvisible = (point) =>
  point === 0xad ||
  (point >= 0x300 && point <= 0x36f) ||
  (point >= 0x200b && point <= 0x200f) ||
  (point >= 0x2028 && point <= 0x202e) ||
  (point >= 0x2060 && point <= 0x206f) ||
  (point >= 0x20d0 && point <= 0x20ff);

const sameAs = (point) => {
  if (LIKE_SPACE.includes(point)) return 0x20;
  if (LIKE_THIN_SPACE.includes(point)) return THIN_SPACE;
  return LIKE_HYPHEN.includes(point) ? 0x2d : point;
};

/** The table as source text. Two base-36 digits an advance, in thousandths of the size; `..` where no font of ours has a glyph. */
function generateAdvances() {
  const text = { 400: atkinson('400Regular'), 600: atkinson('600SemiBold'), 700: atkinson('700Bold') };
  const emoji = fontkit.openSync(resolve('twemoji-colr-font/twemoji.woff2'));
  const fallback = fontkit.openSync(resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));
  const cell = (font, point) => {
    if (isInvisible(point)) return '00';
    const like = sameAs(point);
    const found = [font, emoji, fallback].find((candidate) => candidate.hasGlyphForCodePoint(like));
    if (!found) return '..';
    const advance = Math.round((found.glyphForCodePoint(like).advanceWidth / found.unitsPerEm) * 1000);
    return Math.min(advance, 1295).toString(36).padStart(2, '0');
  };
  const row = (font, [first, last]) => {
    let cells = '';
    for (let point = first; point <= last; point++) cells += cell(font, point);
    return cells;
  };
  const lines = Object.entries(text).map(([weight, font]) => {
    const rows = RANGES.map((range) => `    [0x${range[0].toString(16)}, '${row(font, range)}'],`);
    return `  ${weight}: [\n${rows.join('\n')}\n  ],`;
  });
  return `/**
 * How far each character moves the pen, in thousandths of the font size: two base-36 digits a character from the given code point on,
 * \`..\` where none of our fonts has it. Generated from the shipped fonts by \`server/render/generateAdvances.mjs\`: do not edit.
 */
export const ADVANCES: Readonly<Record<400 | 600 | 700, readonly (readonly [first: number, cells: string])[]>> = {
${lines.join('\n')}
};
`;
}

const target = new URL('../../shared/text/advances.ts', import.meta.url);
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== generateAdvances())
    throw new Error('shared/text/advances.ts is not what the fonts say');
} else writeFileSync(target, generateAdvances());
