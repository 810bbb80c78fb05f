/** Latencies in milliseconds, as many as come. */
export class Samples {
  #values = new Float64Array(1 << 16);
  #count = 0;

  get count() {
    return this.#count;
  }

  push(value) {
    if (this.#count === this.#values.length) {
      const larger = new Float64Array(this.#count * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count++] = value;
  }

  reset() {
    this.#count = 0;
  }

  /** `{ samples, p50, p95, p99, max }`, null where there is no sample. */
  quantiles() {
    const sorted = this.#values.slice(0, this.#count).sort();
    const at = (share) =>
      sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] : null;
    return { samples: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
  }
}
