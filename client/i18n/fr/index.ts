/** Every French text, by id: the source language. */
import { first } from './first.ts';
import { later } from './later/index.ts';

export const fr = { ...first, ...later } as const;
