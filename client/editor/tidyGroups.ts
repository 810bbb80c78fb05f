/** By what « ranger » sorts: which elements belong together, and in which order they stand. Pure. */
import type { Element } from '../../shared/elements/ElementKind.ts';
import { sortLines } from '../../shared/geometry/sortLines.ts';
import { NOTE_COLORS } from '../../shared/theme/tokens.ts';
import type { Indexed } from './BoardIndex.ts';

export const TIDY_BY = ['grid', 'color', 'author', 'tag', 'text', 'length'] as const;
export type TidyBy = (typeof TIDY_BY)[number];

type Item = Pick<Indexed, 'id' | 'element' | 'origin'>;

/** Groups in their order, each in reading order (by text and by length: one group, in the order of the alphabet, the shortest first). Without a colour, an author or a tag: last. */
export function sortInto<T extends Item>(items: readonly T[], by: TidyBy, locale: string): T[][] {
  const read = sortLines(
    items.map((item) => ({ item, x: item.origin.x, y: item.origin.y, h: item.element.size[1] })),
  ).map(({ item }) => item);
  if (by === 'grid') return [read];
  const collator = new Intl.Collator(locale, { numeric: true });
  if (by === 'text') return [read.sort((a, b) => collator.compare(a.element.text, b.element.text))];
  // In reading order among equals.
  if (by === 'length') return [read.sort((a, b) => a.element.text.length - b.element.text.length)];
  const groups = new Map<string | null, T[]>();
  for (const item of read) {
    const key = keyOf(item.element, by);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups]
    .sort(([a], [b]) => (a === null || b === null ? (a === b ? 0 : a === null ? 1 : -1) : compare(a, b, by, collator)))
    .map(([, group]) => group);
}

function keyOf(element: Element, by: TidyBy): string | null {
  if (by === 'author') return element.by ?? null;
  if (by === 'color') return typeof element.props.color === 'string' ? element.props.color : null;
  return firstTag(element);
}

/** The first of an element's tags (they stand by name): with several, it lies with one of them. */
export const firstTag = ({ marks }: Element): string | null => marks.tags[0]?.name ?? null;

const rank = (color: string): number => {
  const at = (NOTE_COLORS as readonly string[]).indexOf(color);
  return at === -1 ? NOTE_COLORS.length : at;
};

function compare(a: string, b: string, by: TidyBy, collator: Intl.Collator): number {
  return by === 'color' ? rank(a) - rank(b) || collator.compare(a, b) : collator.compare(a, b);
}
