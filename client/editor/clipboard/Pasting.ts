/**
 * Reads what came through the clipboard or in a file, and puts it on the board: copied elements, lines, tables. Each is one edit and one step of undo;
 * what the step or the board's limits do not allow is left and said.
 */
import type { BoardDoc, BoardWriter } from '../../../shared/board/BoardDoc.ts';
import { insertionAt, keysInto } from '../../../shared/board/insertion.ts';
import { placeIn } from '../../../shared/board/operations.ts';
import { keysBetween } from '../../../shared/board/order.ts';
import type { ElementId, Insertion, Place } from '../../../shared/elements/ElementKind.ts';
import { PICTURE_HASH } from '../../../shared/elements/image/image.ts';
import { isLaidOut } from '../../../shared/elements/laidOut.ts';
import { tagKey } from '../../../shared/elements/marks/markKeys.ts';
import { findKind } from '../../../shared/elements/registry.ts';
import { type Box, center, union } from '../../../shared/geometry/box.ts';
import type { PagePoint, Vec } from '../../../shared/geometry/vec.ts';
import { createId } from '../../../shared/lib/ids.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { BoardIndex } from '../BoardIndex.ts';
import { areaForBox, areaUnder } from '../dropTarget.ts';
import { type EditorState, nextPropsOf } from '../EditorState.ts';
import type { Notify } from '../Notice.ts';
import type { Permits } from '../Permits.ts';
import type { PicturesPort } from '../PicturesPort.ts';
import type { Writes } from '../Writes.ts';
import type { Flavours } from './Clipboard.ts';
import type { Fragment, FragmentElement } from './fragment.ts';
import { readHtml } from './html.ts';
import { layOutGrid, splitLines } from './lines.ts';
import { allOf, countElements, parseHtml } from './readFragment.ts';
import { parseTsv, type Table } from './table.ts';
import type { PlannedNote, TablePlan } from './tableNotes.ts';

export interface PastingPorts {
  readonly store: { getState(): Pick<EditorState, 'nextProps'> };
  readonly board: BoardDoc;
  /** Which board this is, for what was copied on another; `null` where that is not known. */
  readonly boardId: string | null;
  readonly writes: Pick<Writes, 'placeMany'>;
  readonly pictures: Pick<PicturesPort, 'insert'>;
  readonly fetchPicture: (board: string, hash: string) => Promise<Blob | null>;
  readonly index: BoardIndex;
  readonly permits: Permits;
  readonly notify: Notify;
}

const NOBODY: ReadonlySet<ElementId> = new Set();
/** How far a second paste of the same elements goes from the first. */
const AGAIN = 24;

/** What came of it: what was put on the board, or a table that waits for an answer. */
export type Taken =
  | { readonly is: 'placed'; readonly ids: readonly ElementId[] }
  | { readonly is: 'table'; readonly table: Table };

const placed = (ids: readonly ElementId[]): Taken => ({ is: 'placed', ids });

export class Pasting {
  readonly #ports: PastingPorts;
  #lastPaste: { readonly at: PagePoint; readonly html: string; readonly times: number } | null = null;

  constructor(ports: PastingPorts) {
    this.#ports = ports;
  }

  /** Puts text, our own elements or the lines of a page on the board around a point; gives back a table, of which somebody is to be asked. */
  take({ text, html }: Flavours, at: PagePoint): Taken | null {
    const fragment = parseHtml(html);
    if (fragment && fragment.elements.length > 0) return placed(this.#pasteElements(fragment, html, at));
    const read = readHtml(html);
    const table = read?.is === 'table' ? read.table : parseTsv(text);
    if (table && (table[0]?.length ?? 0) > 1) return { is: 'table', table };
    if (table)
      return placed(
        this.#pasteTexts(
          table.flat().filter((cell) => cell !== ''),
          at,
        ),
      );
    const plain = splitLines(text);
    // Some programs wrap plain lines in one piece of markup.
    const rich = read?.is === 'lines' && (read.lines.length > 1 || plain.length <= 1) ? read.lines : [];
    const lines = rich.length > 0 ? rich : plain;
    // A spreadsheet gives a picture of its cells beside the cells: pictures are for who gives nothing else.
    return lines.length > 0 ? placed(this.#pasteTexts(lines, at)) : null;
  }

  /** Something else was copied: the next paste is a first one. */
  forget(): void {
    this.#lastPaste = null;
  }

  /** Copied elements with all that lies in them, the fragment's corner at a page point. Returns the outermost ones. */
  elements(fragment: readonly FragmentElement[], corner: Vec): ElementId[] {
    const { board, index, permits } = this.#ports;
    if (!permits.mayAdd(countElements(fragment))) return [];
    const wanted = fragment.map((element) => {
      const at = { x: corner.x + element.at[0], y: corner.y + element.at[1] };
      const box = { ...at, w: element.size[0], h: element.size[1] };
      return { element, at, parent: areaForBox(board, index, element.kind, box) };
    });
    const tops = permits.allowed(wanted, ({ element, parent }) => permits.mayPlace(element.kind, parent));
    if (tops.length === 0 || !permits.mayWeigh([...allOf(tops.map(({ element }) => element))])) return [];
    const ids = new Map([...allOf(tops.map(({ element }) => element))].map(({ id }) => [id, board.newId()] as const));
    const used = new Set<ElementId>();
    const take = (name: ElementId): ElementId => {
      const id = ids.get(name);
      if (id === undefined || used.has(id)) return board.newId();
      used.add(id);
      return id;
    };
    const groups = new Map<string, string>();
    const groupOf = (name: string): string => {
      const group = groups.get(name) ?? createId();
      groups.set(name, group);
      return group;
    };
    // All for one place: what was copied together stays together, in the first free cell of a grid, and is not spread over its cells.
    const placed = tops.map((top) => ({
      ...top,
      into: isLaidOut(top.element) ? insertionAt(board, top.parent, null) : null,
    }));
    const keys = keysInto(
      board,
      placed.map(({ parent, into }) => ({ parent, into })),
      permits.order.mayMove,
    );
    return board.edit('paste', (write) => {
      const put = (one: FragmentElement, place: Place, z: string): ElementId => {
        const { kind, size, text, marks, group, inside } = one;
        const props = findKind(kind)?.retarget?.(one.props as never, (id) => ids.get(id)) ?? one.props;
        const id = write.create({
          ...{ kind, place, size, text, props, z, marks },
          // Two elements under one name: the first is the one that lines lead to.
          id: take(one.id),
          ...(group !== undefined && { group: groupOf(group) }),
        });
        const inner = keysBetween(null, null, inside.length);
        for (const [i, child] of inside.entries()) {
          const [x, y] = child.at;
          put(child, child.cell === undefined ? [id, x, y] : [id, x, y, child.cell], inner[i] as string);
        }
        return id;
      };
      for (const [id, z] of keys.others) write.set(id, { z });
      return placed.map(({ element, at, parent, into }, n) =>
        put(element, placeIn(board, parent, at, into), keys.own[n] as string),
      );
    });
  }

  /** A planned table with its middle at a page point, brought back onto the wall where it would reach beyond it. Returns what stands outermost. */
  table({ notes, areas, tags, size }: TablePlan, middle: PagePoint): ElementId[] {
    const { board, index, permits, notify } = this.#ports;
    if (!permits.mayAdd(notes.length + areas.length)) return [];
    const weights = notes.map(({ text, tags: names }) => ({
      text,
      marks: Object.fromEntries(names.map((name) => [tagKey(name), 'orange'])),
    }));
    if (!permits.mayWeigh([...weights, ...areas.map(({ title }) => ({ text: title }))])) return [];
    const edge = LIMITS.coordinate - 1_000;
    if (size.w > edge || size.h > edge) {
      notify({ kind: 'notice', id: 'transfer.tooTall' });
      return [];
    }
    const keep = (low: number, length: number): number => Math.round(Math.max(-edge, Math.min(low, edge - length)));
    const corner = { x: keep(middle.x - size.w / 2, size.w), y: keep(middle.y - size.h / 2, size.h) };
    // Areas stand on the wall; without any, the notes may lie in the area that the pointer is over.
    const under = areas.length > 0 ? null : areaUnder(board, index, middle, NOBODY);
    const kinds = [...(areas.length > 0 ? ['frame'] : []), 'note'];
    if (permits.allowed(kinds, (kind) => permits.mayPlace(kind, under)).length < kinds.length) return [];
    const [w, h] = findKind('note')?.defaultSize ?? [200, 200];
    const loose = notes.flatMap((note) => {
      const at = { x: corner.x + note.at.x, y: corner.y + note.at.y };
      return note.area === null ? [{ note, at, into: intoArea(board, under, { ...at, w, h }) }] : [];
    });
    const newcomers = [...areas.map(() => ({ into: null })), ...loose].map(({ into }) => ({ parent: under, into }));
    const keys = keysInto(board, newcomers, permits.order.mayMove);
    return board.edit('paste', (write) => {
      for (const [id, z] of keys.others) write.set(id, { z });
      const put = (kind: string, place: Place, z: string, rest: Partial<Parameters<BoardWriter['create']>[0]>) =>
        write.create({ kind, place, z, size: findKind(kind)?.defaultSize ?? [200, 200], ...rest });
      const areaIds = areas.map(({ title, at, size: around }, n) =>
        put('frame', [null, corner.x + at.x, corner.y + at.y], keys.own[n] as string, {
          size: around,
          text: title.slice(0, LIMITS.textChars),
          props: findKind('frame')?.defaultProps ?? {},
        }),
      );
      const putNote = ({ text, tags: names, color }: PlannedNote, place: Place, z: string): ElementId => {
        const marks = Object.fromEntries(names.map((name) => [tagKey(name), tags.get(name) ?? 'grey']));
        return put('note', place, z, { text, props: { ...findKind('note')?.defaultProps, color }, marks });
      };
      for (const [n, area] of areaIds.entries()) {
        const inside = notes.filter((note) => note.area === n);
        const inner = keysBetween(null, null, inside.length);
        for (const [i, note] of inside.entries()) putNote(note, [area, note.at.x, note.at.y], inner[i] as string);
      }
      const looseIds = loose.map(({ note, at, into }, n) =>
        putNote(note, placeIn(board, under, at, into), keys.own[areas.length + n] as string),
      );
      return [...areaIds, ...looseIds];
    });
  }

  #pasteTexts(texts: readonly string[], center: PagePoint): ElementId[] {
    const { board, index, store, writes } = this.#ports;
    const [w, h] = findKind('note')?.defaultSize ?? [200, 200];
    const area = areaUnder(board, index, center, NOBODY);
    const within = area === null ? null : board.frame(area);
    const places = layOutGrid(texts.length, { item: { w, h }, center, ...(within && { within }) });
    const props = nextPropsOf(store.getState(), 'note');
    const drafts = places.map((at, i) => ({ kind: 'note', at, text: texts[i] ?? '', props }));
    return writes.placeMany('paste', drafts);
  }

  #pasteElements({ board, elements }: Fragment, html: string, at: PagePoint): ElementId[] {
    const { boardId } = this.#ports;
    const isForeign = board !== null && boardId !== null && board !== boardId;
    const taken = isForeign ? withoutPictures(elements) : elements;
    if (isForeign) this.#carryPictures(board, elements, at);
    const again = this.#lastPaste;
    const times = again && again.html === html && again.at.x === at.x && again.at.y === at.y ? again.times + 1 : 0;
    this.#lastPaste = { at, html, times };
    const box = boxOf(taken);
    if (!box) return [];
    const corner = {
      x: Math.round(at.x - box.x - box.w / 2 + times * AGAIN),
      y: Math.round(at.y - box.y - box.h / 2 + times * AGAIN),
    };
    return this.elements(taken, corner);
  }

  /** Another board's pictures are sent to this one anew, where they can be had; else that is said. */
  #carryPictures(board: string, elements: readonly FragmentElement[], at: PagePoint): void {
    const { fetchPicture, pictures, notify } = this.#ports;
    const hashes = [...allOf(elements)].map(({ props }) => props.hash).filter((hash) => isHash(hash));
    if (hashes.length === 0) return;
    void Promise.all(hashes.map((hash) => fetchPicture(board, hash).catch(() => null))).then((blobs) => {
      const found = blobs.filter((blob) => blob !== null);
      if (found.length > 0) pictures.insert(found, at);
      if (found.length < hashes.length) notify({ kind: 'notice', id: 'transfer.foreignPicture' });
    });
  }
}

/** Where in an area that arranges its content something for this page box goes: where its middle is, beyond its cells into one that is free. */
function intoArea(board: BoardDoc, area: ElementId | null, box: Box): Insertion | null {
  const into = insertionAt(board, area, center(box));
  const free = into && into.cell === undefined ? insertionAt(board, area, null) : null;
  return free?.cell === undefined ? into : free;
}

/** The box around what has places of its own: lines between others go along. */
function boxOf(fragment: readonly FragmentElement[]) {
  const placed = fragment.filter(({ kind }) => findKind(kind)?.retarget === undefined || findKind(kind)?.isContainer);
  const boxes = (placed.length > 0 ? placed : fragment).map(({ at: [x, y], size: [w, h] }) => ({ x, y, w, h }));
  return union(boxes);
}

const isHash = (hash: unknown): hash is string => typeof hash === 'string' && PICTURE_HASH.test(hash);

/** Another board's pictures are not on this one. */
const withoutPictures = (elements: readonly FragmentElement[]): FragmentElement[] =>
  elements.flatMap((one) => (isHash(one.props.hash) ? [] : [{ ...one, inside: withoutPictures(one.inside) }]));
