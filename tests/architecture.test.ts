/** The house rules that types cannot say: who may import whom, how large a file may grow, words that may not appear. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../shared/elements/registry.ts';

const root = path.resolve(import.meta.dirname, '..');
const SOURCE = /\.(ts|tsx|mjs)$/;

const walk = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const at = `${folder}/${entry.name}`;
    if (entry.name === 'node_modules' || entry.name === 'results') return [];
    return entry.isDirectory() ? walk(at) : SOURCE.test(entry.name) ? [at] : [];
  });

const files = ['shared', 'server', 'client', 'tests'].flatMap(walk);
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file) || file.startsWith('tests/');
const sources = files.filter((file) => !isTest(file));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Import specifiers of a file, relative ones resolved to a path in the repository. */
function importsOf(file: string): string[] {
  const found = read(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\s(?:[^'"\n;]|\n(?!\s*import))*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g,
  );
  return [...found]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .map((specifier) => (specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier));
}

const isPackage = (specifier: string, name: string): boolean => specifier === name || specifier.startsWith(`${name}/`);

/** A folder, what it must not import, and what is nevertheless allowed there. */
const FENCES: readonly { in: string; not: (to: string) => boolean; why: string; except?: RegExp }[] = [
  {
    in: 'shared/',
    not: (to) => /^(client|server)\//.test(to) || to.startsWith('node:'),
    why: 'shared knows neither client nor server nor Node',
  },
  {
    in: 'shared/',
    not: (to) => ['react', 'konva', 'ws', 'zustand'].some((name) => isPackage(to, name)),
    why: 'shared knows no view and no socket',
  },
  {
    in: 'shared/lib/',
    not: (to) => to.startsWith('shared/') && !to.startsWith('shared/lib/'),
    why: 'lib stands on nothing',
  },
  {
    in: 'shared/geometry/',
    not: (to) => to.startsWith('shared/') && !/^shared\/(lib|geometry)\//.test(to),
    why: 'geometry stands on lib',
  },
  {
    in: 'shared/elements/',
    not: (to) => /^shared\/(board|templates|deliverables)\//.test(to),
    why: 'a kind knows no board',
  },
  { in: 'client/', not: (to) => to.startsWith('server/'), why: 'the client knows no server' },
  { in: 'server/', not: (to) => to.startsWith('client/'), why: 'the server knows no client' },
  {
    in: 'client/ui/',
    not: (to) => /^(shared\/(board|elements|sync)|client\/(app|editor|canvas|session|sync|tools))\//.test(to),
    why: 'ui knows no board',
  },
  { in: 'client/tools/', not: (to) => to === 'client/editor/Editor.ts', why: 'tools see ports, never the Editor' },
  {
    in: 'client/editor/',
    not: (to) => ['react', 'konva', 'react-konva'].some((name) => isPackage(to, name)),
    why: 'the editor knows no React and no Konva',
  },
  { in: 'server/http/', not: (to) => to.startsWith('server/storage/'), why: 'http knows no storage' },
];

describe('the architecture', () => {
  it('reads the whole house', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.filter((file) => importsOf(file).length > 0).length).toBeGreaterThan(50);
  });

  it('keeps imports going one way', () => {
    const broken = sources.flatMap((file) =>
      FENCES.filter((fence) => file.startsWith(fence.in)).flatMap((fence) =>
        importsOf(file)
          .filter((to) => fence.not(to) && !fence.except?.test(file))
          .map((to) => `${file} imports ${to}: ${fence.why}`),
      ),
    );
    expect(broken).toEqual([]);
  });

  it('lets only shared/board, the templates and the sync folders know Yjs', () => {
    const allowed = /^(shared\/(board|templates)|server\/sync|client\/sync)\//;
    expect(sources.filter((file) => !allowed.test(file) && importsOf(file).some((to) => isPackage(to, 'yjs')))).toEqual(
      [],
    );
  });

  it('lets only the SQLite driver know libsql', () => {
    expect(sources.filter((file) => importsOf(file).some((to) => isPackage(to, 'libsql')))).toEqual([
      'server/storage/sqlite/driver.ts',
    ]);
  });

  it('reads the environment in one place', () => {
    const allowed = new Set(['server/main.ts', 'server/cli.ts', 'server/start.mjs', 'server/cli.mjs']);
    expect(sources.filter((file) => !allowed.has(file) && /process\.env/.test(read(file)))).toEqual([]);
  });

  it('keeps every file small', () => {
    const generated = new Set(['shared/text/advances.ts']);
    const tooLong = files
      .filter((file) => !generated.has(file) && !/\/i18n\/|\/templates\/data\//.test(file))
      .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ file, lines }) => lines > (isTest(file) ? 500 : 400));
    expect(tooLong).toEqual([]);
  });

  it('asks no element for its kind outside the kinds', () => {
    const named = new RegExp(`\\bkind\\s*[!=]==?\\s*['"](${Object.keys(KINDS).join('|')})['"]`);
    const asking = sources.filter((file) => !/\/elements\//.test(file) && named.test(read(file)));
    expect(asking).toEqual([]);
  });

  it('waits for states, never for times, and leaves no test out', () => {
    const forbidden = /waitForTimeout|\b(it|test|describe)\.(only|todo)\b|expect\(true\)/;
    expect(
      files.filter((file) => isTest(file) && file !== 'tests/architecture.test.ts' && forbidden.test(read(file))),
    ).toEqual([]);
  });

  it('leaves nothing unfinished behind', () => {
    const unfinished = /\b(TO-?DO|FIX-?ME|X{3})\b|@ts-ignore|: any\b|as any\b/;
    expect(files.filter((file) => file !== 'tests/architecture.test.ts' && unfinished.test(read(file)))).toEqual([]);
  });

  it('names only paths that exist in the docs', () => {
    const docs = [
      'README.md',
      ...readdirSync(path.join(root, 'docs'))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `docs/${name}`),
    ];
    const missing = docs.flatMap((doc) =>
      [...read(doc).matchAll(/`((?:client|server|shared|tests|docs)\/[\w./-]+\.\w+)`/g)]
        .map((match) => match[1] as string)
        .filter((file) => !existsSync(path.join(root, file)))
        .map((file) => `${doc}: ${file}`),
    );
    expect(missing).toEqual([]);
  });
});
