/** One suite for every registered kind and the placeholder: a new kind is under contract the moment it stands in the registry. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains } from '../geometry/box.ts';
import { LIMITS } from '../protocol/limits.ts';
import { THEMES } from '../theme/tokens.ts';
import { COMMON_KEYS, type Element, type ElementKind, type Props, type Surroundings } from './ElementKind.ts';
import { NO_MARKS } from './marks/Marks.ts';
import { parseElement, readElement } from './parseElement.ts';
import { placeholder } from './placeholder/placeholder.ts';
import { findKind, KINDS, kindOf } from './registry.ts';

const TEXT = 'Que faudrait-il faire pour mieux représenter les différentes sensibilités\u202f?';
const HOSTILE: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  '',
  'x'.repeat(100_000),
  '__proto__',
  'constructor',
  [],
  [[['yellow']]],
  {},
  { toString: () => 'yellow' },
  Object.create(null),
  null,
  true,
  new Uint8Array(3),
  [0, 0, 50, Number.NaN, 0, 50],
  [0, 0, '50'],
  [0.5, 0, 50],
  [0, 0],
  new Array(1_000_000_000),
  Array.from({ length: 30_000 }, () => 1),
  { id: 'n1', x: Number.NaN, y: 0 },
  { id: { toString: () => 'n1' }, x: 0, y: 0 },
  { x: 0, y: 0, fx: 0.5 },
  { x: 1e9, y: 0 },
  { x: 0, y: 0, z: 0 },
];

/** Kinds that are lines: they are taken by their line, not all over the box around it. */
const LINES: ReadonlySet<string> = new Set(['stroke', 'connector']);

const element = (kind: ElementKind, rest: Partial<Element> = {}): Element => ({
  id: 'e1',
  kind: kind.kind,
  v: kind.version,
  place: [null, 0, 0],
  size: kind.defaultSize,
  z: 'a0',
  lock: false,
  text: kind.hasText ? TEXT : '',
  props: kind.defaultProps,
  marks: NO_MARKS,
  rev: 1,
  ...rest,
});

/** A wall with nothing else on it. */
const WALL: Surroundings = {
  element: () => undefined,
  frame: (id) => (id === 'e1' ? { x: 0, y: 0, w: 200, h: 200 } : null),
};

const kinds = [...Object.keys(KINDS).map((name) => findKind(name) as ElementKind), placeholder].map(
  (kind) => [kind.kind, kind] as const,
);

describe.each(kinds)('the kind "%s"', (name, kind) => {
  it('is registered under its own name, with props that hide no common key', () => {
    expect(kind.kind).toBe(name);
    expect(kind.propKeys.filter((key) => (COMMON_KEYS as readonly string[]).includes(key))).toEqual([]);
    expect(Object.keys(kind.defaultProps).filter((key) => !kind.propKeys.includes(key))).toEqual([]);
  });

  it('reads its own defaults back, and has them where nothing stands', () => {
    expect(kind.parse(kind.defaultProps)).toEqual({ ok: true, value: kind.defaultProps });
    expect(kind.parse({})).toEqual({ ok: true, value: kind.defaultProps });
  });

  it('has a migration for each older version', () => {
    for (let v = 1; v < kind.version; v++) expect(kind.migrations[v]).toBeTypeOf('function');
  });

  it('has a default size within its limits', () => {
    for (const side of [0, 1] as const) {
      expect(kind.minSize[side]).toBeGreaterThanOrEqual(LIMITS.sizeMin);
      expect(kind.defaultSize[side]).toBeGreaterThanOrEqual(kind.minSize[side]);
      expect(kind.maxSize[side]).toBeGreaterThanOrEqual(kind.defaultSize[side]);
    }
  });

  it('refuses hostile props and never throws', () => {
    for (const key of kind.propKeys) {
      for (const value of HOSTILE) {
        const read = kind.parse({ ...kind.defaultProps, [key]: value });
        if (read.ok) expect(['string', 'boolean', 'number']).toContain(typeof value);
        if (read.ok) expect(JSON.stringify(value).length).toBeLessThan(LIMITS.textChars);
      }
    }
    const strange = JSON.parse('{"__proto__": {"color": "yellow"}, "constructor": 1}') as Props;
    if (kind !== placeholder) expect(kind.parse(strange).ok).toBe(false);
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (props) => typeof kind.parse(props).ok === 'boolean'),
    );
  });

  it('covers at least its size, and is hit all over it', () => {
    const some = element(kind);
    const bounds = kind.bounds(some, WALL);
    const [w, h] = some.size;
    for (const [x, y] of [
      [0, 0],
      [w, 0],
      [0, h],
      [w, h],
    ] as const)
      expect(contains(bounds, { x, y })).toBe(true);
    for (const [fx, fy] of [
      [0.02, 0.02],
      [0.98, 0.02],
      [0.5, 0.5],
      [0.02, 0.98],
      [0.98, 0.98],
    ] as const) {
      const at = { x: fx * w, y: LINES.has(name) ? h / 2 : fy * h };
      expect(kind.hitTest(some, at, WALL)).toBe(true);
    }
  });

  it('is hit only within its bounds', () => {
    const some = element(kind);
    const bounds = kind.bounds(some, WALL);
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 1200 }), fc.integer({ min: -300, max: 1200 }), (x, y) => {
        if (kind.hitTest(some, { x, y }, WALL)) expect(contains(bounds, { x, y })).toBe(true);
      }),
    );
  });

  it('reads in the outline as one line, empty where there is no text', () => {
    expect(kind.outline(element(kind, { text: '' }))).toBe('');
    if (kind.hasText) expect(kind.outline(element(kind, { text: ' Un\n\n deux ' }))).toBe('Un deux');
  });

  it('has a plain colour, or none, for when it is tiny', () => {
    for (const theme of Object.values(THEMES))
      expect(kind.swatch(element(kind), theme) ?? '#FFFFFF').toMatch(/^#[0-9A-F]{6}$/i);
  });
});

describe('an element that cannot be read', () => {
  it.each([
    ['a kind of a newer version', { kind: 'hologram' }, 'kind'],
    ['a colour nobody knows', { color: 'beige' }, 'color'],
    ['a key nobody knows', { glow: 1 }, 'key glow'],
    ['a size that is too large', { size: [1e9, 200] }, 'size'],
    ['a place that is not a number', { place: [null, Number.NaN, 0] }, 'place'],
  ])('becomes a placeholder: %s', (_name, wrong, problem) => {
    const raw = { kind: 'note', place: [null, 10, 20], size: [200, 200], z: 'a0', text: TEXT, ...wrong };
    expect(readElement('n1', raw)).toEqual({ ok: false, reason: problem });
    const read = parseElement('n1', raw);
    expect(read).toMatchObject({ problem, props: {}, text: TEXT });
    expect(kindOf(read)).toBe(placeholder);
  });
});
