/** Secrets of links and keys of participants: 128 random bits, kept as a SHA-256, compared in constant time. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET_BYTES = 16;

/** A new secret: 22 characters of base64url. */
export const createSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** What may be kept of a secret. A plain hash is enough: 128 random bits cannot be guessed back from it. */
export const hashSecret = (secret: string): Uint8Array => new Uint8Array(createHash('sha256').update(secret).digest());

/** A hash no secret has been found for: comparing with it costs what comparing with a real one does, and never succeeds. */
export const NO_HASH: Uint8Array = new Uint8Array(32);

/** Whether two hashes are the same, in a time that does not tell where they differ. */
export const isSameHash = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);
