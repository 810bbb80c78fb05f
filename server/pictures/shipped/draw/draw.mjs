/**
 * Draws the pictures of the photo-langage anew: `node server/pictures/shipped/draw/draw.mjs`. Writes one WebP a picture beside this folder and
 * their hashes into `shared/templates/decks/photoHashes.ts`. Run by hand when a drawing changes; what is kept in the repository is what is served.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCanvas, Path2D } from '@napi-rs/canvas';
import { H, Sheet, W } from './ink.mjs';
import { places } from './places.mjs';
import { things } from './things.mjs';
import { together } from './together.mjs';
import { ways } from './ways.mjs';

const QUALITY = 80;
const here = dirname(fileURLToPath(import.meta.url));
const seedOf = (name) => [...name].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) | 0, 7);

const hashes = [];
for (const [name, draw] of Object.entries({ ...ways, ...things, ...places, ...together })) {
  const canvas = createCanvas(W, H);
  const sheet = new Sheet(canvas.getContext('2d'), Path2D, seedOf(name));
  draw(sheet);
  sheet.grain();
  const bytes = await canvas.encode('webp', QUALITY);
  writeFileSync(join(here, '..', `${name}.webp`), bytes);
  hashes.push(`  ${name}: '${createHash('sha256').update(bytes).digest('base64url')}',`);
}

writeFileSync(
  join(here, '../../../../shared/templates/decks/photoHashes.ts'),
  `/** Hashes of the shipped pictures, written by \`server/pictures/shipped/draw/draw.mjs\`: not by hand. */
export const PHOTO_HASHES = {
${hashes.join('\n')}
} as const;

/** Pixels. */
export const PICTURE_SIZE = [${W}, ${H}] as const;
`,
);
