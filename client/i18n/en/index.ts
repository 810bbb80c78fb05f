/** Every English text: complete, checked against the French ids by the compiler and against their arguments by a test. */
import type { fr } from '../fr/index.ts';
import { board } from './board.ts';
import { device } from './device.ts';
import { editor } from './editor.ts';
import { guide } from './guide.ts';
import { outline } from './outline.ts';
import { session } from './session.ts';
import { share } from './share.ts';
import { site } from './site.ts';

export const en: Readonly<Record<keyof typeof fr, string>> = {
  ...site,
  ...board,
  ...session,
  ...device,
  ...share,
  ...guide,
  ...editor,
  ...outline,
};
