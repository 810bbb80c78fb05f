/**
 * `npm start`: makes a fresh clone ready (`prepare.mjs`), then runs the server in the foreground, in npm's process group, with its own
 * input and output, and ends as it ends. `--dev` runs the sources instead, with Vite before them.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, requireNode, root } from './prepare.mjs';

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/** Runs the commands side by side; signals go to all of them, and the first that ends takes the others along. */
function run(commands) {
  // The channel tells the server when this process is gone, so that no server is left behind without its parent.
  const children = commands.map((args) =>
    spawn(process.execPath, args, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] }),
  );
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
    process.on(signal, () => {
      for (const child of children) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    });
  }
  for (const child of children) {
    child.on('exit', (code, signal) => {
      process.exitCode ??= code ?? 128 + (SIGNAL_NUMBERS[signal] ?? 0);
      for (const other of children) if (other !== child) other.kill('SIGTERM');
    });
  }
}

/** npm runs this through a shell and, told to end, may go without a word: then the server must not be left behind. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

requireNode();
endWithNpm();
install(process.env);
if (process.argv.includes('--dev')) {
  run([['--import', 'tsx', 'server/main.ts'], [join('node_modules', 'vite', 'bin', 'vite.js')]]);
} else {
  build(process.env);
  run([['dist/server/main.js']]);
}
