import { nanoid } from 'nanoid';

/** What an element, board or participant id may be made of (design: data model). */
export const ID_PATTERN = /^[A-Za-z0-9_-]{1,64}$/;

/** Whether a string can be an id. */
export const isId = (value: unknown): value is string => typeof value === 'string' && ID_PATTERN.test(value);

/** A new random id of 16 characters (96 bits), from `crypto.getRandomValues`, which plain http pages have too. */
export const createId = (): string => nanoid(16);

/** The random part of an id that says more: 12 characters (72 bits). */
export const createShortId = (): string => nanoid(12);
