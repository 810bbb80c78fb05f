// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { PEOPLE_HUES, THEMES } from '../../../shared/theme/tokens.ts';
import { createMemoryStorage } from '../DeviceStorage.ts';
import { createThemeControl, themeProperties } from './theme.ts';

/** Contrast of two `#rrggbb` colours after WCAG 2. */
function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe('themes', () => {
  it('gives the same properties in every theme', () => {
    const names = Object.values(THEMES).map((theme) => [...themeProperties(theme).keys()]);
    expect(names[1]).toEqual(names[0]);
    expect(names[2]).toEqual(names[0]);
    expect(names[0]).toContain('--note-yellow');
  });

  it('can be read: words 4.5:1 on everything they stand on, words on notes 9:1', () => {
    for (const theme of Object.values(THEMES)) {
      for (const ink of [theme.ink, theme.mutedInk, theme.accent, theme.ok, theme.warning, theme.danger]) {
        for (const ground of [theme.wall, theme.panel]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrast(theme.onAccent, theme.accent)).toBeGreaterThanOrEqual(4.5);
      for (const note of Object.values(theme.notes)) expect(contrast(theme.noteInk, note)).toBeGreaterThanOrEqual(9);
    }
    for (const hue of PEOPLE_HUES) expect(contrast('#ffffff', hue)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps the choice on this device and puts it on the page', () => {
    const storage = createMemoryStorage();
    createThemeControl(window, storage).choose('dark');
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(document.documentElement.style.getPropertyValue('--wall')).toBe(THEMES.dark.wall);
    expect(createThemeControl(window, storage).choice()).toBe('dark');
  });
});
