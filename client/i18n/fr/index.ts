/** Every French text, by id: the source language. */
import { board } from './board.ts';
import { device } from './device.ts';
import { editor } from './editor.ts';
import { guide } from './guide.ts';
import { outline } from './outline.ts';
import { session } from './session.ts';
import { share } from './share.ts';
import { site } from './site.ts';

export const fr = { ...site, ...board, ...session, ...device, ...share, ...guide, ...editor, ...outline } as const;
