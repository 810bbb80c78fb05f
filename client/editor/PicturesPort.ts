/**
 * What the editor needs of pictures; `client/session/pictures` fulfils it. The editor never sees files being resized, requests, or what
 * waits on the device for a connection.
 */
import type { Picture } from '../../shared/elements/ElementKind.ts';
import type { PagePoint } from '../../shared/geometry/vec.ts';

export interface PicturesPort {
  /**
   * A picture to paint `pixels` wide on the screen: `undefined` while it is on its way (asking fetches it), `null` where there is none.
   * A smaller one may come first; `onChange` tells when the better one is there.
   */
  get(hash: string, pixels: number): Picture | null | undefined;
  /** A picture for a painting outside the screen, no wider than that; whoever asks closes it. `null` where it cannot be had. */
  load(hash: string, pixels: number): Promise<(Picture & { close(): void }) | null>;
  /** Calls back with the hash of a picture that can be painted now, or better than before. Returns its undo. */
  onChange(listener: (hash: string) => void): () => void;
  /**
   * Puts picture files on the board: resized, sent, and written once the server has them; without a connection they wait on this device.
   * Several are laid out side by side. Returns at once; what goes wrong is told in words. `at`: the middle of them all.
   */
  insert(files: readonly Blob[], at: PagePoint): void;
}

/** Whether a file says of itself that it is a picture; what it really is, decoding tells. */
export const isPictureFile = ({ type }: Blob): boolean => type.startsWith('image/');

/** A port for boards without pictures (tests, benches). */
export const NO_PICTURES: PicturesPort = {
  get: () => null,
  load: async () => null,
  onChange: () => () => undefined,
  insert: () => undefined,
};
