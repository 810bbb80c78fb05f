/**
 * What an area that arranges its content lays out, and what it leaves where it was drawn: lines between others and strokes of a pen are drawn
 * over things, not put among them. One answer for every such area, and for whoever counts what lies in one.
 */
import type { Element } from './ElementKind.ts';

const DRAWN: ReadonlySet<string> = new Set(['connector', 'stroke']);

/** Whether an arranging area gives such an element a place; the others stand in it as they are written. */
export const isLaidOut = ({ kind }: Pick<Element, 'kind'>): boolean => !DRAWN.has(kind);
