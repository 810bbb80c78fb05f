/** The ways « ranger » knows, and what of an element some of them look at. How things are put in order by them is in `tidyGroups.ts`. */
import type { Element } from '../../shared/elements/ElementKind.ts';

export const TIDY_BY = ['grid', 'color', 'author', 'tag', 'text', 'length', 'time'] as const;
export type TidyBy = (typeof TIDY_BY)[number];

/** The first of an element's tags (they stand by name): with several, it lies with one of them. */
export const firstTag = ({ marks }: Element): string | null => marks.tags[0]?.name ?? null;
