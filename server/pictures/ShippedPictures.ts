/**
 * Pictures that come with the product (the photo-langage): files beside this module, found by the hash of their bytes. Every board may show
 * them; none keeps a copy. Read when one is first asked for, and checked then: a file that is not what its hash says is none.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PHOTO_HASHES, PICTURE_SIZE } from '../../shared/templates/decks/photoHashes.ts';
import type { StoredPicture } from '../storage/Storage.ts';

/** From the sources, and from the built server, which lies in `dist/server`. */
const FOLDERS = ['shipped', '../../server/pictures/shipped'] as const;

export class ShippedPictures {
  readonly #names: ReadonlyMap<string, string> = new Map(
    Object.entries(PHOTO_HASHES).map(([name, hash]) => [hash, name]),
  );
  readonly #read = new Map<string, Promise<StoredPicture | null>>();
  readonly #folder: string;

  constructor(from: string = import.meta.dirname) {
    const folders = FOLDERS.map((folder) => join(from, folder));
    this.#folder = folders.find((folder) => existsSync(folder)) ?? (folders[0] as string);
  }

  /** The picture with that hash; `null` where none of ours has it. */
  find(hash: string): Promise<StoredPicture | null> {
    const name = this.#names.get(hash);
    if (name === undefined) return Promise.resolve(null);
    let reading = this.#read.get(hash);
    if (!reading) {
      // What could not be read now (too many open files) is asked for again.
      reading = this.#load(name, hash).then((picture) => {
        if (!picture) this.#read.delete(hash);
        return picture;
      });
      this.#read.set(hash, reading);
    }
    return reading;
  }

  async #load(name: string, hash: string): Promise<StoredPicture | null> {
    const bytes = await readFile(join(this.#folder, `${name}.webp`)).catch(() => null);
    if (!bytes || createHash('sha256').update(bytes).digest('base64url') !== hash) return null;
    const [width, height] = PICTURE_SIZE;
    return { type: 'image/webp', width, height, bytes: new Uint8Array(bytes) };
  }
}
