/** One source of the look: colours, type and corners are named in shared/theme/tokens.ts and base.css, and written nowhere else. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const client = path.resolve(import.meta.dirname, '../client');
const SOURCES = new Set(['ui/theme/base.css', 'canvas/fonts.css']);

const files = (ending: RegExp): readonly (readonly [string, string])[] =>
  readdirSync(client, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(client, path.join(entry.parentPath, entry.name)))
    .filter((name) => !SOURCES.has(name))
    .map((name) => [name, readFileSync(path.join(client, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')] as const);

const found = (sources: readonly (readonly [string, string])[], pattern: RegExp): readonly string[] =>
  sources.flatMap(([name, text]) => [...text.matchAll(pattern)].map(([match]) => `${name}: ${match.trim()}`));

describe('the look', () => {
  const styles = files(/\.css$/);
  const scripts = files(/\.tsx?$/);

  it('reads every style sheet and script of the page', () => {
    expect(styles.length).toBeGreaterThan(25);
    expect(scripts.length).toBeGreaterThan(150);
  });

  it('writes no colour outside the tokens', () => {
    expect(found(styles, /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|lab)\([^)]*\)/gi)).toEqual([]);
    expect(found(styles, /(?:color|background|fill|stroke): *(?:white|black|red|blue|green|gr[ae]y)\b/gi)).toEqual([]);
    expect(found(scripts, /['"`]#[0-9a-f]{3,8}['"`]|['"`](?:rgba?|hsla?)\([^)]*\)/gi)).toEqual([]);
  });

  it('writes no size of type and no corner outside the tokens', () => {
    expect(found(styles, /font-size: *[\d.]+(?:px|r?em|pt)/g)).toEqual([]);
    expect(found(styles, /border-radius: *[^;]*\d(?:px|rem)/g)).toEqual([]);
  });

  it('uses only names that are there', () => {
    const base = readFileSync(path.join(client, 'ui/theme/base.css'), 'utf8');
    const theme = readFileSync(path.join(client, 'ui/theme/theme.ts'), 'utf8');
    const tokens = readFileSync(path.resolve(client, '../shared/theme/tokens.ts'), 'utf8');
    const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const fixed = /export const FIXED = \{([\s\S]*?)\}/.exec(tokens)?.[1] ?? '';
    const known = new Set([
      ...[...base.matchAll(/(--[\w-]+):/g)].map(([, name]) => name),
      ...[...theme.matchAll(/: '([a-z-]+)',$/gm)].map(([, name]) => `--${name}`),
      ...[...fixed.matchAll(/^ {2}(\w+):/gm)].map(([, key = '']) => `--${kebab(key)}`),
    ]);
    for (const [, text] of scripts) for (const [, name] of text.matchAll(/'(--[\w-]+)':/g)) known.add(name);
    const families = /^--(?:note|person|space|type)-[a-z0-9]+$/;
    const used = styles.flatMap(([name, text]) => {
      const own = new Set([...text.matchAll(/(--[\w-]+):/g)].map(([, property]) => property));
      return [...text.matchAll(/var\((--[\w-]+)/g)]
        .map(([, property = '']) => property)
        .filter((property) => !known.has(property) && !own.has(property) && !families.test(property))
        .map((property) => `${name}: ${property}`);
    });
    expect(used).toEqual([]);
  });
});
