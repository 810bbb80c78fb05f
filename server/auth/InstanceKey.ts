/**
 * The one secret of an instance: 32 random bytes in the data folder, readable by its owner only. Everything signed or sealed uses a key
 * derived from it for that purpose alone. It is made once and never replaced: a lost key file means new tickets and unreadable sealed
 * links, but no lost board.
 */
import { hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../lib/StartupError.ts';
import { syncFolder } from '../storage/dataFolder.ts';

const KEY_BYTES = 32;
const KEY_FILE = 'instance.key';

export type KeyPurpose = 'tickets' | 'links';

export class InstanceKey {
  readonly #master: Uint8Array;

  constructor(master: Uint8Array = randomBytes(KEY_BYTES)) {
    this.#master = master;
  }

  /** Reads the key of a data folder, or makes it. Throws `StartupError` where the file is not a key. */
  static open(folder: string): InstanceKey {
    const path = join(folder, KEY_FILE);
    const found = readKey(path) ?? createKey(folder, path);
    if (found.length !== KEY_BYTES) {
      throw new StartupError(
        'key_damaged',
        `Le fichier ${path} n’est pas une clé. Remettez-le depuis votre sauvegarde ; sinon effacez-le : une nouvelle clé sera créée, et chacun reviendra par son lien.`,
        `The file ${path} is not a key. Put it back from your backup; otherwise delete it: a new key will be made, and everyone comes back by their link.`,
      );
    }
    return new InstanceKey(found);
  }

  /** The 256-bit key for one purpose (HKDF-SHA-256, RFC 5869). */
  derive(purpose: KeyPurpose): Uint8Array {
    return new Uint8Array(hkdfSync('sha256', this.#master, new Uint8Array(0), `pele-mele ${purpose} v1`, KEY_BYTES));
  }
}

function readKey(path: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new StartupError(
      'key_unreadable',
      `Impossible de lire ${path}. Vérifiez ses droits.`,
      `${path} cannot be read. Check its permissions.`,
      { cause: error },
    );
  }
}

/** Writes the whole key under another name first: a kill in between leaves no half key behind. */
function createKey(folder: string, path: string): Uint8Array {
  const key = randomBytes(KEY_BYTES);
  const draft = `${path}.${process.pid}.new`;
  try {
    const handle = openSync(draft, 'w', 0o600);
    try {
      writeSync(handle, key);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    linkSync(draft, path);
    unlinkSync(draft);
    syncFolder(folder);
  } catch (cause) {
    throw new StartupError(
      'data_unwritable',
      `Impossible d’écrire ${path}. Vérifiez les droits du dossier et la place libre.`,
      `${path} cannot be written. Check the permissions of the folder and the free space.`,
      { cause },
    );
  }
  return new Uint8Array(key);
}
