/**
 * The process: the only place that reads the environment, hears signals and ends. Everything else is made by `createServer`. People read
 * standard output (the address, a QR code); machines read the log on standard error.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderUnicodeCompact } from 'uqr';
import { readConfig } from './config.ts';
import { createServer, type RunningServer } from './createServer.ts';
import { StartupError } from './lib/StartupError.ts';

/** Longest time for a clean end; supervisors kill after ten seconds. */
const DRAIN_MS = 9_000;

/** Exit codes: 0 a clean end, 1 a failure, 2 a start refused for a reason the operator can put right. */
const EXIT_FAILURE = 1;
const EXIT_REFUSED = 2;

/** The folder of the package: this file runs as `server/main.ts` and as `dist/server/main.js`. */
const root = join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? '..' : '../..');

/** What people read when the server is ready: its address, and how the room gets there. */
function announce({ address }: RunningServer): void {
  const hint =
    address.reach === 'computer'
      ? [
          'Cet ordinateur seulement. Pour ouvrir à la salle :  HOST=0.0.0.0 npm start',
          'This computer only. To open it to the room:         HOST=0.0.0.0 npm start',
        ]
      : renderUnicodeCompact(address.base, { border: 2 }).split('\n');
  const lines = ['', `  Pêle-mêle est prêt · is ready:  ${address.base}`, '', ...hint.map((line) => `  ${line}`), ''];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function fail(error: unknown): never {
  if (error instanceof StartupError) {
    process.stderr.write(`\n  ${error.fr}\n  ${error.en}\n\n`);
    process.exit(EXIT_REFUSED);
  }
  const { code, port, message } = error as { code?: string; port?: number; message?: string };
  if (code === 'EADDRINUSE') {
    process.stderr.write(`\n  Le port ${port} est déjà pris. Choisissez-en un autre : PORT=4322 npm start\n`);
    process.stderr.write(`  Port ${port} is taken already. Choose another one: PORT=4322 npm start\n\n`);
    process.exit(EXIT_REFUSED);
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    process.stderr.write(`\n  Impossible d’écouter à cette adresse (${message}). Vérifiez HOST et PORT.\n`);
    process.stderr.write(`  Cannot listen at this address (${message}). Check HOST and PORT.\n\n`);
    process.exit(EXIT_REFUSED);
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(EXIT_FAILURE);
}

async function main(): Promise<void> {
  // Whatever this process writes (database, key) is for its owner only.
  process.umask(0o077);
  const config = readConfig(process.env, { defaultLogLevel: process.stderr.isTTY ? 'warn' : 'info' });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const server = await createServer({ config, clientDir: join(root, 'dist', 'client'), version });

  let isEnding = false;
  const end = (): void => {
    // A second Ctrl+C does not cut short what the first one saves.
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(EXIT_FAILURE), DRAIN_MS).unref();
    server.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  // Started by `start.mjs`: when it is gone, nobody could end this process any more.
  process.on('disconnect', end);
  process.channel?.unref();
  announce(server);
}

main().catch(fail);
