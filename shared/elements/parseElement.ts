/**
 * From what stands in the document to an `Element`: the validation boundary, for the reader, the gate and the importers alike. What is
 * not understood becomes a visible placeholder with a `problem`; nothing here throws, and nothing is written back.
 */
import { isId } from '../lib/ids.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { LIMITS } from '../protocol/limits.ts';
import { isCell } from './cells.ts';
import { COMMON_KEYS, type Element, type ElementKind, type Place, type Props, type Size } from './ElementKind.ts';
import { isPropOf, Z_PATTERN } from './families.ts';
import { type Marks, NO_MARKS } from './marks/Marks.ts';
import { isMarkKey } from './marks/markKeys.ts';
import { readMarks } from './marks/readMarks.ts';
import { findKind } from './registry.ts';

/** The JSON values of an element's keys, its text already read. */
export type RawElement = Readonly<Record<string, unknown>>;

/**
 * An object without a prototype, for what strangers name: `__proto__` is a key like all others. Made by a class, since engines keep what
 * `Object.create(null)` gives as a slow table, and a board that is opened makes two for each of its elements.
 */
export class Bare {
  readonly [key: string]: unknown;
}
Object.setPrototypeOf(Bare.prototype, null);
Reflect.deleteProperty(Bare.prototype, 'constructor');

const COMMON: ReadonlySet<string> = new Set(COMMON_KEYS);

const NONE: Result<Marks> = ok(NO_MARKS);

/** A finite coordinate within the wall's bounds. */
export const isCoordinate = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= LIMITS.coordinate;

/** Whether a value is a place: `[parent, x, y]` or `[parent, x, y, cell]`. */
export const isPlace = (value: unknown): value is Place =>
  Array.isArray(value) &&
  (value.length === 3 || (value.length === 4 && isCell(value[3]))) &&
  (value[0] === null || isId(value[0])) &&
  isCoordinate(value[1]) &&
  isCoordinate(value[2]);

const isSize = (value: unknown): value is Size =>
  Array.isArray(value) && value.length === 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);

const within = (size: Size, kind: ElementKind): boolean =>
  size[0] >= kind.minSize[0] && size[1] >= kind.minSize[1] && size[0] <= kind.maxSize[0] && size[1] <= kind.maxSize[1];

/** Brings props of an older version of a kind up to today's. */
function migrate(kind: ElementKind, v: number, props: Props): Props {
  let migrated = props;
  for (let version = v; version < kind.version; version++) migrated = kind.migrations[version]?.(migrated) ?? migrated;
  return migrated;
}

/** Reads an element strictly: the first thing that is wrong with it, or the element. */
export function readElement(id: string, raw: RawElement, rev = 0): Result<Element> {
  if (!isId(id)) return fail('id');
  const { kind: name, v = 1, place, size, z, by, lock = false, group, text = '' } = raw;
  const kind = typeof name === 'string' ? findKind(name) : undefined;
  if (!kind) return fail('kind');
  if (typeof v !== 'number' || !Number.isInteger(v) || v < 1 || v > kind.version) return fail('v');
  if (!isPlace(place)) return fail('place');
  if (!isSize(size) || !within(size, kind)) return fail('size');
  if (typeof z !== 'string' || !Z_PATTERN.test(z)) return fail('z');
  if (by !== undefined && !isId(by)) return fail('by');
  if (typeof lock !== 'boolean') return fail('lock');
  if (group !== undefined && !isId(group)) return fail('group');
  if (typeof text !== 'string' || text.length > LIMITS.textChars || (text !== '' && !kind.hasText)) return fail('text');
  // By hand, not with entries and sets: a board that is opened comes through here once for each of its elements.
  const props: Record<string, unknown> = new Bare();
  let markKeys: string[] | null = null;
  for (const key of Object.keys(raw)) {
    if (COMMON.has(key)) continue;
    if (isMarkKey(key)) {
      markKeys ??= [];
      markKeys.push(key);
      continue;
    }
    if (v === kind.version && !isPropOf(kind, key)) return fail(`key ${key.slice(0, 40)}`);
    props[key] = raw[key];
  }
  const parsed = kind.parse(migrate(kind, v, props));
  if (!parsed.ok) return fail(parsed.reason);
  const marks = markKeys === null ? NONE : readMarks(markKeys, raw);
  if (!marks.ok) return fail(marks.reason);
  const read = { id, kind: kind.kind, v, place, size, z, lock, text, props: parsed.value, marks: marks.value, rev };
  if (by === undefined && group === undefined) return ok(read);
  return ok({ ...read, ...(by !== undefined && { by }), ...(group !== undefined && { group }) });
}

/** Reads an element leniently: always an element, a placeholder where `readElement` refuses. */
export function parseElement(id: string, raw: RawElement, rev = 0): Element {
  const read = readElement(id, raw, rev);
  if (read.ok) return read.value;
  const { kind, place, size, z, lock, text } = raw;
  return {
    id,
    kind: typeof kind === 'string' ? kind : '?',
    v: 1,
    place: isPlace(place) ? place : [null, 0, 0],
    size: isSize(size) ? [clampSize(size[0]), clampSize(size[1])] : [200, 200],
    z: typeof z === 'string' && Z_PATTERN.test(z) ? z : 'a0',
    lock: lock === true,
    text: typeof text === 'string' ? text.slice(0, LIMITS.textChars) : '',
    props: {},
    marks: NO_MARKS,
    problem: read.reason,
    rev,
  };
}

const clampSize = (n: number): number => Math.min(LIMITS.areaSizeMax, Math.max(LIMITS.sizeMin, n));
