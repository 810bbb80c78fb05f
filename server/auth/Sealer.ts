/**
 * Seals short texts under the instance key, so that a facilitator may be shown a link again and a stolen database alone opens none.
 * AES-256-GCM; what a text belongs to (`label`) is bound in: a sealed text moved to another row does not open.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export class Sealer {
  readonly #key: Uint8Array;

  /** `key`: 256 bits, used for nothing else. */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** One version byte, the nonce, the tag, then the encrypted text. */
  seal(text: string, label: string): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    cipher.setAAD(Buffer.from(label));
    const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return new Uint8Array(Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), encrypted]));
  }

  /** The text, or `null`: sealed by another key, for another label, or altered. */
  unseal(sealed: Uint8Array, label: string): string | null {
    const head = 1 + NONCE_BYTES;
    if (sealed.length < head + TAG_BYTES || sealed[0] !== VERSION) return null;
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(1, head), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(label));
    decipher.setAuthTag(sealed.subarray(head, head + TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(head + TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      // GCM says only that something is wrong; for the caller there is no text.
      return null;
    }
  }
}
