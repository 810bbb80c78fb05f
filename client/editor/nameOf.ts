/**
 * What an element is called wherever its name is said or listed: as its kind tells it, never its raw text. While the group sorts without a word
 * a cluster has no name, whatever is written in it.
 */
import type { Element } from '../../shared/elements/ElementKind.ts';
import { kindOf } from '../../shared/elements/registry.ts';

/** One line; empty for nothing, and for what has no name. */
export const nameOf = (element: Element | undefined): string => (element ? kindOf(element).outline(element) : '');
