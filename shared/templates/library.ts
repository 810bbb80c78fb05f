/** Every template of the library, in the order the start page shows them. */
import { blank } from './data/blank.ts';
import { demarreur } from './data/demarreur.ts';
import { prioritisationMatrix } from './data/prioritisationMatrix.ts';
import type { Template } from './Template.ts';

export const TEMPLATES: readonly Template[] = [demarreur, prioritisationMatrix, blank];

/** The template of that id, or `undefined`. */
export const findTemplate = (id: string): Template | undefined => TEMPLATES.find((template) => template.id === id);
