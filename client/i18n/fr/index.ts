/** Every French text, by id: the source language. */
import { board } from './board.ts';
import { editor } from './editor.ts';
import { session } from './session.ts';
import { site } from './site.ts';

export const fr = { ...site, ...board, ...session, ...editor } as const;
