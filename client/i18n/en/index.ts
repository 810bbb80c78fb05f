/** Every English text: complete, checked against the French ids by the compiler and against their arguments by a test. */
import type { fr } from '../fr/index.ts';
import { first } from './first.ts';
import { later } from './later/index.ts';

export const en: Readonly<Record<keyof typeof fr, string>> = { ...first, ...later };
