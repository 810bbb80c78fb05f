/**
 * Elements of every registered kind in all the looks people can choose: what the contract suites paint, store, read and send. A kind is
 * covered the moment it stands in the registry; one whose defaults are empty gets something to show here.
 */
import { viewOf } from '../../client/elements/registry.ts';
import type { Element, ElementKind, Props } from '../../shared/elements/ElementKind.ts';
import { MATRIX_PRESETS, propsOfPreset as propsOfMatrix } from '../../shared/elements/matrix/presets.ts';
import { readElement } from '../../shared/elements/parseElement.ts';
import { propsOfPreset as propsOfRadar, RADAR_PRESETS } from '../../shared/elements/radar/presets.ts';
import { findKind, KINDS } from '../../shared/elements/registry.ts';
import { readContributions } from './contributions.ts';

/** What makes an element of a kind worth looking at, where its defaults do not. */
const SUBSTANCE: Readonly<Record<string, Props>> = {
  deck: { face: 'down', draw: 'take', back: 'green' },
  map: {
    alt: 'Le plan de la halle',
    'pin:entree': { x: 0.2, y: 0.85, z: 'a0' },
    'pin:guichet': { x: 0.6, y: 0.4, z: 'a1' },
    'pin:bord': { x: 1, y: 0, z: 'a2' },
  },
  grid: {
    'row:actions': { name: 'Ce que fait Awa', type: 'notes', z: 'a0' },
    'row:emotion': { name: 'Émotion', type: 'emotion', z: 'a1', height: 240 },
    'col:c1': { name: 'Avant de venir', z: 'a0', width: 260 },
    'col:c2': { name: '', z: 'a1', date: '2026-11-24' },
  },
  matrix: {
    ...propsOfMatrix(MATRIX_PRESETS[0] as (typeof MATRIX_PRESETS)[number], 'fr'),
    y: { name: 'Premier pas', scale: 'date', min: 20_780, max: 21_140 },
  },
  radar: propsOfRadar(RADAR_PRESETS[0] as (typeof RADAR_PRESETS)[number], 'fr'),
  stroke: {
    extent: [320, 180],
    points: Array.from({ length: 40 }, (_, i) => [i * 8, 90 + Math.round(80 * Math.sin(i / 4)), 30 + i]).flat(),
  },
};

/** All that one person can say of an element: the gate takes it from nobody else. */
export const marksBy = (participant: string): Readonly<Record<string, unknown>> => ({
  'tag.Mobilité': 'blue',
  'tag.Jeunes et familles': 'green',
  [`reaction.${participant}.like`]: true,
  [`reaction.${participant}.love`]: true,
  [`reaction.${participant}.warning`]: true,
  [`comment.${participant}.k1`]: { text: 'Et le dimanche\u202f?', at: 1_595_000_000_000 },
});

/** What stands on a kind of which nobody expects a sentence: lines have labels. */
const WORDS: Readonly<Record<string, string>> = { connector: 'mène à' };

export interface KindSample {
  /** Kind and what is chosen, for messages. */
  readonly name: string;
  readonly kind: ElementKind;
  readonly props: Props;
  readonly text: string;
  /** What is said of it. */
  readonly marks?: Readonly<Record<string, unknown>>;
}

const contributions = readContributions().map(({ text }) => text.replaceAll('|', '\n'));
/** A text of ordinary length, the same at each call. */
export const SAMPLE_TEXT = contributions.find(({ length }) => length > 90 && length < 140) ?? '';

/** Every kind, each with each value of each of its controls. */
export function kindSamples(): readonly KindSample[] {
  return Object.keys(KINDS).flatMap((name) => {
    const kind = findKind(name) as ElementKind;
    const text = kind.hasText ? (WORDS[name] ?? SAMPLE_TEXT) : '';
    const base = { ...kind.defaultProps, ...SUBSTANCE[name] };
    const look = (what: string, props: Props): KindSample => ({ name: `${name} ${what}`.trim(), kind, props, text });
    const said = { ...look('with all that can be said of it', base), marks: marksBy('p1') };
    return [look('', base), said, ...choicesOf(kind, base).map(([what, props]) => look(what, props))];
  });
}

/** Each value of each control of a kind, over the given props. */
function choicesOf(kind: ElementKind, base: Props): (readonly [string, Props])[] {
  const with_ = (prop: string, value: unknown): readonly [string, Props] => {
    const { [prop]: _old, ...rest } = base;
    return [`${prop}=${String(value)}`, value === undefined ? rest : { ...base, [prop]: value }];
  };
  const turned = ['angle', 'opacity'].filter((prop) => (kind.propKeys as readonly string[]).includes(prop));
  const others = turned.map((prop) => with_(prop, 33));
  const chosen = (viewOf(sampleElement({ name: '', kind, props: base, text: '' })).controls ?? []).flatMap(
    (control) => {
      if (control.type === 'color') return [with_(control.prop, 'blue'), with_(control.prop, 'grey')];
      if (control.type === 'toggle') return [with_(control.prop, true)];
      return control.options.map(({ value }) => with_(control.prop, value));
    },
  );
  return [...chosen, ...others];
}

/** A sample as the reader gives it: through the same door as what comes from the document. */
export function sampleElement(
  { kind, props, text, marks }: KindSample,
  rest: Readonly<Record<string, unknown>> = {},
): Element {
  const raw = {
    kind: kind.kind,
    ...(kind.version > 1 && { v: kind.version }),
    place: [null, 0, 0],
    size: kind.defaultSize,
    z: 'a0',
    ...(kind.hasText && { text }),
    ...props,
    ...marks,
    ...rest,
  };
  const read = readElement('sample', raw, 1);
  if (!read.ok) throw new Error(`a sample of ${kind.kind} is refused: ${read.reason}`);
  return read.value;
}
