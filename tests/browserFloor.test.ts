/**
 * Safari 16.4 is the oldest browser the page promises to run in (Firefox 115 and Chrome 109 the others): syntax is lowered by the build,
 * functions are not, so none that came later may be called. `lib: ES2023` already keeps the language's own newer functions out.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** What came after the floor, with the first Safari that has it. */
const TOO_NEW: Readonly<Record<string, RegExp>> = {
  'Promise.withResolvers (17.4)': /Promise\.withResolvers/,
  'Object.groupBy, Map.groupBy (17.4)': /\b(?:Object|Map)\.groupBy/,
  'Array.fromAsync (16.4, absent in Firefox 115 before)': /Array\.fromAsync/,
  'Set methods (17)': /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference|intersection)\(/,
  'iterator helpers (18.4)':
    /(?<!storage\s*)\.(?:values|keys|entries)\(\)\s*\.(?:map|filter|take|drop|flatMap|toArray|some|every|find|reduce)\(/,
  'URL.canParse (17), URL.parse (18)': /\bURL\.(?:canParse|parse)\(/,
  'AbortSignal.any (17.4)': /AbortSignal\.any/,
  // Asked for first, it is an extra.
  'requestIdleCallback (none)': /^(?![\s\S]*typeof requestIdleCallback)[\s\S]*requestIdleCallback/,
  'scheduler (none)': /\bscheduler\.(?:yield|postTask)/,
  'startViewTransition (18)': /startViewTransition/,
  'popover (17)': /\bpopover(?:Target)?=|showPopover/,
  'closedBy, invokers (none)': /\bclosedby=|commandfor=/i,
  'regular expressions with v (17)': /\/[dgimsuy]*v[dgimsuy]*\.(?:test|exec)\(/,
  'Uint8Array base64 (18.2)': /\.(?:toBase64|fromBase64|toHex|fromHex)\(/,
};

/** CSS that changes the layout and that the build does not lower; behind `@supports` it is an extra, and nobody is the worse without. */
const TOO_NEW_CSS: Readonly<Record<string, RegExp>> = {
  ':has (Firefox 121)': /:has\(/,
  'light-dark() (17.5)': /light-dark\(/,
  '@starting-style (17.5)': /@starting-style/,
  'anchor positioning (26)': /anchor-name|position-anchor/,
  '@scope (17.4)': /@scope\b/,
  'field-sizing (26.2)': /field-sizing/,
  'calc-size, interpolate-size (none)': /calc-size|interpolate-size/,
};

const sources = (ending: RegExp): readonly (readonly [string, string])[] =>
  ['client', 'shared'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && ending.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(root, file), readFileSync(file, 'utf8')] as const),
  );

const uses = (files: readonly (readonly [string, string])[], patterns: Readonly<Record<string, RegExp>>): string[] =>
  files.flatMap(([name, text]) =>
    Object.entries(patterns).flatMap(([what, pattern]) => (pattern.test(text) ? [`${name}: ${what}`] : [])),
  );

/** A style sheet without what it keeps behind `@supports`. */
const withoutExtras = (css: string): string =>
  css.replace(/@supports[^{]*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '');

describe('the oldest browser', () => {
  it('is asked for no function that it does not have', () => {
    const scripts = sources(/\.tsx?$/);
    expect(scripts.length).toBeGreaterThan(250);
    expect(uses(scripts, TOO_NEW)).toEqual([]);
  });

  it('is asked for no layout that it does not have', () => {
    const styles = sources(/\.css$/).map(([name, css]) => [name, withoutExtras(css)] as const);
    expect(styles.length).toBeGreaterThan(25);
    expect(uses(styles, TOO_NEW_CSS)).toEqual([]);
  });

  it('is what the build is made for', () => {
    expect(readFileSync(path.join(root, 'vite.config.ts'), 'utf8')).toContain("target: ['safari16.4',");
  });
});
