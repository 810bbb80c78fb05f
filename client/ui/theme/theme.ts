/**
 * The look as CSS custom properties, written onto the root element from `shared/theme/tokens.ts` (the one source), and the person's
 * choice of theme. Knows no board and no page.
 */
import {
  FIXED,
  NOTE_COLORS,
  PEOPLE_HUES,
  SPACE,
  THEMES,
  type Theme,
  type ThemeName,
  TYPE,
} from '../../../shared/theme/tokens.ts';
import type { DeviceStorage } from '../DeviceStorage.ts';

/** What the person asked for; `system` follows the device. */
export const THEME_CHOICES = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

const STORAGE_KEY = 'pelemele.theme';

const NAMES: Readonly<Partial<Record<keyof Theme, string>>> = {
  wall: 'wall',
  dots: 'dots',
  panel: 'panel',
  ink: 'ink',
  mutedInk: 'muted-ink',
  accent: 'accent',
  onAccent: 'on-accent',
  ok: 'ok',
  warning: 'warning',
  danger: 'danger',
  focus: 'focus',
  line: 'line',
  hover: 'hover',
  areaLine: 'area-line',
  areaFill: 'area-fill',
  shadow: 'shadow',
  noteInk: 'note-ink',
};

const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Every custom property of a theme, by name. */
export function themeProperties(theme: Theme): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const [key, name] of Object.entries(NAMES)) properties.set(`--${name}`, String(theme[key as keyof Theme]));
  for (const [key, value] of Object.entries(FIXED)) properties.set(`--${kebab(key)}`, value);
  for (const color of NOTE_COLORS) properties.set(`--note-${color}`, theme.notes[color]);
  for (const [index, hue] of PEOPLE_HUES.entries()) properties.set(`--person-${index}`, hue);
  for (const [index, size] of SPACE.entries()) properties.set(`--space-${index + 1}`, `${size}px`);
  for (const [index, size] of TYPE.entries()) properties.set(`--type-${index + 1}`, `${size / 16}rem`);
  return properties;
}

/** The person's choice, kept on this device, and the theme that follows from it. */
export interface ThemeControl {
  choice(): ThemeChoice;
  /** The theme in force now. */
  theme(): ThemeName;
  choose(choice: ThemeChoice): void;
  subscribe(listener: () => void): () => void;
}

/** Puts the theme in force on the page and keeps it so while the device's own setting changes. */
export function createThemeControl(window: Window, storage: DeviceStorage): ThemeControl {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const contrast = window.matchMedia('(prefers-contrast: more)');
  const listeners = new Set<() => void>();
  const stored = storage.get(STORAGE_KEY);
  let choice: ThemeChoice = THEME_CHOICES.find((known) => known === stored) ?? 'system';

  const theme = (): ThemeName => {
    if (choice !== 'system') return choice;
    if (contrast.matches) return 'contrast';
    return dark.matches ? 'dark' : 'light';
  };
  const apply = (): void => {
    const root = window.document.documentElement;
    for (const [name, value] of themeProperties(THEMES[theme()])) root.style.setProperty(name, value);
    root.style.setProperty('color-scheme', theme() === 'dark' ? 'dark' : 'light');
    root.dataset.theme = theme();
    window.document.querySelector('meta[name="theme-color"]')?.setAttribute('content', THEMES[theme()].wall);
    for (const listener of listeners) listener();
  };
  dark.addEventListener('change', apply);
  contrast.addEventListener('change', apply);
  apply();

  return {
    choice: () => choice,
    theme,
    choose: (next) => {
      choice = next;
      storage.set(STORAGE_KEY, next);
      apply();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
