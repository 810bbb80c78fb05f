/**
 * Makes a fresh clone ready to run: installs what is missing, builds what is older than its sources. Plain JavaScript without a
 * dependency: it runs before anything is installed, on any Node, and says so when the Node is too old.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const MIN_NODE = [20, 19];
const SOURCES = [
  'client',
  'server',
  'shared',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'vite.server.config.ts',
];
const BUILT = ['dist/server/main.js', 'dist/client/index.html'];
/** Files that shrink; pictures and woff2 are compressed already. */
const COMPRESSED = new Set(['.js', '.css', '.html', '.svg', '.json', '.ttf', '.webmanifest']);
const MIN_COMPRESSED_BYTES = 1024;

const say = (text) => console.log(`▸ ${text}`);

/** Ends the process with words, where there is nothing to be done but to change something outside. */
function stop(fr, en) {
  console.error(`\n  ${fr}\n  ${en}\n`);
  process.exit(2);
}

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) return;
  const wanted = MIN_NODE.join('.');
  stop(
    `Pêle-mêle demande Node ${wanted} ou plus récent ; ici : ${process.versions.node}. Voir https://nodejs.org`,
    `Pêle-mêle needs Node ${wanted} or newer; this is ${process.versions.node}. See https://nodejs.org`,
  );
}

/** Runs npm: the one that runs us, where there is one, so that it needs to be on no PATH. */
function npm(args, env, options = {}) {
  const own = env.npm_execpath;
  const [command, first] = own && /\.c?js$/.test(own) ? [process.execPath, [own]] : ['npm', []];
  // Development dependencies are needed to build, whatever the environment says about production.
  const { NODE_ENV: _production, npm_config_omit: _omit, npm_config_production: _old, ...rest } = env;
  return spawnSync(command, [...first, ...args], { cwd: root, env: { ...rest, ...options.env }, ...options.spawn });
}

const mtime = (path) => (existsSync(path) ? statSync(path).mtimeMs : Number.NaN);

const isInstalled = () =>
  mtime(join(root, 'node_modules/.package-lock.json')) >= mtime(join(root, 'package-lock.json')) &&
  existsSync(join(root, 'node_modules/vite'));

/** Installs the packages of the lock file, development ones too, unless they are there. */
export function install(env) {
  if (isInstalled()) return;
  say('Installation des composants, une fois, une à deux minutes… · Installing packages, once, a minute or two…');
  const result = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], env, {
    spawn: { stdio: 'inherit' },
  });
  if (result.status !== 0) {
    stop(
      'L’installation a échoué. Cet ordinateur a-t-il accès au registre npm ?',
      'The installation failed. Does this computer reach the npm registry?',
    );
  }
}

/** When the newest source (or folder: deletions count) below a path was changed. Tests are no sources. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path)
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), stats.mtimeMs);
}

const isBuilt = () => {
  const built = Math.min(...BUILT.map((path) => mtime(join(root, path))));
  // NaN (nothing built) is never newer.
  return built >= Math.max(...SOURCES.map((path) => newest(join(root, path))));
};

/** Lays a .br and a .gz beside each built file, so that the server never compresses the client while people wait. */
function compress(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) compress(path);
    else if (COMPRESSED.has(extname(entry.name)) && statSync(path).size >= MIN_COMPRESSED_BYTES) {
      const bytes = readFileSync(path);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    }
  }
}

/** Builds the client and the server unless what is built is newer than every source. */
export function build(env) {
  if (isBuilt()) return;
  say('Construction… · Building…');
  const result = npm(['run', '--silent', 'build'], env, {
    env: { NODE_ENV: 'production' },
    spawn: { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' },
  });
  if (result.status !== 0) {
    console.error(`${result.stdout ?? ''}${result.stderr ?? ''}`);
    stop('La construction a échoué.', 'The build failed.');
  }
  compress(join(root, 'dist/client'));
}
