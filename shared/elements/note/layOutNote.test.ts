import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText } from '../../text/measure.ts';
import type { Element } from '../ElementKind.ts';
import { readElement } from '../parseElement.ts';
import { layOutNote, NOTE, type NoteProps, noteTargetAt } from './layOutNote.ts';

function note(raw: Readonly<Record<string, unknown>>): Element<NoteProps> {
  const read = readElement('n1', { kind: 'note', place: [null, 0, 0], size: [200, 200], z: 'a0', ...raw });
  if (!read.ok) throw new Error(read.reason);
  return read.value as Element<NoteProps>;
}
const likes = (count: number): Record<string, true> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`reaction.p${n}.like`, true] as const));
const LONG = 'Le bus ne passe plus après 19 h, et rien ne le dit à l’arrêt. '.repeat(30);

describe('a note', () => {
  it('says how many lines have no room on it, and shows the others whole', () => {
    const { size, lines, hidden, overflow } = layOutNote(note({ text: LONG }));
    expect([size, overflow]).toEqual([NOTE.minText, true]);
    expect(hidden).toBeGreaterThan(10);
    expect(LONG.startsWith(lines.map(({ text }) => text).join(' '))).toBe(true);
    expect(layOutNote(note({ text: 'Oui' }))).toMatchObject({ hidden: 0, overflow: false, size: NOTE.maxText });
  });

  it('has as much room for its text as before while nothing is said of it', () => {
    const { foot } = layOutNote(note({ text: 'Oui' }));
    expect(foot).toMatchObject({ strip: null, textEnd: 200 - NOTE.padding });
  });

  it('keeps text, tags, reactions and author apart, whatever its size and what is on it', () => {
    const side = fc.integer({ min: 20, max: 900 });
    const tags = fc.uniqueArray(
      fc
        .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 })
        .map((s) => s.trim())
        .filter((s) => /^[a-z ]+$/i.test(s) && !s.includes('  ')),
      { maxLength: 12 },
    );
    const text = fc.oneof(fc.string(), fc.constantFrom('Oui', LONG, '[ ] Un\n[x] Deux', 'W'.repeat(300)));
    fc.assert(
      fc.property(side, side, tags, fc.nat(12), text, fc.boolean(), (w, h, names, count, written, isNamed) => {
        const marks = { ...Object.fromEntries(names.map((name) => [`tag.${name}`, 'blue'])), ...likes(count) };
        const element = note({ size: [w, h], text: written, ...(isNamed && { by: 'ana' }), ...marks });
        const { lines, size, x, y, foot, padding, hidden } = layOutNote(element);
        const rows = lines.length + (hidden > 0 ? 1 : 0);
        // The last line may stand out by what is below its letters.
        const textEnd = y + rows * size * NOTE.lineHeight - (NOTE.lineHeight - 1) * size;
        const { strip } = foot;
        if (strip) {
          expect(strip.height).toBeGreaterThan(0);
          if (rows > 1) expect(textEnd).toBeLessThanOrEqual(foot.y + 1e-6);
          expect(foot.y + strip.height * foot.growth).toBeLessThanOrEqual(h);
          for (const chip of strip.chips)
            expect(chip.x + chip.w).toBeLessThanOrEqual((w - 2 * padding) / foot.growth + 1);
          for (const [n, chip] of strip.chips.entries())
            for (const other of strip.chips.slice(n + 1))
              expect(other.y !== chip.y || other.x >= chip.x + chip.w).toBe(true);
        }
        for (const line of lines.filter(({ text: one }) => [...one].length > 1)) {
          const room = w - 2 * padding - line.indent;
          expect(measureText(line.text, size, NOTE.weight)).toBeLessThanOrEqual(Math.max(room, 3 * size) + 1e-6);
        }
        expect(x).toBe(padding);
      }),
      { numRuns: 300 },
    );
  });

  it('has its boxes and addresses where they are painted, and nothing between', () => {
    const text = 'Avant\n[ ] Appeler la mairie de Saint-Herblain\n[x] www.nantes.fr';
    const element = note({ text, size: [320, 200] });
    const { lines, size, x, y } = layOutNote(element);
    const step = size * NOTE.lineHeight;
    const middle = (n: number): number => y + (n + 0.5) * step;
    const first = lines.findIndex(({ check }) => check === 'open');
    const last = lines.findIndex(({ check }) => check === 'done');
    expect(noteTargetAt(element, { x: x + size / 2, y: middle(first) })).toEqual({ type: 'check', line: 1 });
    expect(noteTargetAt(element, { x: x + size / 2, y: middle(last) })).toEqual({ type: 'check', line: 2 });
    const [link] = lines[last]?.links ?? [];
    const at = x + (lines[last]?.indent ?? 0) + (link?.x ?? 0) + (link?.w ?? 0) / 2;
    expect(noteTargetAt(element, { x: at, y: middle(last) })).toEqual({ type: 'link', href: 'https://www.nantes.fr' });
    expect(noteTargetAt(element, { x: at, y: middle(0) })).toBeNull();
    expect(noteTargetAt(element, { x: 319, y: middle(last) })).toBeNull();
  });

  it('leads to the whole address from each line on which a part of it stands', () => {
    const href = 'https://www.loire-atlantique.fr/44/budget-participatif/c_1234567';
    const element = note({ text: `Voir 🎉 ${href} vite` });
    const parts = layOutNote(element).lines.flatMap(({ text, links }) => links.map((link) => ({ text, ...link })));
    expect(parts.length).toBeGreaterThan(1);
    expect(new Set(parts.map((part) => part.href))).toEqual(new Set([href]));
  });
});
