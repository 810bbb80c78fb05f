/** French texts of panels, dialogs and pages that are fetched later. */
import { arrange } from './arrange.ts';
import { board } from './board.ts';
import { deck } from './deck.ts';
import { device } from './device.ts';
import { finding } from './finding.ts';
import { grid } from './grid.ts';
import { guide } from './guide.ts';
import { library } from './library.ts';
import { marks } from './marks.ts';
import { outline } from './outline.ts';
import { pictures } from './pictures.ts';
import { pins } from './pins.ts';
import { placing } from './placing.ts';
import { session } from './session.ts';
import { share } from './share.ts';
import { site } from './site.ts';
import { sorting } from './sorting.ts';
import { transfer } from './transfer.ts';

export const later = {
  ...arrange,
  ...board,
  ...deck,
  ...device,
  ...finding,
  ...grid,
  ...guide,
  ...library,
  ...marks,
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
