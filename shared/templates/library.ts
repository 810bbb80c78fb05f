/** Every template of the library, in the order the start page shows them: the six modes first. */
import { actorsMap } from './data/actorsMap.ts';
import { blank } from './data/blank.ts';
import { brainstorming } from './data/brainstorming.ts';
import { capitaliseur } from './data/capitaliseur.ts';
import { demarreur } from './data/demarreur.ts';
import { explorateur } from './data/explorateur.ts';
import { fabriqueMandats } from './data/fabriqueMandats.ts';
import { futureOffice } from './data/futureOffice.ts';
import { futureRadar } from './data/futureRadar.ts';
import { mindMapping } from './data/mindMapping.ts';
import { prioritisationMatrix } from './data/prioritisationMatrix.ts';
import { prototypes } from './data/prototypes.ts';
import { retourEnRealite } from './data/retourEnRealite.ts';
import { sixPictures } from './data/sixPictures.ts';
import { taskBoard } from './data/taskBoard.ts';
import { userJourney } from './data/userJourney.ts';
import type { Template } from './Template.ts';

export const TEMPLATES: readonly Template[] = [
  demarreur,
  fabriqueMandats,
  capitaliseur,
  explorateur,
  prototypes,
  retourEnRealite,
  brainstorming,
  prioritisationMatrix,
  userJourney,
  actorsMap,
  futureRadar,
  futureOffice,
  mindMapping,
  sixPictures,
  taskBoard,
  blank,
];

/** The template of that id, or `undefined`. */
export const findTemplate = (id: string): Template | undefined => TEMPLATES.find((template) => template.id === id);

/** The template a board was made from (`id@version`), as the library has it today. */
export const templateOf = (name: string): Template | undefined => findTemplate(name.split('@')[0] ?? '');
