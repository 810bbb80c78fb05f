/**
 * The texts come in two parts (docs/decisions/0014-script-weight.md). What the board page's first script can say must be in the first of them: a
 * text that is in `later/` stands empty until it has come. Follows the page's imports from its beginning, as the build does, without one.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { first as firstEn } from '../client/i18n/en/first.ts';
import { first } from '../client/i18n/fr/first.ts';
import { later } from '../client/i18n/fr/later/index.ts';

const root = path.resolve(import.meta.dirname, '..');
/** What runs before the wall is there: the page, and the board page it fetches at once. */
const BEGINNINGS = ['client/main.tsx', 'client/app/board/BoardPage.tsx'];

/** Without comments: an id in one is not asked for. A sign of two slashes within a text (`https://`) is none. */
const codeOf = (file: string): string =>
  readFileSync(path.join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`\w])\/\/.*$/gm, '$1');

/** What a module needs before it runs: no types, nothing that is fetched later. */
function importsOf(file: string): string[] {
  const found = codeOf(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:(?:[^'"\n;]|\n(?!\s*import))*?from\s+)?'(\.[^']+)'/g,
  );
  return [...found].map(([, to = '']) => path.posix.join(path.posix.dirname(file), to));
}

function reached(from: readonly string[]): string[] {
  const seen = new Set<string>();
  const waiting = [...from];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !/\.tsx?$/.test(file)) continue;
    expect(existsSync(path.join(root, file)), file).toBe(true);
    seen.add(file);
    waiting.push(...importsOf(file));
  }
  // The lists of texts name every id.
  return [...seen].filter((file) => !file.startsWith('client/i18n/')).sort();
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The ids a module names, whole (`'save.saved'`) or by their beginning (`editor.tool.${id}`). */
function asked(file: string, ids: readonly string[]): string[] {
  const code = codeOf(file);
  const known = new Set(ids);
  const whole = [...code.matchAll(/['"]([a-z][\w.]*)['"]/gi)].map(([, id = '']) => id).filter((id) => known.has(id));
  const begun = [...code.matchAll(/`([a-z][\w]*\.[^`\s]*)`/gi)].flatMap(([, text = '']) => {
    const fits = new RegExp(
      `^${text
        .split(/\$\{[^}]*\}/)
        .map(escaped)
        .join('[\\w.]+')}$`,
    );
    return ids.filter((id) => fits.test(id));
  });
  return [...new Set([...whole, ...begun])];
}

describe('the texts of the first script', () => {
  const files = reached(BEGINNINGS);
  const all = [...Object.keys(first), ...Object.keys(later)];

  it('is what the page begins with, and nothing that is fetched later', () => {
    expect(files.length).toBeGreaterThan(250);
    for (const file of [
      'client/app/board/BoardScreen.tsx',
      'client/editor/commands/registry.ts',
      'client/ui/Toolbar.tsx',
    ])
      expect(files).toContain(file);
    for (const file of ['client/editor/extras.ts', 'client/session/sorting/SortingPanel.tsx'])
      expect(files).not.toContain(file);
  });

  it('are all in the first part, in both languages', () => {
    const missing = files.flatMap((file) =>
      asked(file, all)
        .filter((id) => !Object.hasOwn(first, id) || !Object.hasOwn(firstEn, id))
        .map((id) => `${file} says ${id}`),
    );
    expect(missing).toEqual([]);
  });

  it('are in one part only, the same in both languages', () => {
    expect(Object.keys(first).filter((id) => Object.hasOwn(later, id))).toEqual([]);
    expect(Object.keys(firstEn).sort()).toEqual(Object.keys(first).sort());
  });
});
