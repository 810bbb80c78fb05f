/** Our table of advance widths against Skia with the real fonts: lines break where they are painted. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { registerFonts } from '../../server/render/fonts.ts';
import { fontOf } from '../../shared/text/font.ts';
import { measureText } from '../../shared/text/measure.ts';
import { toPaintable } from '../../shared/text/paintable.ts';
import { readContributions } from '../helpers/contributions.ts';

registerFonts();
const ctx = createCanvas(1, 1).getContext('2d');

describe('the table of advance widths', () => {
  it('measures every contribution within 0.5 % of what Skia paints, in each weight', () => {
    const texts = readContributions().flatMap(({ text }) => text.split(/[|\n]/));
    const signs = [
      '→ ✓ ★ ● ½ № αβγ Привет',
      '🎉👩🏽‍🚒🇫🇷❤️👨‍👩‍👧',
      '« Pourquoi\u202f? »',
      'e\u0301te\u0301',
      'ŒUVRE – 1\u00a0234,50\u00a0€ (n° 12)',
    ];
    const wrong: unknown[] = [];
    for (const weight of [400, 600, 700] as const) {
      ctx.font = fontOf(22, weight);
      ctx.fontKerning = 'none';
      for (const text of [...texts, ...signs]) {
        const painted = ctx.measureText(toPaintable(text)).width;
        const measured = measureText(text, 22, weight);
        if (Math.abs(measured - painted) > 0.005 * painted) wrong.push({ text, weight, measured, painted });
      }
    }
    expect(texts.length).toBeGreaterThan(597);
    expect(wrong).toEqual([]);
  });

  it('is what the shipped fonts say', () => {
    const script = fileURLToPath(new URL('../../server/render/generateAdvances.mjs', import.meta.url));
    expect(execFileSync(process.execPath, [script, '--check']).toString()).toBe('');
  });
});
