/** By what « ranger » sorts: which elements belong together, and in which order they stand. Pure. */
import type { Element } from '../../shared/elements/ElementKind.ts';
import { momentOf } from '../../shared/elements/moment.ts';
import { sortLines } from '../../shared/geometry/sortLines.ts';
import { NOTE_COLORS } from '../../shared/theme/tokens.ts';
import type { Indexed } from './BoardIndex.ts';
import { firstTag, type TidyBy } from './tidyBy.ts';

type Item = Pick<Indexed, 'id' | 'element' | 'origin'>;

/** What is sorted by a number, the smallest first; `null`: nobody knows it. One line for each, and one in `TIDY_BY`. */
const NUMBERS: Partial<Readonly<Record<TidyBy, (element: Element) => number | null>>> = {
  length: ({ text }) => text.length,
  time: ({ id }) => momentOf(id),
};

/**
 * Groups in their order, each in reading order (by text and by a number: one group, in the order of the alphabet, the smallest first). Without
 * a colour, an author, a tag or that number: last, in a group of their own.
 */
export function sortInto<T extends Item>(items: readonly T[], by: TidyBy, locale: string): T[][] {
  const read = sortLines(
    items.map((item) => ({ item, x: item.origin.x, y: item.origin.y, h: item.element.size[1] })),
  ).map(({ item }) => item);
  if (by === 'grid') return [read];
  const collator = new Intl.Collator(locale, { numeric: true });
  if (by === 'text') return [read.sort((a, b) => collator.compare(a.element.text, b.element.text))];
  const numberOf = NUMBERS[by];
  if (numberOf) {
    const numbered = read.map((item) => ({ item, number: numberOf(item.element) }));
    const known = numbered.filter(({ number }) => number !== null);
    const rest = numbered.filter(({ number }) => number === null);
    // In reading order among equals.
    known.sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
    return [known, rest].filter(({ length }) => length > 0).map((group) => group.map(({ item }) => item));
  }
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

const rank = (color: string): number => {
  const at = (NOTE_COLORS as readonly string[]).indexOf(color);
  return at === -1 ? NOTE_COLORS.length : at;
};

function compare(a: string, b: string, by: TidyBy, collator: Intl.Collator): number {
  return by === 'color' ? rank(a) - rank(b) || collator.compare(a, b) : collator.compare(a, b);
}
