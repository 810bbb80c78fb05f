/**
 * The folder everything of an instance lies in: made on the first start for its owner only, refused where it cannot be written or is
 * full. What the files in it mean is their owners' business (`sqlite/`, `auth/InstanceKey.ts`).
 */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StartupError } from '../lib/StartupError.ts';

/** Below this the server does not start; SQLite could not even open its log. */
const MIN_FREE_BYTES = 2 * 1024 * 1024;
/** Below this `/readyz` says no: time for somebody to make room. */
export const LOW_FREE_BYTES = 16 * 1024 * 1024;

/** Bytes an ordinary user may still write on the disk of `folder`. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Not Node's own `recursive`: where the system makes no folder for anybody (`/proc`), that one tries for ever. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process that starts now may have been faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Creates the data folder (mode 0700) if need be and makes sure that it can be used. Returns its absolute path. Throws `StartupError`. */
export function openDataFolder(path: string): string {
  const folder = resolve(path);
  try {
    makeFolder(folder);
    if (!statSync(folder).isDirectory()) throw new Error('not a directory');
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new StartupError(
      'data_unwritable',
      `Impossible d’écrire dans le dossier de données ${folder}. Vérifiez ses droits, ou choisissez-en un autre avec PELEMELE_DATA.`,
      `The data folder ${folder} cannot be written. Check its permissions, or choose another one with PELEMELE_DATA.`,
      { cause },
    );
  }
  const free = freeBytes(folder);
  if (free < MIN_FREE_BYTES) {
    throw new StartupError(
      'disk_full',
      `Le disque du dossier de données ${folder} est plein (${free} octets libres). Faites de la place, puis relancez.`,
      `The disk of the data folder ${folder} is full (${free} bytes free). Make room, then start again.`,
    );
  }
  return folder;
}

/** Makes the names of new files in a folder durable. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
