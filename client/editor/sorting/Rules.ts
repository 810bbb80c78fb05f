/** Which areas take notes in by a rule: known all along, for it is asked at each change of what is selected. What comes of it is `Sorting`. */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { hasCellRules, rulesOf, TAKES } from '../../../shared/elements/takes.ts';
import type { BoardIndex } from '../BoardIndex.ts';
import { hasProp } from '../takesProps.ts';

/** Whether an area, or its cells, can have rules. */
export const mayTake = (element: Element): boolean =>
  element.problem === undefined && (hasProp(element.kind, TAKES) || hasCellRules(kindOf(element)));

export class Rules {
  readonly #ruled = new Set<ElementId>();
  readonly #stop: () => void;

  constructor(board: BoardDoc, index: BoardIndex) {
    const look = (id: ElementId): void => {
      const element = board.get(id);
      if (element && kindOf(element).isContainer && mayTake(element) && rulesOf(element).length > 0)
        this.#ruled.add(id);
      else this.#ruled.delete(id);
    };
    for (const id of index.areas()) look(id);
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
