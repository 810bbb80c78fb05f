/**
 * Putting things where their place means something (a score, a ring and a sector) without a pointer: the next one of the heap, exact scores,
 * a step of an arrow key. Each write is one edit, judged by the step's rights; what it came to is said aloud. Names no kind.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { moveElements } from '../../shared/board/operations.ts';
import type { Element, ElementId } from '../../shared/elements/ElementKind.ts';
import { nearestPlacing, placingOf, sayPlacing } from '../../shared/elements/placing.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { standingOf } from '../../shared/elements/standing.ts';
import type { Box } from '../../shared/geometry/box.ts';
import { sortLines } from '../../shared/geometry/sortLines.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import { viewOf } from '../elements/registry.ts';
import type { CameraControl } from './CameraControl.ts';
import type { EditorState } from './EditorState.ts';
import type { Notify } from './Notice.ts';
import { nameOf } from './nameOf.ts';
import type { Permits } from './Permits.ts';
import type { Selection } from './Selection.ts';

interface PlacingPorts {
  readonly store: { getState(): Pick<EditorState, 'locale' | 'readOnly'> };
  readonly board: BoardDoc;
  readonly camera: Pick<CameraControl, 'reveal'>;
  readonly selection: Selection;
  readonly permits: Permits;
  readonly notify: Notify;
}

export class Placing {
  readonly #ports: PlacingPorts;

  constructor(ports: PlacingPorts) {
    this.#ports = ports;
  }

  /** The area with a panel that the selection is, or lies in: what its panel is about. `null` where there is none, or several. */
  area(): Element | null {
    const { board, selection } = this.#ports;
    let found: ElementId | null = null;
    for (const id of selection.ids) {
      const area = this.#around(id);
      if (area === null || (found !== null && found !== area)) return null;
      found = area;
    }
    return found === null ? null : (board.get(found) ?? null);
  }

  /** Whether anything in an area is still to be placed: asked at each change of what is selected, and ends at the first. */
  hasWaiting(area: ElementId): boolean {
    const { board } = this.#ports;
    return board.tree.children(area).some((id) => placingOf(board, id, area)?.isWaiting);
  }

  /** What lies in an area and is still to be placed, in the order of the eye. */
  waiting(area: ElementId): readonly ElementId[] {
    const { board } = this.#ports;
    const waiting = board.tree.children(area).flatMap((id) => {
      const frame = placingOf(board, id, area)?.isWaiting ? board.frame(id) : null;
      return frame ? [{ id, ...frame }] : [];
    });
    return sortLines(waiting).map(({ id }) => id);
  }

  /** Of these, what this person may move, and is not locked: whoever may lock frees it first. */
  free(ids: readonly ElementId[]): ElementId[] {
    const { board, permits } = this.#ports;
    return permits.movable(ids).filter((id) => board.get(id)?.lock === false);
  }

  /** Takes the next one that waits and may be moved into hand, in the middle of its area: the arrows take it on from there. Returns it. */
  next(area: ElementId): ElementId | null {
    const { board, selection, permits, notify } = this.#ports;
    const element = board.get(area);
    const waiting = this.waiting(area);
    const [id] = this.free(waiting);
    if (id === undefined) {
      // Says why, where others wait.
      if (waiting.length > 0) permits.changeable(waiting, 'move');
      else notify({ kind: 'announce', id: 'placing.say.none' });
      return null;
    }
    const [child, frame] = [board.get(id), board.frame(id)];
    const part = child && frame && standingOf(child, frame);
    const middle = element && kindOf(element).firstPlace?.(element);
    if (!part || !middle || !this.put(area, id, { x: middle[0] - part.w / 2, y: middle[1] - part.h / 2 })) return null;
    selection.set([id], { silently: true });
    this.#show(id);
    const text = nameOf(board.get(id)).replace(/\s+/gu, ' ').trim();
    const values = {
      ...{ text, chars: text.length },
      place: this.place(id),
      count: this.free(this.waiting(area)).length,
    };
    notify({ kind: 'announce', id: 'placing.say.next', values });
    return id;
  }

  /** Puts one thing with its top left at a point of an area, and into that area. False: it may not be moved. */
  put(area: ElementId, id: ElementId, at: Vec): boolean {
    const { board, permits } = this.#ports;
    const origin = board.tree.origin(area);
    const [free] = permits.changeable([id], 'move');
    if (free === undefined || permits.allowed([area], () => permits.mayPlace(null, area)).length === 0) return false;
    const to = { x: origin.x + at.x, y: origin.y + at.y };
    moveElements(board, 'place', [{ id, parent: area, to }], permits.order);
    return true;
  }

  /** Of an area, those that cover each other and may lie apart; fewer than two: there is nothing to spread. */
  canSpread(area: ElementId): boolean {
    const { board } = this.#ports;
    const element = board.get(area);
    return element !== undefined && kindOf(element).roomOf !== undefined && board.tree.children(area).length > 1;
  }

  /** As `put`, and says where it has come to stand. */
  putAndSay(area: ElementId, id: ElementId, at: Vec): boolean {
    const done = this.put(area, id, at);
    if (done) this.say(id);
    return done;
  }

  /** What the area around something says of it, in words. */
  place(id: ElementId): string {
    const { board, store } = this.#ports;
    return sayPlacing(nearestPlacing(board, id), store.getState().locale);
  }

  /** Says where something stands. False: its place means nothing. */
  say(id: ElementId): boolean {
    const place = this.place(id);
    if (place === '') return false;
    this.#ports.notify({ kind: 'announce', id: 'placing.say.at', values: { place } });
    return true;
  }

  /** How far one arrow key takes the selection where its area has steps of its own; `null`: as anywhere. */
  step(): Vec | null {
    const { board, selection } = this.#ports;
    const parents = new Set([...selection.ids].map((id) => board.tree.parent(id)));
    const [parent = null] = parents;
    return parents.size === 1 ? this.stepIn(parent) : null;
  }

  /** The same for whatever lies in an area. */
  stepIn(parent: ElementId | null): Vec | null {
    const area = parent === null ? undefined : this.#ports.board.get(parent);
    const step = area && kindOf(area).stepOf?.(area);
    return step ? { x: step[0], y: step[1] } : null;
  }

  #around(id: ElementId): ElementId | null {
    const { board } = this.#ports;
    for (let at: ElementId | null = id; at !== null; at = board.tree.parent(at)) {
      const element = board.get(at);
      if (element && element.problem === undefined && viewOf(element).panel !== undefined) return at;
    }
    return null;
  }

  #show(id: ElementId): void {
    const { board, camera } = this.#ports;
    const bounds: Box | null = board.bounds(id);
    if (bounds) camera.reveal(bounds);
  }
}
