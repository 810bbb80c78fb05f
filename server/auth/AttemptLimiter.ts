/**
 * Token buckets by key, for what a stranger may try again and again. The number of keys is bounded: the longest unused is forgotten, which
 * only ever gives somebody a fresh allowance. Time is monotonic, so a changed clock neither locks nor frees anyone.
 */
export interface Allowance {
  /** How many at once. */
  readonly burst: number;
  /** How many more every second after that. */
  readonly perSecond: number;
}

interface Bucket {
  left: number;
  at: number;
}

const MAX_KEYS = 20_000;

export class AttemptLimiter {
  readonly #allowance: Allowance;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  /** `now`: monotonic milliseconds. */
  constructor(allowance: Allowance, now: () => number = () => performance.now()) {
    this.#allowance = allowance;
    this.#now = now;
  }

  #bucket(key: string): Bucket {
    const now = this.#now();
    const bucket = this.#buckets.get(key) ?? { left: this.#allowance.burst, at: now };
    bucket.left = Math.min(this.#allowance.burst, bucket.left + ((now - bucket.at) / 1000) * this.#allowance.perSecond);
    bucket.at = now;
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > MAX_KEYS) this.#buckets.delete(this.#buckets.keys().next().value as string);
    return bucket;
  }

  /** Takes one from the key's allowance; `false`: there was none left, and none is taken. */
  take(key: string): boolean {
    const bucket = this.#bucket(key);
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  }

  /** Seconds until one more is allowed, at least 1: what `Retry-After` says. */
  retryAfterSeconds(key: string): number {
    return Math.max(1, Math.ceil((1 - this.#bucket(key).left) / this.#allowance.perSecond));
  }
}
