/** One suite for the view of every registered kind: a new kind is under contract the moment it stands in both registries. */
import { describe, expect, it } from 'vitest';
import type { Surroundings } from '../../shared/elements/ElementKind.ts';
import { boundsOf } from '../../shared/elements/present.ts';
import { contains, expand } from '../../shared/geometry/box.ts';
import { THEMES } from '../../shared/theme/tokens.ts';
import { kindSamples, SAMPLE_TEXT, sampleElement } from '../../tests/helpers/kindSamples.ts';
import { en } from '../i18n/en/index.ts';
import { fr } from '../i18n/fr/index.ts';
import { viewOf } from './registry.ts';

/** A wall with nothing else on it. */
const WALL: Surroundings = { element: () => undefined, frame: () => ({ x: 0, y: 0, w: 200, h: 200 }) };
const REACH = 8;
const samples = kindSamples().map((sample) => [sample.name, sample] as const);

describe.each(samples)('the view of "%s"', (_name, sample) => {
  const element = sampleElement(sample);
  const view = viewOf(element);

  it('offers only values that the kind takes', () => {
    expect(sample.kind.parse(sample.props).ok).toBe(true);
  });

  it('has words for itself and its controls in both languages', () => {
    const ids = [view.label, view.counted, ...wordsOf(view)];
    for (const messages of [fr, en] as const) expect(ids.filter((id) => !Object.hasOwn(messages, id))).toEqual([]);
  });

  it('is taken hold of only where something is to be seen', () => {
    const seen = expand(boundsOf(element, WALL), REACH);
    for (let x = -120; x <= 1200; x += 37)
      for (let y = -120; y <= 1200; y += 41)
        if (view.grabs(element, { x, y }, REACH, WALL)) expect(contains(seen, { x, y })).toBe(true);
  });

  it('has a field to type in only where the kind has text', () => {
    for (const theme of Object.values(THEMES)) {
      const field = view.field(element, theme, WALL);
      if (field)
        expect([sample.kind.hasText, field.box.w > 0, field.box.h > 0, field.size > 0]).toEqual([
          true,
          true,
          true,
          true,
        ]);
    }
  });

  it('answers a click anywhere without throwing', () => {
    for (const text of [SAMPLE_TEXT, '[ ] un\n[x] deux\nhttps://exemple.fr/é?a=1', '[', 'www.', 'mailto:', '']) {
      const asked = { ...element, text: sample.kind.hasText ? text : '' };
      for (let x = -20; x <= 420; x += 20)
        for (let y = -20; y <= 420; y += 20) {
          const does = view.activate?.(asked, { x, y }) ?? null;
          if (does?.type === 'link') expect(does.href).toMatch(/^(https?|mailto):/);
        }
    }
  });
});

const wordsOf = ({ controls = [] }: ReturnType<typeof viewOf>): string[] =>
  controls.flatMap((control) => {
    if (control.type === 'color') return [];
    return control.type === 'choice' ? [control.label, ...control.options.map(({ label }) => label)] : [control.label];
  });
