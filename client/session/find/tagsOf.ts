/** The names of an element's tags. */
import type { Element } from '../../../shared/elements/ElementKind.ts';

const NONE: readonly string[] = [];

export const tagsOf = ({ marks }: Element): readonly string[] =>
  marks.tags.length > 0 ? marks.tags.map(({ name }) => name) : NONE;
