/**
 * What a model makes of the notes' texts, through this server (docs/sorting.md): asked for only when a facilitator has agreed to it, in words, on
 * this device. The page never holds the model's key and never speaks to another address than its own server.
 */
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { SortedNote } from '../../../shared/sorting/corpus.ts';

/** The model an instance has been given. */
export interface Model {
  /** Where texts are sent, as people read it. */
  readonly host: string;
  readonly model: string;
}

export interface MeaningsPort {
  readonly board: string;
  readonly ticket: string;
  readonly locale: string;
  /** The page’s own `fetch`. */
  readonly ask: (path: string, init: RequestInit) => Promise<Response>;
}

/** Texts of one request; the server takes no more. */
const AT_ONCE = 64;

const headersOf = ({ ticket, locale }: MeaningsPort): Record<string, string> => ({
  Authorization: `Bearer ${ticket}`,
  'Accept-Language': locale,
});

/** `null`: this instance has none, or nobody answered. */
export async function findModel(port: MeaningsPort): Promise<Model | null> {
  try {
    const response = await port.ask(`/api/boards/${port.board}/meanings`, { headers: headersOf(port) });
    return response.ok ? ((await response.json()) as Model) : null;
  } catch {
    return null;
  }
}

/** Meanings by id. Fails with the server's words, or with none where nobody answered. */
export async function fetchMeanings(
  port: MeaningsPort,
  notes: readonly SortedNote[],
  onProgress: (progress: number) => void,
  signal: AbortSignal,
): Promise<Result<[string, readonly number[]][], string | null>> {
  const found: [string, readonly number[]][] = [];
  for (let at = 0; at < notes.length; at += AT_ONCE) {
    const part = notes.slice(at, at + AT_ONCE);
    try {
      const response = await port.ask(`/api/boards/${port.board}/meanings`, {
        method: 'POST',
        headers: { ...headersOf(port), 'Content-Type': 'application/json' },
        body: JSON.stringify({ texts: part.map(({ text }) => text.slice(0, 2_000)) }),
        signal,
      });
      const said = (await response.json()) as { meanings?: number[][]; error?: { message?: string } };
      if (!response.ok || !said.meanings) return fail(said.error?.message ?? null);
      for (const [n, { id }] of part.entries()) {
        const meaning = said.meanings[n];
        if (meaning) found.push([id, meaning]);
      }
    } catch {
      return fail(null);
    }
    onProgress(Math.min(1, (at + AT_ONCE) / notes.length));
  }
  return ok(found);
}
