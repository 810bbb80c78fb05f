/** From a board's bytes to a table or its JSON, on the thread that calls: `worker.ts` is the only caller in the product. */
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { areaTable } from '../../shared/deliverables/areaTable.ts';
import { toJson } from '../../shared/deliverables/boardJson.ts';
import { separatorFor, tableToCsv, toCsv } from '../../shared/deliverables/csv.ts';
import { rowsOfBoard } from '../../shared/deliverables/table.ts';
import { isArea } from '../../shared/elements/paintScene.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { BoardFile, TableRequest } from '../http/ports.ts';

export type TableProblem = 'area_unknown';

/** The file, in UTF-8. */
export function writeTable(request: TableRequest): Result<BoardFile, TableProblem> {
  const { format, update, area, facts, people } = request;
  const board = new BoardDoc();
  board.applyRemote(update);
  const shown = area === undefined ? undefined : board.get(area);
  if (area !== undefined && !(shown && isArea(board, area))) return fail('area_unknown');
  const person = (id: string): string | undefined => (Object.hasOwn(people, id) ? people[id] : undefined);
  const part = area === undefined ? {} : { area };
  const text =
    format === 'json' ? toJson(board, { facts, person, ...part }) : csvOf(board, request, { ...part, person });
  return ok({ bytes: new TextEncoder().encode(text), ...(shown && { area: kindOf(shown).outline(shown) }) });
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
