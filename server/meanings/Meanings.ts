/**
 * Asks a model for the meanings of texts: an OpenAI-compatible `/embeddings` address (the Albert API is one) that the operator has set. Off unless
 * set. The key stays in this process; neither key nor texts nor answers are ever logged. What comes back is checked before it goes on.
 */

import { fail, ok, type Result } from '../../shared/lib/result.ts';
import type { EmbeddingsConfig } from '../config.ts';
import type { MeaningsPort, MeaningsProblem } from '../http/ports.ts';

export interface MeaningsOptions {
  readonly config: EmbeddingsConfig;
  /** Told of failures: the status of the answer, or what the network said. */
  readonly onProblem: (detail: string) => void;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 20_000;
/** Requests under way at the same time. */
const AT_ONCE = 4;
/** Sixty-four meanings of four thousand numbers, generously. */
const ANSWER_BYTES = 8 * 1024 * 1024;
const MOST_NUMBERS = 4_096;
const MOST_NUMBER = 1e9;
/** Enough to compare by, of the largest number of a meaning and in decimals: the rest is noise on the wire. */
const DIGITS = 5;

export class Meanings implements MeaningsPort {
  readonly host: string;
  readonly model: string;
  readonly #options: MeaningsOptions;
  #underway = 0;

  constructor(options: MeaningsOptions) {
    this.#options = options;
    this.host = new URL(options.config.url).host;
    this.model = options.config.model;
  }

  /** One meaning a text, in their order. Never rejects. */
  async of(texts: readonly string[]): Promise<Result<number[][], MeaningsProblem>> {
    if (this.#underway >= AT_ONCE) return fail('busy');
    this.#underway++;
    try {
      return await this.#ask(texts);
    } catch (error) {
      // The cause names the network's trouble; the message of a fetch holds neither headers nor body.
      const cause =
        error instanceof Error ? ((error.cause as { code?: string } | undefined)?.code ?? error.name) : 'unknown';
      this.#options.onProblem(String(cause));
      return fail('failed');
    } finally {
      this.#underway--;
    }
  }

  async #ask(texts: readonly string[]): Promise<Result<number[][], MeaningsProblem>> {
    const { config, timeoutMs = TIMEOUT_MS, onProblem } = this.#options;
    const response = await fetch(`${config.url}/embeddings`, {
      method: 'POST',
      // Another address than the one the operator chose gets neither key nor texts.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json',
        ...(config.key !== null && { authorization: `Bearer ${config.key}` }),
      },
      body: JSON.stringify({ model: config.model, input: texts, encoding_format: 'float' }),
    });
    if (!response.ok) {
      await response.body?.cancel();
      onProblem(`status ${response.status}`);
      return fail('failed');
    }
    const text = await readBounded(response);
    const meanings = text === null ? null : readMeanings(text, texts.length);
    if (meanings) return ok(meanings);
    onProblem('an answer that is none');
    return fail('failed');
  }
}

/** The body as text; `null` where it is longer than any answer can be. */
async function readBounded(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop ends the transfer.
    if (bytes > ANSWER_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readMeanings(text: string, count: number): number[][] | null {
  let data: unknown;
  try {
    data = (JSON.parse(text) as { data?: unknown } | null)?.data;
  } catch {
    return null;
  }
  if (!Array.isArray(data) || data.length !== count) return null;
  const meanings: number[][] = [];
  for (const [n, entry] of data.entries()) {
    const { index = n, embedding } = (entry ?? {}) as { index?: unknown; embedding?: unknown };
    if (!Number.isInteger(index) || (index as number) < 0 || (index as number) >= count) return null;
    if (!Array.isArray(embedding) || embedding.length === 0 || embedding.length > MOST_NUMBERS) return null;
    const meaning = shortened(embedding);
    if (!meaning) return null;
    meanings[index as number] = meaning;
  }
  const [first] = meanings;
  const isWhole = first !== undefined && Object.keys(meanings).length === count;
  return isWhole && meanings.every(({ length }) => length === first.length) ? meanings : null;
}

/**
 * The numbers, each to the decimals that matter beside the largest; `null` where one is none, or beyond all sense. By multiplication alone: a number written out and
 * read again costs thirty times as much, and this runs on the thread that carries the boards.
 */
function shortened(numbers: readonly unknown[]): number[] | null {
  let most = 0;
  for (const value of numbers) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return null;
    most = Math.max(most, Math.abs(value));
  }
  // What is so large is no meaning, and its square no number.
  if (most > MOST_NUMBER) return null;
  const decimals = most === 0 ? 0 : Math.max(DIGITS, DIGITS - 1 - Math.floor(Math.log10(most)));
  // Beyond this no power of ten is exact; no meaning is so small.
  if (decimals > 22) return numbers as number[];
  const unit = 10 ** decimals;
  return (numbers as number[]).map((value) => Math.round(value * unit) / unit || 0);
}
