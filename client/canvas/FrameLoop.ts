/** One animation frame for all layers: asked for only when something changed, nothing runs while the board rests. */

export type LayerName = 'board' | 'top' | 'people';

export class FrameLoop {
  readonly #paint: (layers: ReadonlySet<LayerName>) => void;
  #asked = new Set<LayerName>();
  #handle = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wakeAt = 0;
  #later = new Set<LayerName>();

  constructor(paint: (layers: ReadonlySet<LayerName>) => void) {
    this.#paint = paint;
  }

  /** Whether a frame is on its way. */
  get isPending(): boolean {
    return this.#handle !== 0;
  }

  request(...layers: readonly LayerName[]): void {
    for (const layer of layers) this.#asked.add(layer);
    if (this.#handle === 0) this.#handle = requestAnimationFrame(() => this.flush());
  }

  /** Asks for layers at a later time (milliseconds of `performance.now()`). One alarm serves all: at the earliest, everybody looks again. */
  requestAt(at: number, ...layers: readonly LayerName[]): void {
    for (const layer of layers) this.#later.add(layer);
    if (this.#timer !== undefined && at >= this.#wakeAt) return;
    clearTimeout(this.#timer);
    this.#wakeAt = at;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        const woken = [...this.#later];
        this.#later.clear();
        this.request(...woken);
      },
      Math.max(0, at - performance.now()),
    );
  }

  /** Paints at once what was asked for. */
  flush(): void {
    cancelAnimationFrame(this.#handle);
    this.#handle = 0;
    const asked = this.#asked;
    this.#asked = new Set();
    if (asked.size > 0) this.#paint(asked);
  }

  dispose(): void {
    cancelAnimationFrame(this.#handle);
    clearTimeout(this.#timer);
    this.#asked.clear();
    this.#handle = 0;
  }
}
