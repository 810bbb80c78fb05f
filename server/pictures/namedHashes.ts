/**
 * Which of some pictures are named anywhere in the bytes of a document: whatever the kind, the key or the version of what names them, and
 * whether it still stands on the board or only in its log. A hash is 43 characters of base64url, and Yjs writes them one after the other.
 */

/** Between two turns for the others: about a millisecond. */
const AT_ONCE = 128 * 1024;
const HASH_CHARS = 43;

const IS_HASH_CHAR = Uint8Array.from({ length: 256 }, (_, code) => (/[\w-]/.test(String.fromCharCode(code)) ? 1 : 0));

/** Adds to `named` those of `wanted` that stand in the bytes. Lets the others have their turn again and again. */
export async function findNamedHashes(
  bytes: Uint8Array,
  wanted: ReadonlySet<string>,
  named: Set<string>,
): Promise<void> {
  const ends = new Set([...wanted].map((hash) => endOf(Buffer.from(hash, 'latin1'))));
  for (let from = 0; from < bytes.length; from += AT_ONCE) {
    if (from > 0) await new Promise((resolve) => setImmediate(resolve));
    // A hash may begin at the end of one part and end in the next.
    const part = bytes.subarray(from, from + AT_ONCE + HASH_CHARS - 1);
    for (const word of wordsIn(part, ends)) if (wanted.has(word)) named.add(word);
  }
}

/** The last four characters as one number: a quick way to know most words for others than those that are wanted. */
const endOf = (bytes: Uint8Array): number => bytes.slice(-4).reduce((end, code) => ((end << 8) | code) >>> 0, 0);

/** Every run of characters that could be a hash and ends as a wanted one does; what stands around one may look like a part of it. */
function* wordsIn(part: Uint8Array, ends: ReadonlySet<number>): Generator<string> {
  let run = 0;
  let end = 0;
  for (let at = 0; at < part.length; at++) {
    const code = part[at] as number;
    run = IS_HASH_CHAR[code] === 1 ? run + 1 : 0;
    end = ((end << 8) | code) >>> 0;
    if (run < HASH_CHARS || !ends.has(end)) continue;
    yield String.fromCharCode(...part.subarray(at - HASH_CHARS + 1, at + 1));
  }
}
