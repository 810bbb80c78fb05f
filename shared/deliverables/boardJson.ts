/**
 * A board as JSON for other programs: its subject, its areas and clusters, and everything that stands on it with its text, place, cell,
 * scores, tags and what people said of it. `docs/export.md` is its description; what is there keeps its meaning, a change raises `version`.
 */
import type { BoardDoc } from '../board/BoardDoc.ts';
import type { Locale, SubjectFields } from '../control/Control.ts';
import type { Element, ElementId } from '../elements/ElementKind.ts';
import { countReactions, threadsOf } from '../elements/marks/threads.ts';
import { kindOf } from '../elements/registry.ts';
import { cellText, round, scoresOf, titleOf, type Visited, visitBoard, type Whereabouts } from './table.ts';

export const JSON_FORMAT = 'pele-mele.board';
export const JSON_VERSION = 1;

/** What the session knows of a board. */
export interface BoardFacts {
  readonly id: string;
  readonly title: string;
  readonly template: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly fields: SubjectFields;
  readonly series?: { readonly id: string; readonly label: string };
}

export interface JsonOptions {
  readonly facts: BoardFacts;
  readonly person: (id: string) => string | undefined;
  /** Only this area and what lies in it. */
  readonly area?: ElementId;
}

/** The whole export as a value: keys and lists in a fixed order, so that two exports of one state are the same. */
export function boardJson(board: BoardDoc, { facts, person, area }: JsonOptions): object {
  const visited = visitBoard(board, area);
  const holders = visited.filter(({ element }) => kindOf(element).isContainer);
  const { id, title, template, locale, timeZone, fields, series } = facts;
  return {
    format: JSON_FORMAT,
    version: JSON_VERSION,
    board: { id, title, template, locale, timeZone, fields: { ...fields }, ...(series && { series: { ...series } }) },
    areas: holders.filter(({ element }) => !kindOf(element).isCluster).map((one) => holder(board, one)),
    clusters: holders.filter(({ element }) => kindOf(element).isCluster).map((one) => holder(board, one)),
    elements: visited.map((one) => entry(board, one, locale, person)),
  };
}

/** The export as text, indented: people look into it too. */
export const toJson = (board: BoardDoc, options: JsonOptions): string =>
  `${JSON.stringify(boardJson(board, options), null, 2)}\n`;

const areaOf = ({ areas }: Whereabouts): ElementId | null => areas.at(-1) ?? null;

const holder = (board: BoardDoc, { element, at }: Visited) => ({
  id: element.id,
  kind: element.kind,
  title: titleOf(element),
  area: areaOf(at),
  count: board.tree.children(element.id).length,
});

function entry(board: BoardDoc, { element, at }: Visited, locale: Locale, person: JsonOptions['person']) {
  const { id, kind, text, marks, by, lock, group } = element;
  const box = board.frame(id) ?? { x: 0, y: 0, w: element.size[0], h: element.size[1] };
  const row = kindOf(element).row(element);
  const cell = cellText(at.placing, locale);
  const scores = scoresOf(board, at);
  return {
    ...{ id, kind, text, area: areaOf(at), cluster: at.cluster },
    ...(at.isFound && { isFound: true }),
    ...(cell !== '' && { cell }),
    ...(at.pins.length > 0 && { pins: at.pins.map(({ on, pin }) => ({ map: on, number: pin.number })) }),
    ...(scores.length > 0 && {
      scores: scores.map(({ area, axis, name, value, text: said }) => ({
        area,
        index: axis,
        axis: name,
        value,
        text: said,
      })),
    }),
    ...{ x: round(box.x), y: round(box.y), width: round(box.w), height: round(box.h) },
    ...(row?.color !== undefined && { color: row.color }),
    tags: marks.tags.map(({ name, color }) => ({ name, color })),
    ...(by !== undefined && { author: { id: by, name: person(by) ?? '' } }),
    ...(lock && { lock: true }),
    ...(group !== undefined && { group }),
    ...(marks.reactions.length > 0 && {
      reactions: Object.fromEntries(countReactions(marks.reactions).map((one) => [one.kind, one.count])),
    }),
    ...(marks.comments.length > 0 && { threads: threads(element, person) }),
    place: element.place,
    z: element.z,
    props: sortedProps(element),
  };
}

const threads = ({ marks }: Element, person: JsonOptions['person']) =>
  threadsOf(marks).map(({ first, answers, isResolved }) => ({
    isResolved,
    comments: [...(first ? [first] : []), ...answers].map(({ text, at, by }) => ({
      text,
      at,
      author: person(by) ?? '',
    })),
  }));

/** Keys in the order of the alphabet: documents of two machines may hold them in another. */
const sortedProps = ({ props }: Element): object =>
  Object.fromEntries(
    Object.keys(props)
      .sort()
      .map((key) => [key, props[key]]),
  );
