/**
 * Fetches one picture file of a board. A request that falls silent is given up; one that is merely slow, on a thin line, is not. When to
 * ask again is `PictureStore`'s affair.
 */

export interface PictureRequest {
  readonly board: string;
  readonly ticket: string;
  readonly hash: string;
}

/** Without a word for so long, no answer is to be hoped for. */
const SILENCE_MS = 20_000;

/** `null`: the board has none. `undefined`: no answer, or none that lasts. Never rejects. */
export async function fetchPicture({ board, ticket, hash }: PictureRequest): Promise<Blob | null | undefined> {
  const abort = new AbortController();
  const giveUp = (): void => abort.abort();
  let silence = setTimeout(giveUp, SILENCE_MS);
  const onHeard = (): void => {
    clearTimeout(silence);
    silence = setTimeout(giveUp, SILENCE_MS);
  };
  try {
    const response = await fetch(`/api/boards/${board}/pictures/${hash}`, {
      headers: { Authorization: `Bearer ${ticket}` },
      signal: abort.signal,
    });
    if (!response.ok) return response.status === 404 ? null : undefined;
    return await readFile(response, onHeard);
  } catch {
    // No network, or silence. What the browser has kept it has given by itself.
    return undefined;
  } finally {
    clearTimeout(silence);
  }
}

async function readFile({ body, headers }: Response, onHeard: () => void): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  while (reader) {
    onHeard();
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
  }
  return new Blob(parts, { type: headers.get('Content-Type') ?? '' });
}
