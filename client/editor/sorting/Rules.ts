/** Which areas take notes in by a rule: known all along, for it is asked at each change of what is selected. What comes of it is `Sorting`. */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { takesOf } from '../../../shared/elements/takes.ts';

export class Rules {
  readonly #ruled = new Set<ElementId>();
  readonly #stop: () => void;

  constructor(board: BoardDoc) {
    const look = (id: ElementId): void => {
      const element = board.get(id);
      if (element && takesOf(element)) this.#ruled.add(id);
      else this.#ruled.delete(id);
    };
    for (const { id } of board.elements()) look(id);
    this.#stop = board.onChange(({ changed, deleted }) => {
      for (const id of deleted) this.#ruled.delete(id);
      for (const id of changed) look(id);
    });
  }

  /** Whether any area has one. */
  get areThere(): boolean {
    return this.#ruled.size > 0;
  }

  dispose(): void {
    this.#stop();
  }
}
