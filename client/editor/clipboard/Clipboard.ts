/**
 * Copy, cut and paste by the events of the browser, which work on plain http as well; the asynchronous clipboard API is never needed.
 * Text from elsewhere becomes notes, a line a note; tables are handed to the page, which asks how; our own elements keep their colours,
 * tags and places, within and between boards.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { areaTable } from '../../../shared/deliverables/areaTable.ts';
import { toHtmlTable, toTsv } from '../../../shared/deliverables/cells.ts';
import type { ElementId, TableCell } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { union } from '../../../shared/geometry/box.ts';
import type { PagePoint } from '../../../shared/geometry/vec.ts';
import { Emitter } from '../../../shared/lib/emitter.ts';
import type { BoardIndex } from '../BoardIndex.ts';
import type { CameraControl } from '../CameraControl.ts';
import type { EditorState } from '../EditorState.ts';
import type { Extras } from '../extras.ts';
import type { Later } from '../Later.ts';
import type { MindMaps } from '../mindmap/MindMaps.ts';
import type { Notify } from '../Notice.ts';
import { isPictureFile, type PicturesPort } from '../PicturesPort.ts';
import { readingOrder } from '../readingOrder.ts';
import type { Selection } from '../Selection.ts';
import { type TableWords, tableOf } from './copyTable.ts';
import { copyElements, toHtml } from './fragment.ts';
import type { Table } from './table.ts';
import type { TablePlan } from './tableNotes.ts';

interface ClipboardPorts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  /** Which board this is, for what is copied from one to another; `null` where that is not known. */
  readonly boardId: string | null;
  readonly index: BoardIndex;
  readonly camera: CameraControl;
  readonly selection: Selection;
  readonly extras: Later<Pick<Extras, 'pasting'>>;
  readonly pictures: Pick<PicturesPort, 'insert'>;
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

const TABLE_FILE = /\.(csv|tsv|tab|txt|text)$/iu;

export class Clipboard {
  readonly #ports: ClipboardPorts;
  readonly #tables = new Emitter<TableArrival>();
  #pointer: PagePoint | null = null;
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

  /** What is deleted is what is copied: all that hangs on a note of a mind map comes along; what has been hidden since is left. */
  cut(): Flavours | null {
    const { store, board, selection, mindMaps, notify } = this.#ports;
    if (store.getState().readOnly) return null;
    this.#format = 'elements';
    const shown = [...selection.ids].filter((id) => !board.isHidden(id));
    if (shown.length === 0 && selection.ids.size > 0) notify({ kind: 'notice', id: 'arrange.notice.hidden' });
    const taken = new Set(mindMaps.withBelow(this.#withContent(shown)));
    const flavours = this.#flavours(taken);
    if (flavours) mindMaps.delete(taken);
    return flavours;
  }

  #flavours(taken: ReadonlySet<ElementId>): Flavours | null {
    const { board, boardId, mindMaps, notify, store } = this.#ports;
    const format = this.#format;
    this.#format = 'elements';
    if (taken.size === 0) return null;
    const ids = this.#inReadingOrder(taken);
    const words = this.#words?.();
    if (format === 'table' && words) {
      const rows = this.#ownTable(taken) ?? tableOf(board, ids, words);
      notify({ kind: 'announce', id: 'transfer.say.copiedRows', values: { count: rows.length - 1 } });
      const { locale } = store.getState();
      return { text: toTsv(rows, locale), html: toHtmlTable(rows, locale) };
    }
    const elements = copyElements(board, mindMaps.wholeOf(taken));
    if (elements.length === 0) return null;
    const lines = ids
      .map((id) => board.get(id))
      .map((element) => (element ? kindOf(element).outline(element) : ''))
      .filter((line) => line !== '');
    notify({ kind: 'announce', id: 'editor.say.copied', values: { count: elements.length } });
    this.#ports.extras.now?.pasting.forget();
    const text = lines.join('\n');
    return { text, html: format === 'text' ? '' : toHtml({ board: boardId, elements }, lines) };
  }

  /** What is a table itself (a grid) is copied as it is. */
  #ownTable(taken: ReadonlySet<ElementId>): readonly (readonly TableCell[])[] | null {
    const { board, store } = this.#ports;
    const [id] = taken.size === 1 ? taken : [];
    return id === undefined ? null : areaTable(board, id, store.getState().locale);
  }

  /** Puts what was pasted onto the board; true when something came of it, or what reads it is on its way. */
  paste({ text, html, files = [] }: Pasted): boolean {
    const { store, extras } = this.#ports;
    if (store.getState().readOnly) return false;
    const at = this.target;
    if (text === '' && html === '') return this.insertFiles(files, at);
    let isTaken = true;
    extras.with(({ pasting }) => {
      if (store.getState().readOnly) return;
      const came = pasting.take({ text, html }, at);
      if (came === null) isTaken = this.insertFiles(files, at);
      else if (came.is === 'table') this.#tables.emit({ at, from: { table: came.table } });
      else isTaken = this.#placed(came.ids);
    });
    return isTaken;
  }

  /** Takes files that were dropped or pasted: pictures, tables, texts; says what it does not take. True when something came of it. */
  insertFiles(files: readonly File[], at: PagePoint): boolean {
    const { store, pictures, extras, notify } = this.#ports;
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
    // Whoever answers what it shall become finds what puts it on the board.
    if (table) extras.with(() => this.#tables.emit({ at, from: { file: table } }));
    const [unknown] = files.filter((file) => !isPictureFile(file) && !isTableFile(file));
    if (unknown) notify({ kind: 'notice', id: 'transfer.unknownFile', values: { name: unknown.name } });
    else if (tables.length > 1) notify({ kind: 'notice', id: 'transfer.oneTable' });
    return shown.length > 0 || tables.length > 0;
  }

  /** Puts a table on the board as it was planned; how many notes and areas came of it. */
  placeTable(plan: TablePlan, at: PagePoint): number {
    let isPlaced = false;
    this.#ports.extras.with(({ pasting }) => {
      isPlaced = this.#placed(pasting.table(plan, at));
    });
    return isPlaced ? plan.notes.length + plan.areas.length : 0;
  }

  #placed(ids: readonly ElementId[]): boolean {
    if (ids.length === 0) return false;
    const { selection, notify } = this.#ports;
    selection.set(ids);
    notify({ kind: 'announce', id: 'editor.say.pasted', values: { count: ids.length } });
    this.#reveal(ids);
    return true;
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
