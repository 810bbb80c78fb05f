/** Registers our font files with Skia, from node_modules by path. The host's fonts are never asked for. */
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';
import { FONT_FAMILIES } from '../../shared/text/font.ts';

/** The files behind each family name: the very ones the browser gets (`client/canvas/fonts.css`). */
const FILES = [
  [
    FONT_FAMILIES.text,
    '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  ],
  [
    FONT_FAMILIES.text,
    '@expo-google-fonts/atkinson-hyperlegible-next/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf',
  ],
  [FONT_FAMILIES.text, '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'],
  [FONT_FAMILIES.emoji, 'twemoji-colr-font/twemoji.woff2'],
  [FONT_FAMILIES.fallback, 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf'],
] as const;

/** Makes the fonts known to every canvas of this process. Throws where a file is missing: a picture without its fonts is no picture. */
export function registerFonts(): void {
  const { resolve } = createRequire(import.meta.url);
  for (const [family, file] of FILES) {
    if (GlobalFonts.registerFromPath(resolve(file), family) === null) throw new Error(`font cannot be read: ${file}`);
  }
}
