/** Every English text: complete, checked against the French ids by the compiler and against their arguments by a test. */
import type { fr } from '../fr/index.ts';
import { board } from './board.ts';
import { editor } from './editor.ts';
import { session } from './session.ts';
import { site } from './site.ts';

export const en: Readonly<Record<keyof typeof fr, string>> = { ...site, ...board, ...session, ...editor };
