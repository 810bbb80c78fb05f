/**
 * What a page's script weighs: the chunks it cannot begin without, found by their static imports in what was built. What is fetched later
 * (dialogs, panels, the other language) is not in it.
 */
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'dist/client/assets/';
const chunks = readdirSync(FOLDER).filter((name) => name.endsWith('.js'));

/** The chunks named so, and all that they import before they run. */
function withImports(names) {
  const found = new Set();
  const add = (chunk) => {
    if (found.has(chunk)) return;
    found.add(chunk);
    const code = readFileSync(FOLDER + chunk, 'utf8');
    for (const [, imported] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) add(imported);
  };
  for (const name of names) {
    const own = chunks.filter((chunk) => chunk.replace(/-[\w-]{8}\.js$/, '') === name);
    if (own.length === 0) throw new Error(`no chunk is called ${name}: was it built?`);
    own.forEach(add);
  }
  return [...found].map((chunk) => FOLDER + chunk);
}

export default [
  { name: 'start page', path: withImports(['index', 'StartPage', 'fr']), limit: '200 KB', gzip: true },
  { name: 'board page', path: withImports(['index', 'BoardPage', 'first-fr']), limit: '350 KB', gzip: true },
];
