/** From a board's bytes to a table or its JSON, on the thread that calls: `worker.ts` is the only caller in the product. */
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { Locale } from '../../shared/control/Control.ts';
import { areaTable } from '../../shared/deliverables/areaTable.ts';
import { type BoardFacts, toJson } from '../../shared/deliverables/boardJson.ts';
import { type Separator, separatorFor, tableToCsv, toCsv } from '../../shared/deliverables/csv.ts';
import { rowsOfBoard } from '../../shared/deliverables/table.ts';
import { isArea } from '../../shared/elements/paintScene.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';

/** What is to be written. Plain data: it crosses into the worker thread. */
export interface TableRequest {
  readonly format: 'csv' | 'json';
  /** The board document as one Yjs update. */
  readonly update: Uint8Array;
  /** Element id of the area to write; absent: the whole board. */
  readonly area?: string;
  readonly facts: BoardFacts;
  /** Language of the column names; absent: those of the contract. */
  readonly locale?: Locale;
  /** Absent: that of the language. */
  readonly separator?: Separator;
  /** Names by participant id. */
  readonly people: Readonly<Record<string, string>>;
}

export type TableProblem = 'area_unknown';

/** The file's bytes, in UTF-8. */
export function writeTable(request: TableRequest): Result<Uint8Array, TableProblem> {
  const { format, update, area, facts, people } = request;
  const board = new BoardDoc();
  board.applyRemote(update);
  if (area !== undefined && !isArea(board, area)) return fail('area_unknown');
  const person = (id: string): string | undefined => (Object.hasOwn(people, id) ? people[id] : undefined);
  const part = area === undefined ? {} : { area };
  const text =
    format === 'json' ? toJson(board, { facts, person, ...part }) : csvOf(board, request, { ...part, person });
  return ok(new TextEncoder().encode(text));
}

function csvOf(
  board: BoardDoc,
  { facts, locale, separator = separatorFor(locale ?? facts.locale) }: TableRequest,
  { area, person }: { readonly area?: string; readonly person: (id: string) => string | undefined },
): string {
  const words = locale ?? facts.locale;
  const table = area === undefined ? null : areaTable(board, area, words);
  if (table) return tableToCsv(table, separator);
  const rows = rowsOfBoard(board, { title: facts.title, locale: words, person, ...(area !== undefined && { area }) });
  return toCsv(rows, { separator, ...(locale && { locale }) });
}
