/** The words on matrices and radars: never cut at ordinary sizes, never over each other, with the longest words of the field. */
import { describe, expect, it } from 'vitest';
import { type Box, intersects } from '../geometry/box.ts';
import { measureText } from '../text/measure.ts';
import type { Element, Size } from './ElementKind.ts';
import { NO_MARKS } from './marks/Marks.ts';
import type { Axis } from './matrix/axis.ts';
import { LABEL_LINE_HEIGHT, labelsOf } from './matrix/labels.ts';
import { MATRIX_PRESETS, propsOfPreset } from './matrix/presets.ts';
import type { MatrixProps } from './matrix/props.ts';
import { partsOf } from './matrix/score.ts';
import { ticksOf } from './matrix/ticks.ts';
import { labelsOf as radarLabelsOf } from './radar/labels.ts';
import { propsOfPreset as propsOfRadar, RADAR_PRESETS } from './radar/presets.ts';
import type { RadarProps } from './radar/props.ts';
import { circleOf } from './radar/where.ts';

const LONG = [
  'Représentativité des territoires ruraux',
  'Accompagnement individualisé',
  'Désirabilité pour les usagères et usagers',
  'Expérimentation interdépartementale',
  'Dématérialisation des démarches',
  'Intercommunalité et mutualisation',
];
const long = (n: number): string => LONG[n % LONG.length] as string;

const elementOf = <P extends Element['props']>(kind: string, size: Size, props: P): Element<P> => ({
  id: 'e1',
  kind,
  v: 1,
  place: [null, 0, 0],
  size,
  z: 'a0',
  lock: false,
  text: '',
  props,
  marks: NO_MARKS,
  rev: 1,
});

/** What a text covers: no wider than its box, and no higher than its lines. */
const within = (box: Box, [w, h]: Size): boolean =>
  box.x >= -1e-6 && box.y >= -1e-6 && box.x + box.w <= w + 1e-6 && box.y + box.h <= h + 1e-6;

const axis = (name: string, rest: Partial<Axis> = {}): Axis => ({
  ...{ name, low: long(0), high: long(1), scale: 'linear', min: 0, max: 100 },
  ...rest,
});

const matrices: readonly (readonly [string, Size, MatrixProps])[] = [
  ...(['fr', 'en'] as const).flatMap((locale) =>
    MATRIX_PRESETS.map((preset) => {
      const { quadrants, ...props } = propsOfPreset(preset, locale);
      const name = `${preset.id} ${locale}`;
      return [name, [1730, 1180] as const, { ...props, ...(quadrants && { quadrants }) }] as const;
    }),
  ),
  [
    'the longest words',
    [1730, 1180],
    {
      x: axis(long(2)),
      y: axis(long(3)),
      columns: 3,
      rows: 3,
      quadrants: Array.from({ length: 9 }, (_, n) => long(n)),
    },
  ],
  [
    'twelve steps with long names',
    [1730, 1180],
    {
      x: axis('Étape', {
        scale: 'ordinal',
        steps: Array.from({ length: 12 }, (_, n) => LONG[n % LONG.length]?.split(' ')[0] ?? ''),
      }),
      y: axis('Étape', { scale: 'ordinal', steps: ['Représentativité', 'Accompagnement', 'Expérimentation'] }),
      columns: 6,
      rows: 6,
    },
  ],
  [
    'years and powers of ten',
    [1730, 1180],
    {
      x: axis('Quand', { scale: 'date', min: 20_400, max: 31_000 }),
      y: axis('Coût', { scale: 'log', min: 1, max: 1e9 }),
      columns: 1,
      rows: 1,
    },
  ],
  [
    'a small matrix',
    [700, 520],
    {
      x: axis('Effort', { low: 'léger', high: 'lourd' }),
      y: axis('Impact', { low: 'faible', high: 'fort' }),
      columns: 2,
      rows: 2,
      quadrants: ['À faire tout de suite', 'À préparer', 'S’il reste du temps', 'À écarter'],
    },
  ],
];

describe.each(matrices)('the labels of a matrix: %s', (_name, size, props) => {
  const labels = labelsOf(elementOf('matrix', size, props), 'fr');

  it('are never cut', () => {
    expect(labels.filter(({ fitted }) => fitted.overflow).map(({ text }) => text)).toEqual([]);
    expect(labels.length).toBeGreaterThan(1);
  });

  it('lie in the matrix, each in a box of its own, and none wider or higher than it', () => {
    for (const [n, { box, fitted, isUpright, weight, text }] of labels.entries()) {
      expect([text, within(box, size)]).toEqual([text, true]);
      const [along, across] = isUpright ? [box.h, box.w] : [box.w, box.h];
      for (const line of fitted.lines) expect(measureText(line, fitted.size, weight)).toBeLessThanOrEqual(along + 1e-6);
      expect(fitted.lines.length * fitted.size * LABEL_LINE_HEIGHT).toBeLessThanOrEqual(
        across + fitted.size * LABEL_LINE_HEIGHT,
      );
      for (const other of labels.slice(n + 1))
        expect([text, other.text, intersects(box, other.box)]).toEqual([text, other.text, false]);
    }
  });

  it('of the axes stand outside the plot', () => {
    const { plot, heap } = partsOf(size);
    const names = labels.filter(({ tone }) => tone === 'ink');
    for (const { box } of names) expect([intersects(box, plot), intersects(box, heap)]).toEqual([false, false]);
  });
});

describe('the marks along an axis', () => {
  const texts = (rest: Partial<Axis>, locale: 'fr' | 'en' = 'fr') =>
    ticksOf({ name: '', scale: 'linear', min: 0, max: 100, ...rest }, locale).map(({ text }) =>
      text.replace(/\s/g, ' '),
    );

  it('are none from 0 to 100, round numbers otherwise', () => {
    expect(texts({})).toEqual([]);
    expect(texts({ max: 5 })).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(texts({ min: 1000, max: 6000 })).toEqual(['1 000', '2 000', '3 000', '4 000', '5 000', '6 000']);
    expect(texts({ max: 1 })).toEqual(['0', '0,2', '0,4', '0,6', '0,8', '1']);
    expect(texts({ max: 1 }, 'en')).toEqual(['0', '0.2', '0.4', '0.6', '0.8', '1']);
  });

  it('are powers of ten on a logarithmic one, months and years on one of dates', () => {
    expect(texts({ scale: 'log', min: 1, max: 1000 })).toEqual(['1', '10', '100', '1 000']);
    expect(texts({ scale: 'log', min: 2, max: 8 })).toEqual(['2', '8']);
    const day = (text: string): number => Date.parse(text) / 86_400_000;
    expect(texts({ scale: 'date', min: day('2027-01-15'), max: day('2027-06-20') })).toEqual([
      'févr. 2027',
      'mars 2027',
      'avr. 2027',
      'mai 2027',
      'juin 2027',
    ]);
    expect(texts({ scale: 'date', min: day('2026-11-22'), max: day('2026-11-27') }, 'en')).toEqual([
      '22 Nov',
      '23 Nov',
      '24 Nov',
      '25 Nov',
      '26 Nov',
      '27 Nov',
    ]);
    expect(texts({ scale: 'date', min: day('2020-01-01'), max: day('2045-01-01') })).toEqual([
      '2020',
      '2025',
      '2030',
      '2035',
      '2040',
      '2045',
    ]);
  });

  it('run the other way where the axis does', () => {
    const shares = ticksOf({ name: '', scale: 'linear', min: 0, max: 5, isReversed: true }, 'fr').map(
      ({ share }) => share,
    );
    expect(shares.map((share) => Number(share.toFixed(6)))).toEqual([1, 0.8, 0.6, 0.4, 0.2, 0]);
  });
});

/** A radar of that many rings and sectors, with long names. */
function longRadar(rings: number, sectors: number): RadarProps {
  const key = (n: number): string => `a${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]}`;
  return Object.fromEntries([
    ...Array.from({ length: rings }, (_, n) => [
      `ring:r${n}`,
      { name: n % 2 ? 'Dans une dizaine d’années' : 'Déjà là', z: key(n) },
    ]),
    ...Array.from({ length: sectors }, (_, n) => [`sector:s${n}`, { name: long(n), z: key(n) }]),
  ]);
}

const radars: readonly (readonly [string, Size, RadarProps])[] = [
  ...(['fr', 'en'] as const).flatMap((locale) =>
    RADAR_PRESETS.map(
      (preset) => [`${preset.id} ${locale}`, [1800, 1500] as const, propsOfRadar(preset, locale)] as const,
    ),
  ),
  ...Array.from({ length: 16 }, (_, n) => [`${n + 1} sectors`, [1800, 1500] as const, longRadar(3, n + 1)] as const),
  ['eight rings', [1800, 1500], longRadar(8, 6)],
];

describe.each(radars)('the labels of a radar: %s', (_name, size, props) => {
  const labels = radarLabelsOf(elementOf('radar', size, props));
  const { middle, radius } = circleOf(size);

  it('are never cut, and lie in the radar', () => {
    expect(labels.filter(({ fitted }) => fitted.overflow).map(({ text }) => text)).toEqual([]);
    expect(labels.filter(({ box }) => !within(box, size)).map(({ text }) => text)).toEqual([]);
    const sectors = Object.keys(props).filter((key) => key.startsWith('sector:')).length;
    expect(labels.filter(({ of }) => of === 'sector')).toHaveLength(sectors);
  });

  it('do not touch each other, and names of sectors stand outside the circle', () => {
    for (const [n, { box, text, of }] of labels.entries()) {
      for (const other of labels.slice(n + 1))
        expect([text, other.text, intersects(box, other.box)]).toEqual([text, other.text, false]);
      if (of !== 'sector') continue;
      const nearest = {
        x: Math.max(box.x, Math.min(middle.x, box.x + box.w)),
        y: Math.max(box.y, Math.min(middle.y, box.y + box.h)),
      };
      expect(Math.hypot(nearest.x - middle.x, nearest.y - middle.y)).toBeGreaterThan(radius);
    }
  });
});
