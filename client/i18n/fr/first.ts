/** French texts that the board page needs to begin. */
import { arrange } from './arrange.ts';
import { board } from './board.ts';
import { cluster } from './cluster.ts';
import { deck } from './deck.ts';
import { device } from './device.ts';
import { drawing } from './drawing.ts';
import { editor } from './editor.ts';
import { finding } from './finding.ts';
import { grid } from './grid.ts';
import { guide } from './guide.ts';
import { library } from './library.ts';
import { marks } from './marks.ts';
import { mindmap } from './mindmap.ts';
import { outline } from './outline.ts';
import { pictures } from './pictures.ts';
import { pins } from './pins.ts';
import { placing } from './placing.ts';
import { session } from './session.ts';
import { share } from './share.ts';
import { site } from './site.ts';
import { sorting } from './sorting.ts';
import { transfer } from './transfer.ts';

export const first = {
  ...arrange,
  ...board,
  ...cluster,
  ...deck,
  ...device,
  ...drawing,
  ...editor,
  ...finding,
  ...grid,
  ...guide,
  ...library,
  ...marks,
  ...mindmap,
  ...outline,
  ...pictures,
  ...pins,
  ...placing,
  ...session,
  ...share,
  ...site,
  ...sorting,
  ...transfer,
} as const;
