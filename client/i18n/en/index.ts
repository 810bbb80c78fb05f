/** Every English text: complete, checked against the French ids by the compiler and against their arguments by a test. */
import type { fr } from '../fr/index.ts';
import { arrange } from './arrange.ts';
import { board } from './board.ts';
import { device } from './device.ts';
import { drawing } from './drawing.ts';
import { editor } from './editor.ts';
import { finding } from './finding.ts';
import { guide } from './guide.ts';
import { marks } from './marks.ts';
import { mindmap } from './mindmap.ts';
import { outline } from './outline.ts';
import { pictures } from './pictures.ts';
import { session } from './session.ts';
import { share } from './share.ts';
import { site } from './site.ts';
import { transfer } from './transfer.ts';

export const en: Readonly<Record<keyof typeof fr, string>> = {
  ...arrange,
  ...site,
  ...board,
  ...session,
  ...pictures,
  ...device,
  ...drawing,
  ...share,
  ...guide,
  ...finding,
  ...editor,
  ...marks,
  ...outline,
  ...mindmap,
  ...transfer,
};
