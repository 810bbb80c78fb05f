/** All that a tool may see and do. The editor gives the real ports, a test gives its own; no tool knows the editor. */
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import type { Box } from '../../shared/geometry/box.ts';
import type { PagePoint, Vec } from '../../shared/geometry/vec.ts';
import type { Gesture } from '../editor/Gestures.ts';
import type { Handle } from '../editor/handles.ts';
import type { PointerInput, ToolId } from './Tool.ts';

export interface ToolPorts {
  isReadOnly(): boolean;
  readonly camera: {
    /** Moves the page under the window, in screen pixels. */
    panBy(by: Vec): void;
  };
  readonly hit: {
    element(input: PointerInput): ElementId | null;
    /** What a double click would write in: as `element`, but of an area only its title. */
    text(input: PointerInput): ElementId | null;
    /** A resize handle of the one selected element. */
    handle(input: PointerInput): { readonly id: ElementId; readonly handle: Handle } | null;
    within(box: Box): ElementId[];
    /** The area that would take in what is let go at a point. */
    area(at: PagePoint, except: Iterable<ElementId>): ElementId | null;
  };
  readonly board: {
    frame(id: ElementId): Box | null;
    parent(id: ElementId): ElementId | null;
    /** Of these, what may be moved: neither locked nor lying in another of them. */
    movable(ids: Iterable<ElementId>): ElementId[];
    /** The frame after a pull, within the kind's limits. */
    pull(id: ElementId, handle: Handle, by: Vec, keepAspect: boolean): Box | null;
  };
  readonly selection: {
    ids(): ReadonlySet<ElementId>;
    set(ids: Iterable<ElementId>): void;
    toggle(id: ElementId): void;
  };
  readonly gesture: { show(gesture: Gesture): void; end(): void };
  readonly write: {
    move(ids: readonly ElementId[], by: Vec, pointer: PagePoint): void;
    duplicate(ids: readonly ElementId[], by: Vec, pointer: PagePoint): void;
    resize(id: ElementId, frame: Box): void;
    /** A new note or label with its middle at a point. */
    note(at: PagePoint): ElementId | null;
    text(at: PagePoint): ElementId | null;
    frame(box: Box): ElementId | null;
  };
  readonly typing: {
    begin(id: ElementId, options?: { readonly fresh?: boolean }): void;
    end(): void;
    id(): ElementId | null;
  };
  readonly tool: { current(): ToolId; set(id: ToolId): void };
}
