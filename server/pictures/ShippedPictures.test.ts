/** The pictures that come with the product: each is what its hash says, small, and found from the sources as from the built server. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { PHOTO_PICTURES, PICTURE_SIZE } from '../../shared/templates/decks/pictures.ts';
import { ShippedPictures } from './ShippedPictures.ts';

const FOLDER = join(import.meta.dirname, 'shipped');

describe('the shipped pictures', () => {
  it('are at least 32, each read by its hash, at the size that is said, of 40 KB at most', async () => {
    const shipped = new ShippedPictures();
    expect(PHOTO_PICTURES.length).toBeGreaterThanOrEqual(32);
    for (const { id, hash } of PHOTO_PICTURES) {
      const picture = await shipped.find(hash);
      expect([id, picture?.type, picture?.width, picture?.height]).toEqual([id, 'image/webp', ...PICTURE_SIZE]);
      expect(picture?.bytes.length).toBeLessThanOrEqual(40 * 1024);
      const image = await loadImage(Buffer.from(picture?.bytes ?? []));
      expect([image.width, image.height]).toEqual([...PICTURE_SIZE]);
    }
  });

  it('are all named, and nothing lies beside them that is not', () => {
    const files = readdirSync(FOLDER).filter((name) => statSync(join(FOLDER, name)).isFile());
    expect(files.sort()).toEqual(PHOTO_PICTURES.map(({ id }) => `${id}.webp`).sort());
  });

  it('stay: boards name them by these hashes and keep no copy, so that one that is drawn anew comes at the end, beside the old one', () => {
    const hashes = PHOTO_PICTURES.map(({ hash }) => hash);
    const first = createHash('sha256').update(hashes.slice(0, 40).join('\n'));
    expect(first.digest('base64url')).toBe('UWb2hhBFUPRKBS8ZjtKIcJAvb6CpX06lP4HPWfNvMqo');
  });

  it('are found from the built server too', async () => {
    const built = new ShippedPictures(join(import.meta.dirname, '../../dist/server'));
    expect(await built.find(PHOTO_PICTURES[0]?.hash ?? '')).not.toBeNull();
  });

  it('are none where the file is not what its hash says, or where there is no such file', async () => {
    expect(await new ShippedPictures().find('h'.repeat(43))).toBeNull();
    const [{ id, hash } = { id: '', hash: '' }] = PHOTO_PICTURES;
    const folder = mkdtempSync(join(tmpdir(), 'pele-mele-'));
    mkdirSync(join(folder, 'shipped'));
    expect(await new ShippedPictures(folder).find(hash)).toBeNull();
    writeFileSync(join(folder, 'shipped', `${id}.webp`), 'another picture');
    const shipped = new ShippedPictures(folder);
    expect(await shipped.find(hash)).toBeNull();
    // What was none for a moment is asked for again.
    writeFileSync(join(folder, 'shipped', `${id}.webp`), readFileSync(join(FOLDER, `${id}.webp`)));
    expect(await shipped.find(hash)).not.toBeNull();
    rmSync(folder, { recursive: true });
  });
});
