/**
 * Copy, cut and paste by the events of the browser, which work on plain http as well; the asynchronous clipboard API is never needed.
 * Text from elsewhere becomes notes, a line a note; tables are handed to the page, which asks how; our own elements keep their colours,
 * tags and places, within and between boards.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { toHtmlTable, toTsv } from '../../../shared/deliverables/cells.ts';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { PICTURE_HASH } from '../../../shared/elements/image/image.ts';
import { findKind, kindOf } from '../../../shared/elements/registry.ts';
import { union } from '../../../shared/geometry/box.ts';
import type { PagePoint } from '../../../shared/geometry/vec.ts';
import { Emitter } from '../../../shared/lib/emitter.ts';
import type { BoardIndex } from '../BoardIndex.ts';
import type { CameraControl } from '../CameraControl.ts';
import { areaUnder } from '../dropTarget.ts';
import { type EditorState, nextPropsOf } from '../EditorState.ts';
import type { MindMaps } from '../mindmap/MindMaps.ts';
import type { Notify } from '../Notice.ts';
import { isPictureFile, type PicturesPort } from '../PicturesPort.ts';
import { readingOrder } from '../readingOrder.ts';
import type { Selection } from '../Selection.ts';
import type { Writes } from '../Writes.ts';
import { type TableWords, tableOf } from './copyTable.ts';
import { allOf, copyElements, type FragmentElement, parseHtml, toHtml } from './fragment.ts';
import { readHtml } from './html.ts';
import { layOutGrid, splitLines } from './lines.ts';
import { boxOf, type Pasting } from './Pasting.ts';
import { parseTsv, type Table } from './table.ts';
import type { TablePlan } from './tableNotes.ts';

interface ClipboardPorts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  /** Which board this is, for what is copied from one to another; `null` where that is not known. */
  readonly boardId: string | null;
  readonly index: BoardIndex;
  readonly camera: CameraControl;
  readonly selection: Selection;
  readonly writes: Writes;
  readonly pasting: Pasting;
  readonly pictures: Pick<PicturesPort, 'insert'>;
  readonly fetchPicture: (board: string, hash: string) => Promise<Blob | null>;
  readonly mindMaps: Pick<MindMaps, 'wholeOf' | 'withBelow' | 'delete'>;
  readonly notify: Notify;
}

/** The two flavours that travel. */
export interface Flavours {
  readonly text: string;
  readonly html: string;
}

export interface Pasted extends Flavours {
  readonly files?: readonly File[];
}

/** A table that waits for an answer: what shall it become? A file is read by whoever asks. */
export interface TableArrival {
  readonly at: PagePoint;
  readonly from: { readonly table: Table } | { readonly file: File };
}

/** `elements`: all that we know; the others are for other programs. */
export type CopyFormat = 'elements' | 'text' | 'table';

const NOBODY: ReadonlySet<ElementId> = new Set();
/** How far a second paste of the same elements goes from the first. */
const AGAIN = 24;
const TABLE_FILE = /\.(csv|tsv|tab|txt|text)$/iu;

export class Clipboard {
  readonly #ports: ClipboardPorts;
  readonly #tables = new Emitter<TableArrival>();
  #pointer: PagePoint | null = null;
  #lastPaste: { readonly at: PagePoint; readonly html: string; readonly times: number } | null = null;
  #format: CopyFormat = 'elements';
  #words: (() => TableWords) | null = null;

  constructor(ports: ClipboardPorts) {
    this.#ports = ports;
  }

  /** Told by the canvas: where the pointer is over the board, or `null`. */
  setPointer(at: PagePoint | null): void {
    this.#pointer = at;
  }

  /** Where new things go: at the pointer, or in the middle of what is seen. */
  get target(): PagePoint {
    return this.#pointer ?? this.#ports.camera.middle();
  }

  /** Calls back with each table that was pasted or dropped. Returns its undo. */
  onTable(listener: (arrival: TableArrival) => void): () => void {
    return this.#tables.subscribe(listener);
  }

  /** The page gives the words of tables, in its language. Returns its undo. */
  speak(words: () => TableWords): () => void {
    this.#words = words;
    return () => {
      if (this.#words === words) this.#words = null;
    };
  }

  /** What the copy event that comes next is to give. */
  set nextFormat(format: CopyFormat) {
    this.#format = format;
  }

  /** What copying puts on the clipboard; `null` when nothing is selected. */
  copy(): Flavours | null {
    return this.#flavours(this.#ports.selection.ids);
  }

  /** What is deleted is what is copied: all that hangs on a note of a mind map comes along. */
  cut(): Flavours | null {
    const { store, selection, mindMaps } = this.#ports;
    if (store.getState().readOnly) return null;
    this.#format = 'elements';
    const taken = new Set(mindMaps.withBelow(this.#withContent(selection.ids)));
    const flavours = this.#flavours(taken);
    if (flavours) mindMaps.delete(taken);
    return flavours;
  }

  #flavours(taken: ReadonlySet<ElementId>): Flavours | null {
    const { board, boardId, mindMaps, notify } = this.#ports;
    const format = this.#format;
    this.#format = 'elements';
    if (taken.size === 0) return null;
    const ids = this.#inReadingOrder(taken);
    const words = this.#words?.();
    if (format === 'table' && words) {
      const rows = tableOf(board, ids, words);
      notify({ kind: 'announce', id: 'transfer.say.copiedRows', values: { count: rows.length - 1 } });
      return { text: toTsv(rows), html: toHtmlTable(rows) };
    }
    const elements = copyElements(board, mindMaps.wholeOf(taken));
    if (elements.length === 0) return null;
    const lines = ids
      .map((id) => board.get(id))
      .map((element) => (element ? kindOf(element).outline(element) : ''))
      .filter((line) => line !== '');
    notify({ kind: 'announce', id: 'editor.say.copied', values: { count: elements.length } });
    this.#lastPaste = null;
    const text = lines.join('\n');
    return { text, html: format === 'text' ? '' : toHtml({ board: boardId, elements }, lines) };
  }

  /** Puts what was pasted onto the board; true when something came of it. */
  paste({ text, html, files = [] }: Pasted): boolean {
    if (this.#ports.store.getState().readOnly) return false;
    const fragment = parseHtml(html);
    if (fragment && fragment.elements.length > 0) return this.#placed(this.#pasteElements(fragment, html));
    const read = readHtml(html);
    const table = read?.is === 'table' ? read.table : parseTsv(text);
    if (table && (table[0]?.length ?? 0) > 1) {
      this.#tables.emit({ at: this.target, from: { table } });
      return true;
    }
    if (table) return this.#placed(this.#pasteTexts(table.flat().filter((cell) => cell !== '')));
    const plain = splitLines(text);
    // Some programs wrap plain lines in one piece of markup.
    const rich = read?.is === 'lines' && (read.lines.length > 1 || plain.length <= 1) ? read.lines : [];
    const lines = rich.length > 0 ? rich : plain;
    // A spreadsheet gives a picture of its cells beside the cells: pictures are for who gives nothing else.
    if (lines.length > 0) return this.#placed(this.#pasteTexts(lines));
    return this.insertFiles(files, this.target);
  }

  /** Takes files that were dropped or pasted: pictures, tables, texts; says what it does not take. True when something came of it. */
  insertFiles(files: readonly File[], at: PagePoint): boolean {
    const { store, pictures, notify } = this.#ports;
    if (files.length === 0) return false;
    const { readOnly, mayAdd } = store.getState();
    if (readOnly || !mayAdd) {
      notify({ kind: 'notice', id: readOnly ? 'transfer.readOnly' : 'editor.notice.noAdd' });
      return false;
    }
    const shown = files.filter(isPictureFile);
    const tables = files.filter((file) => !isPictureFile(file) && isTableFile(file));
    if (shown.length > 0) pictures.insert(shown, at);
    const [table] = tables;
    if (table) this.#tables.emit({ at, from: { file: table } });
    const [unknown] = files.filter((file) => !isPictureFile(file) && !isTableFile(file));
    if (unknown) notify({ kind: 'notice', id: 'transfer.unknownFile', values: { name: unknown.name } });
    else if (tables.length > 1) notify({ kind: 'notice', id: 'transfer.oneTable' });
    return shown.length > 0 || tables.length > 0;
  }

  /** Puts a table on the board as it was planned; how many notes and areas came of it. */
  placeTable(plan: TablePlan, at: PagePoint): number {
    const placed = this.#ports.pasting.table(plan, at);
    this.#placed(placed);
    return placed.length === 0 ? 0 : plan.notes.length + plan.areas.length;
  }

  #placed(ids: readonly ElementId[]): boolean {
    if (ids.length === 0) return false;
    const { selection, notify } = this.#ports;
    selection.set(ids);
    notify({ kind: 'announce', id: 'editor.say.pasted', values: { count: ids.length } });
    this.#reveal(ids);
    return true;
  }

  #pasteTexts(texts: readonly string[]): ElementId[] {
    const { board, index, store, writes } = this.#ports;
    const [w, h] = findKind('note')?.defaultSize ?? [200, 200];
    const center = this.target;
    const area = areaUnder(board, index, center, NOBODY);
    const within = area === null ? null : board.frame(area);
    const places = layOutGrid(texts.length, { item: { w, h }, center, ...(within && { within }) });
    const props = nextPropsOf(store.getState(), 'note');
    const drafts = places.map((at, i) => ({ kind: 'note', at, text: texts[i] ?? '', props }));
    return writes.placeMany('paste', drafts);
  }

  #pasteElements(
    { board, elements }: { readonly board: string | null; readonly elements: readonly FragmentElement[] },
    html: string,
  ): ElementId[] {
    const { boardId, pasting } = this.#ports;
    const isForeign = board !== null && boardId !== null && board !== boardId;
    const taken = isForeign ? withoutPictures(elements) : elements;
    const at = this.target;
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
    return pasting.elements(taken, corner);
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

  #inReadingOrder(ids: Iterable<ElementId>): ElementId[] {
    return readingOrder(this.#ports.index, this.#withContent(ids));
  }

  #withContent(ids: Iterable<ElementId>): ElementId[] {
    const { board } = this.#ports;
    return [...new Set([...ids].flatMap((id) => [id, ...board.tree.descendants(id)]))];
  }

  #reveal(ids: readonly ElementId[]): void {
    const { board, camera } = this.#ports;
    const box = union(ids.map((id) => board.bounds(id)).filter((bounds) => bounds !== null));
    if (box) camera.reveal(box);
  }
}

const isTableFile = ({ name, type }: File): boolean =>
  TABLE_FILE.test(name) || type === 'text/csv' || type === 'text/tab-separated-values' || type === 'text/plain';

const isHash = (hash: unknown): hash is string => typeof hash === 'string' && PICTURE_HASH.test(hash);

/** Another board's pictures are not on this one. */
const withoutPictures = (elements: readonly FragmentElement[]): FragmentElement[] =>
  elements.flatMap((one) => (isHash(one.props.hash) ? [] : [{ ...one, inside: withoutPictures(one.inside) }]));
