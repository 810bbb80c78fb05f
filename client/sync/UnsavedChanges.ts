/**
 * Which of this client's changes the server has not yet told to be on disk. Counts frames of one connection as the server does (update
 * and step-2 messages, from 1), so that "saved" is never said too early. Knows no socket and no document.
 */
export class UnsavedChanges {
  /** In the order they were made. `frame` is the number of the frame that carried it, `null` while none has. */
  #changes: { frame: number | null; gesture: string | null; ids: readonly string[] }[] = [];
  #sent = 0;
  #saved = 0;
  readonly #onChange: () => void;

  constructor(onChange: () => void = () => undefined) {
    this.#onChange = onChange;
  }

  /** A new connection: the server counts from one again, and nothing has been sent on it. */
  connectionOpened(): void {
    this.#sent = 0;
    this.#saved = 0;
    for (const change of this.#changes) change.frame = null;
  }

  /** The document changed here. Called before the frame that carries it, if there is one, is counted. */
  changeMade(): void {
    this.#changes.push({ frame: null, gesture: null, ids: [] });
    this.#onChange();
  }

  /** Says what the newest change was: consecutive changes of one `gesture` (keystrokes in one element) are one modification. */
  describe(gesture: string | null, ids: readonly string[]): void {
    const newest = this.#changes.at(-1);
    if (!newest) return;
    newest.gesture = gesture;
    newest.ids = ids;
    this.#onChange();
  }

  /** An update frame left: it carries the newest change. */
  updateSent(): void {
    this.#sent++;
    const newest = this.#changes.at(-1);
    if (newest && newest.frame === null) newest.frame = this.#sent;
  }

  /** A step-2 frame left: it carries everything the server lacked, so every change that no frame of this connection has carried. */
  stepTwoSent(): void {
    this.#sent++;
    for (const change of this.#changes) change.frame ??= this.#sent;
  }

  /** The server has this connection's first `count` frames on disk. */
  savedUpTo(count: number): void {
    if (count <= this.#saved) return;
    this.#saved = count;
    this.#changes = this.#changes.filter(({ frame }) => frame === null || frame > count);
    this.#onChange();
  }

  /** Modifications as a person counts them: a stretch of typing in one element is one. */
  get count(): number {
    let count = 0;
    let previous: string | null = null;
    for (const { gesture } of this.#changes) {
      if (gesture === null || gesture !== previous) count++;
      previous = gesture;
    }
    return count;
  }

  /** Elements touched by what is not saved, the oldest first, each once. */
  get elements(): readonly string[] {
    return [...new Set(this.#changes.flatMap(({ ids }) => ids))];
  }
}
