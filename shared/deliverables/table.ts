/**
 * A board as rows, one an element that says something: each note stands there exactly once, wherever it lies, folded, collapsed or
 * orphaned. Knows where each lies (area, cluster, cell, scores) by the hooks of the kinds; knows no file format and nobody's private notes.
 */
import type { BoardDoc } from '../board/BoardDoc.ts';
import type { Locale } from '../control/Control.ts';
import type { Element, ElementId, PinnedBy, Placing } from '../elements/ElementKind.ts';
import { countReactions } from '../elements/marks/threads.ts';
import { PIN_WORD, placingIn, scoreText } from '../elements/placing.ts';
import { kindOf } from '../elements/registry.ts';
import { sortLines } from '../geometry/sortLines.ts';
import { LIMITS } from '../protocol/limits.ts';

/** A score of one row: which axis of which area, and what it is worth. */
export interface RowScore {
  readonly area: ElementId;
  readonly areaTitle: string;
  /** Which axis of that area, from 0. */
  readonly axis: number;
  readonly name: string;
  readonly value: number;
  /** Two decimals and a point, or the word that stands for the number. */
  readonly text: string;
}

export interface Row {
  readonly board: string;
  /** Titles of the areas it lies in, the outermost first, ` › ` between them. */
  readonly area: string;
  readonly cluster: string;
  readonly cell: string;
  /** Id of the element. */
  readonly note: ElementId;
  readonly kind: string;
  readonly text: string;
  /** Name of a note colour; empty where it has none. */
  readonly color: string;
  readonly tags: readonly string[];
  /** Page position of its top left, as it is shown. */
  readonly x: number;
  readonly y: number;
  readonly scores: readonly RowScore[];
  /** Empty where nobody is named. */
  readonly author: string;
  readonly reactions: number;
  readonly comments: number;
}

export interface TableOptions {
  /** Title of the board: several boards are read together. */
  readonly title: string;
  /** Of the few words that are ours. */
  readonly locale: Locale;
  /** Name of a participant; undefined where unknown. */
  readonly person: (id: string) => string | undefined;
  /** Only what lies in this area. */
  readonly area?: ElementId;
}

/** Words that stand where no name of people's does. */
export const WORDS: Readonly<Record<Locale, { readonly found: string; readonly waiting: string }>> = {
  fr: { found: 'Éléments retrouvés', waiting: 'À placer' },
  en: { found: 'Recovered items', waiting: 'To be placed' },
};

/** Where an element lies, as its containers say. Kept on the way down: nobody asks all that it lies in again for each. */
export interface Whereabouts {
  /** The nearest areas, the outermost first. */
  readonly areas: readonly ElementId[];
  readonly cluster: ElementId | null;
  /** What the nearest container that has anything to say says, and which one it is. */
  readonly placing: Placing | null;
  readonly placedBy: ElementId | null;
  /** The pins that stand for it, wherever it lies. */
  readonly pins: readonly PinnedBy[];
  readonly isFound: boolean;
}

export interface Visited {
  readonly element: Element;
  readonly at: Whereabouts;
}

const NOWHERE: Whereabouts = { areas: [], cluster: null, placing: null, placedBy: null, pins: [], isFound: false };
/** So many names of areas stand before an element: nobody reads more, and a board nested on purpose would cost its square. */
const NAMED_AREAS = 8;

/** An element's text on one line. */
export const titleOf = ({ text }: Pick<Element, 'text'>): string => text.replace(/\s+/gu, ' ').trim();

/** Every element once, as people read a board: area by area, line by line, each container before what lies in it. */
export function visitBoard(board: BoardDoc, area?: ElementId): Visited[] {
  const visited: Visited[] = [];
  const stack = area === undefined ? [] : pathTo(board, area);
  if (area === undefined) pushChildren(board, null, NOWHERE, stack);
  for (let next = stack.pop(); next; next = stack.pop()) {
    visited.push(next);
    pushChildren(board, next, within(next), stack);
  }
  return visited;
}

/** The area itself, with all that its own containers say of it. */
function pathTo(board: BoardDoc, area: ElementId): Visited[] {
  let at = NOWHERE;
  let visited: Visited | null = null;
  for (const id of [...board.tree.ancestors(area).reverse(), area]) {
    const element = board.get(id);
    if (!element) continue;
    visited = { element, at: placed(board, element, visited, at) };
    at = within(visited);
  }
  return visited ? [visited] : [];
}

function pushChildren(board: BoardDoc, parent: Visited | null, at: Whereabouts, stack: Visited[]): void {
  const ids = board.tree.children(parent?.element.id ?? null);
  if (ids.length === 0) return;
  const boxes = ids.flatMap((id) => {
    const box = board.frame(id);
    return box ? [{ ...box, id }] : [];
  });
  const byEye = sortLines(boxes).map(({ id }) => id);
  for (const id of inOrder(board, parent, byEye).reverse()) {
    const element = board.get(id);
    if (element) stack.push({ element, at: placed(board, element, parent, at) });
  }
}

/** An area may say in which order it is read; the rest, which it does not lay out, comes after that. */
function inOrder(board: BoardDoc, parent: Visited | null, byEye: ElementId[]): ElementId[] {
  const order = parent && board.arrangements.of(parent.element.id)?.order;
  if (!order) return byEye;
  const said = new Set(order);
  return [...order, ...byEye.filter((id) => !said.has(id))];
}

/** What lies in an element lies in all that it lies in, and in itself. */
function within({ element, at }: Visited): Whereabouts {
  const kind = kindOf(element);
  if (!kind.isContainer) return at;
  if (kind.isCluster) return { ...at, cluster: element.id };
  return { ...at, areas: [...at.areas, element.id].slice(-NAMED_AREAS) };
}

function placed(board: BoardDoc, element: Element, parent: Visited | null, at: Whereabouts): Whereabouts {
  const isFound = at.isFound || (parent === null && board.tree.orphans.has(element.id));
  const placing = placingIn(board, element.id, parent?.element.id ?? null);
  const pins = board.pinnedBy(element.id);
  if (!placing) return isFound === at.isFound && pins === at.pins ? at : { ...at, pins, isFound };
  return { ...at, isFound, placing, pins, placedBy: parent?.element.id ?? null };
}

/** The rows of a board, or of one area. Notes always have one, with text or without. */
export function rowsOfBoard(board: BoardDoc, options: TableOptions): Row[] {
  return visitBoard(board, options.area).flatMap(({ element, at }) => {
    const said = kindOf(element).row(element);
    if (!said) return [];
    const { x, y } = board.frame(element.id) ?? { x: 0, y: 0 };
    return [
      {
        board: options.title,
        area: areaText(board, at, options.locale),
        cluster: nameOf(board, at.cluster),
        cell: placeText(at, options.locale),
        note: element.id,
        kind: element.kind,
        text: said.text,
        color: said.color ?? '',
        tags: element.marks.tags.map(({ name }) => name),
        x: round(x),
        y: round(y),
        scores: scoresOf(board, at),
        author: (element.by === undefined ? undefined : options.person(element.by)) ?? '',
        reactions: countReactions(element.marks.reactions).reduce((sum, { count }) => sum + count, 0),
        comments: element.marks.comments.length,
      },
    ];
  });
}

const nameOf = (board: BoardDoc, id: ElementId | null): string => {
  const element = id === null ? undefined : board.get(id);
  return element ? cut(kindOf(element).outline(element)) : '';
};

/** Every row names its areas: written whole, a long text in an area of many notes would fill the memory of whoever asks for the table. */
function cut(name: string): string {
  if (name.length <= LIMITS.titleChars) return name;
  // Not through the middle of a pair.
  return `${name.slice(0, LIMITS.titleChars - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}

/** The names of the areas, the outermost first. What was found again stands in an area that is nobody's. */
export function areaText(board: BoardDoc, { areas, isFound }: Whereabouts, locale: Locale): string {
  const names = areas.map((id) => nameOf(board, id)).filter((name) => name !== '');
  return [...(isFound ? [WORDS[locale].found] : []), ...names].join(' › ');
}

/** The cell and the pins; of pins alone, their numbers. */
function placeText({ placing, pins }: Whereabouts, locale: Locale): string {
  const cell = cellText(placing, locale);
  if (pins.length === 0) return cell;
  const numbers = pins.map(({ pin }) => pin.number).join(', ');
  return cell === '' ? numbers : `${cell}, ${PIN_WORD[locale]} ${numbers}`;
}

/** The cell, ring and sector, or quadrant; or that it is still to be placed. */
export const cellText = (placing: Placing | null, locale: Locale): string =>
  placing?.isWaiting ? WORDS[locale].waiting : (placing?.cell ?? '');

/** What its place is worth on each axis of the nearest area that has scores to give. */
export function scoresOf(board: BoardDoc, { placing, placedBy }: Whereabouts): RowScore[] {
  if (!placing?.scores || placedBy === null) return [];
  return placing.scores.map((score, axis) => ({
    ...{ area: placedBy, areaTitle: nameOf(board, placedBy), axis },
    ...{ name: score.name, value: round(score.value), text: scoreText(score) },
  }));
}

/** Two decimals, and no negative zero: the number that `scoreText` writes. */
export const round = (value: number): number => Number(value.toFixed(2)) || 0;
