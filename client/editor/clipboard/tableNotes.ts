/**
 * What a table becomes on the wall, as people chose: a note a cell, laid out in the same rows and columns, or a note a row; columns or
 * values as tags, colours and areas. Pure: it says what would be made, and the preview and the paste both read that.
 */
import { cleanTagName } from '../../../shared/elements/marks/markKeys.ts';
import { findKind } from '../../../shared/elements/registry.ts';
import type { Vec } from '../../../shared/geometry/vec.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { NOTE_COLORS, type NoteColor } from '../../../shared/theme/tokens.ts';
import { COLOR_ORDER, colorsFor } from './colorNames.ts';
import { GRID_GAP } from './lines.ts';
import type { Table } from './table.ts';

/** What a column gives when each row is a note. */
export const COLUMN_ROLES = ['text', 'tags', 'color', 'area', 'none'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export interface TableChoices {
  readonly each: 'cell' | 'row';
  /** Each cell a note: what the first row gives its columns. */
  readonly header: 'none' | 'tags' | 'areas';
  /** Each row a note: whether the first row names the columns and is no note itself. */
  readonly hasNames: boolean;
  /** Each row a note: what each column gives. */
  readonly roles: readonly ColumnRole[];
}

export interface PlannedNote {
  readonly text: string;
  readonly tags: readonly string[];
  readonly color: NoteColor;
  /** Which of the planned areas it lies in; `null`: beside them. */
  readonly area: number | null;
  /** Relative to its area's top left, else to the plan's. */
  readonly at: Vec;
}

export interface PlannedArea {
  readonly title: string;
  readonly at: Vec;
  readonly size: readonly [number, number];
}

export interface TablePlan {
  readonly notes: readonly PlannedNote[];
  readonly areas: readonly PlannedArea[];
  /** Every tag given, with its colour, in the order of first use. */
  readonly tags: ReadonlyMap<string, NoteColor>;
  /** Texts cut at what a note may hold. */
  readonly cut: number;
  readonly size: { readonly w: number; readonly h: number };
}

export interface PlanOptions {
  /** Colour of notes that no column colours. */
  readonly color: NoteColor;
  /** Tags the board has already keep their colour. */
  readonly tagColor?: (name: string) => NoteColor | undefined;
}

const MARGIN = 20;
/** Areas stand so far apart; titles are above them. */
const AREA_GAP = 80;
/** A column of an area that is taller than so many notes goes on beside itself. */
const TALLEST = 12;

interface Wanted {
  readonly text: string;
  readonly tags: readonly string[];
  readonly color: NoteColor | null;
  readonly area: string;
}

/** What these choices would make of a table. */
export function planTable(table: Table, choices: TableChoices, options: PlanOptions): TablePlan {
  return choices.each === 'cell' ? planCells(table, choices.header, options) : planRows(table, choices, options);
}

function planCells(table: Table, header: TableChoices['header'], options: PlanOptions): TablePlan {
  const names = header === 'none' ? [] : (table[0] ?? []);
  const rows = header === 'none' ? table : table.slice(1);
  const step = stepOf();
  const tags = new Tags(options);
  const cells = rows.flatMap((row, y) =>
    row.flatMap((text, x) => {
      if (text === '') return [];
      const given = header === 'tags' ? tags.take([names[x] ?? '']) : [];
      return [{ text, tags: given, color: null, area: '', x, y }];
    }),
  );
  if (header !== 'areas') {
    const notes = cells.map((cell) => ({
      ...finish(cell, options),
      area: null,
      at: { x: cell.x * step.x, y: cell.y * step.y },
    }));
    return close(notes, [], tags.colors);
  }
  const columns = Math.max(0, ...rows.map((row) => row.length), names.length);
  const groups = Array.from({ length: columns }, (_, x) => ({
    title: names[x] ?? '',
    notes: cells.filter((cell) => cell.x === x),
  })).filter(({ title, notes }) => title !== '' || notes.length > 0);
  const tallest = Math.max(0, ...groups.map(({ notes }) => Math.max(0, ...notes.map(({ y }) => y + 1))));
  // Short columns keep their rows side by side; long ones are folded, each within its own area.
  const asRows = tallest <= TALLEST;
  let left = 0;
  const areas: PlannedArea[] = [];
  const notes: PlannedNote[] = [];
  for (const [area, { title, notes: inside }] of groups.entries()) {
    const places = asRows ? inside.map(({ y }) => ({ x: 0, y })) : fold(inside.length, tallest);
    const size = sizeAround(places, asRows ? Math.max(1, tallest) : 1);
    areas.push({ title: title.replace(/\s+/gu, ' '), at: { x: left, y: 0 }, size });
    for (const [n, cell] of inside.entries()) notes.push({ ...finish(cell, options), area, at: spot(places[n]) });
    left += size[0] + AREA_GAP;
  }
  return close(notes, areas, tags.colors);
}

function planRows(table: Table, { hasNames, roles }: TableChoices, options: PlanOptions): TablePlan {
  const rows = hasNames ? table.slice(1) : table;
  const columns = (role: ColumnRole): number[] => roles.flatMap((own, at) => (own === role ? [at] : []));
  const cell = (row: readonly string[], at: number | undefined): string => (at === undefined ? '' : (row[at] ?? ''));
  const [areaColumn] = columns('area');
  const [colorColumn] = columns('color');
  const tagColumns = columns('tags').map((at) => ({ at, by: separatorOf(rows.map((row) => row[at] ?? '')) }));
  const tags = new Tags(options);
  const colors = colorColumn === undefined ? null : colorsFor(rows.map((row) => cell(row, colorColumn)));
  const wanted = rows.flatMap((row): Wanted[] => {
    const text = columns('text')
      .map((at) => cell(row, at))
      .filter((words) => words !== '')
      .join('\n');
    if (text === '') return [];
    const names = tagColumns.flatMap(({ at, by }) => (by === null ? [cell(row, at)] : cell(row, at).split(by)));
    const area = cell(row, areaColumn).replace(/\s+/gu, ' ');
    return [{ text, tags: tags.take(names), color: colors?.get(cell(row, colorColumn)) ?? null, area }];
  });
  return areaColumn === undefined ? lay(wanted, options, tags) : layInAreas(wanted, options, tags);
}

/** Notes without areas: rows from left to right, somewhat wider than high. */
function lay(wanted: readonly Wanted[], options: PlanOptions, tags: Tags): TablePlan {
  const step = stepOf();
  const width = columnsFor(wanted.length);
  const notes = wanted.map((one, n) => ({
    ...finish(one, options),
    area: null,
    at: { x: (n % width) * step.x, y: Math.floor(n / width) * step.y },
  }));
  return close(notes, [], tags.colors);
}

/** An area for each value, side by side in lines; what has none lies below them. */
function layInAreas(wanted: readonly Wanted[], options: PlanOptions, tags: Tags): TablePlan {
  const byArea = new Map<string, Wanted[]>();
  for (const one of wanted) {
    const there = byArea.get(one.area);
    if (there) there.push(one);
    else byArea.set(one.area, [one]);
  }
  const loose = byArea.get('') ?? [];
  byArea.delete('');
  const groups = [...byArea].map(([title, inside]) => {
    const places = inside.map((_, n) => ({
      x: n % columnsFor(inside.length),
      y: Math.floor(n / columnsFor(inside.length)),
    }));
    return { title, inside, places, size: sizeAround(places, 1) };
  });
  // As wide as a screen, once lines that do not fill up are counted in.
  const ground = groups.reduce((sum, { size: [w, h] }) => sum + (w + AREA_GAP) * (h + AREA_GAP), 0);
  const widest = Math.max(Math.sqrt(ground * 2.2), ...groups.map(({ size: [w] }) => w));
  // Seen as a whole, titles are written larger than they stand: the more there is to see, the more room they need.
  const between = Math.max(AREA_GAP, Math.round(widest * 0.03));
  const areas: PlannedArea[] = [];
  const notes: PlannedNote[] = [];
  let at = { x: 0, y: 0 };
  let lineHeight = 0;
  for (const [area, { title, inside, places, size }] of groups.entries()) {
    if (at.x > 0 && at.x + size[0] > widest) {
      at = { x: 0, y: at.y + lineHeight + between };
      lineHeight = 0;
    }
    areas.push({ title, at, size });
    for (const [n, one] of inside.entries()) notes.push({ ...finish(one, options), area, at: spot(places[n]) });
    at = { x: at.x + size[0] + AREA_GAP, y: at.y };
    lineHeight = Math.max(lineHeight, size[1]);
  }
  const below = groups.length === 0 ? 0 : at.y + lineHeight + between;
  const step = stepOf();
  const width = columnsFor(loose.length);
  for (const [n, one] of loose.entries()) {
    const place = { x: (n % width) * step.x, y: below + Math.floor(n / width) * step.y };
    notes.push({ ...finish(one, options), area: null, at: place });
  }
  return close(notes, areas, tags.colors);
}

const noteSize = (): readonly [number, number] => findKind('note')?.defaultSize ?? [200, 200];

const stepOf = (): Vec => ({ x: noteSize()[0] + GRID_GAP, y: noteSize()[1] + GRID_GAP });

const columnsFor = (count: number): number => Math.max(1, Math.ceil(Math.sqrt(count * 1.5)));

/** Places of a long column, going on beside itself, no taller than all others need. */
function fold(count: number, tallest: number): Vec[] {
  const rows = Math.max(TALLEST, Math.ceil(Math.sqrt(tallest / 1.5)));
  return Array.from({ length: count }, (_, n) => ({ x: Math.floor(n / rows), y: n % rows }));
}

/** Where a note lies in its area, from its column and row. */
const spot = (place: Vec | undefined): Vec => {
  const step = stepOf();
  return { x: MARGIN + (place?.x ?? 0) * step.x, y: MARGIN + (place?.y ?? 0) * step.y };
};

function sizeAround(places: readonly Vec[], minRows: number): readonly [number, number] {
  const step = stepOf();
  const columns = places.reduce((most, { x }) => Math.max(most, x + 1), 1);
  const rows = places.reduce((most, { y }) => Math.max(most, y + 1), minRows);
  const fit = (length: number): number => Math.min(LIMITS.areaSizeMax, length);
  return [fit(columns * step.x - GRID_GAP + 2 * MARGIN), fit(rows * step.y - GRID_GAP + 2 * MARGIN)];
}

const finish = ({ text, tags, color }: Pick<Wanted, 'text' | 'tags' | 'color'>, options: PlanOptions) => ({
  text,
  tags,
  color: color ?? options.color,
});

function close(
  notes: readonly PlannedNote[],
  areas: readonly PlannedArea[],
  tags: ReadonlyMap<string, NoteColor>,
): TablePlan {
  const [w, h] = noteSize();
  const size = { w: 0, h: 0 };
  const cover = (at: Vec, width: number, height: number): void => {
    size.w = Math.max(size.w, at.x + width);
    size.h = Math.max(size.h, at.y + height);
  };
  for (const { at, size: own } of areas) cover(at, own[0], own[1]);
  for (const { area, at } of notes) if (area === null) cover(at, w, h);
  const cut = notes.filter(({ text }) => text.length > LIMITS.textChars).length;
  const fitting = cut === 0 ? notes : notes.map((note) => ({ ...note, text: note.text.slice(0, LIMITS.textChars) }));
  return { notes: fitting, areas, tags, cut, size };
}

/** The tags given so far, each with its colour. */
class Tags {
  readonly colors = new Map<string, NoteColor>();
  readonly #options: PlanOptions;

  constructor(options: PlanOptions) {
    this.#options = options;
  }

  /** Names as they may be written, each once. */
  take(names: readonly string[]): string[] {
    const clean = [...new Set(names.map(cleanTagName))].filter((name) => name !== '').slice(0, LIMITS.tagsPerElement);
    for (const name of clean) {
      if (this.colors.has(name)) continue;
      const own = this.#options.tagColor?.(name) ?? COLOR_ORDER[this.colors.size % COLOR_ORDER.length];
      this.colors.set(name, own ?? NOTE_COLORS[0]);
    }
    return clean;
  }
}

/** What parts several tags in one cell; `null`: a cell is one tag. Commas part them only where all parts are short. */
function separatorOf(cells: readonly string[]): string | null {
  const said = cells.filter((cell) => cell !== '');
  for (const sign of ['|', ';', '\n']) if (said.some((cell) => cell.includes(sign))) return sign;
  const parts = said.flatMap((cell) => cell.split(','));
  return parts.length > said.length && parts.every((part) => part.trim().length <= 20) ? ',' : null;
}

const HINTS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['color', /^(couleur|colou?r)/iu],
  ['tags', /^(tag|étiquette|etiquette|thème|theme|mots?[- ]cl|keyword|label|catégorie|categorie|category)/iu],
  ['area', /^(zone|area|groupe|group|colonne|column|question|section|rubrique)/iu],
  [
    'text',
    /^(texte?|note|idée|idee|idea|contribution|réponse|reponse|answer|response|commentaire|comment|contenu|content|verbatim)/iu,
  ],
];

/** A first answer to all questions, from what the table looks like. `isFile`: answers to a survey, a row each; else cells of a sheet. */
export function guessChoices(table: Table, { isFile }: { readonly isFile: boolean }): TableChoices {
  const names = table[0] ?? [];
  const rows = table.slice(1);
  const hasNames =
    rows.length > 0 && names.every((name) => name !== '' && name.length <= 60) && new Set(names).size === names.length;
  const roles = names.map((name) => (hasNames ? (HINTS.find(([, hint]) => hint.test(name))?.[0] ?? 'none') : 'none'));
  if (!roles.includes('text')) {
    // The column with the most to say.
    const lengths = names.map((_, at) => table.reduce((sum, row) => sum + (row[at]?.length ?? 0), 0));
    const free = lengths.map((length, at) => (roles[at] === 'none' ? length : -1));
    roles[free.indexOf(Math.max(...free))] = 'text';
  }
  // One area column, one colour column, and no area for each row.
  for (const role of ['area', 'color'] as const) {
    const first = roles.indexOf(role);
    for (const [at, own] of roles.entries()) if (own === role && at !== first) roles[at] = 'none';
  }
  const area = roles.indexOf('area');
  if (area >= 0 && new Set(rows.map((row) => row[area])).size > Math.max(8, rows.length / 3)) roles[area] = 'none';
  return { each: isFile ? 'row' : 'cell', header: 'none', hasNames, roles };
}
