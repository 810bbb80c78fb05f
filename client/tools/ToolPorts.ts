/** All that a tool may see and do. The editor gives the real ports, a test gives its own; no tool knows the editor. */
import type { ElementId, Props } from '../../shared/elements/ElementKind.ts';
import type { Box } from '../../shared/geometry/box.ts';
import type { PagePoint, Vec } from '../../shared/geometry/vec.ts';
import type { Aim } from '../editor/aim.ts';
import type { Gesture } from '../editor/Gestures.ts';
import type { Grip, Pulled, PullKeys } from '../editor/Grips.ts';
import type { Landing } from '../editor/landing.ts';
import type { Snapper } from '../editor/Snapping.ts';
import type { Reshape } from '../editor/shapes.ts';
import type { DrawingPorts } from './DrawingPorts.ts';
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
    within(box: Box): ElementId[];
    /** What a lasso goes around. */
    inside(line: readonly Vec[]): ElementId[];
    /** The area that would take in what is let go at a point. */
    area(at: PagePoint, except: ReadonlySet<ElementId>): ElementId | null;
    /** What the place of the first of these, so far away, is worth in that area; `null`: nothing. */
    aim(area: ElementId | null, held: readonly ElementId[], by: Vec): Aim | null;
    /** Where in that area what is held would come to stand; `null` where it stays where it is put. */
    landing(area: ElementId | null, held: ReadonlySet<ElementId>, at: PagePoint): Landing | null;
  };
  readonly board: {
    frame(id: ElementId): Box | null;
    parent(id: ElementId): ElementId | null;
    /** Of these, what may be moved: neither locked nor lying in another of them. */
    movable(ids: Iterable<ElementId>): ElementId[];
  };
  /** The handles around what is selected. */
  readonly grips: {
    at(input: PointerInput): Grip | null;
    /** What a pull makes of the selection, within each kind's limits. */
    pull(grip: Grip, from: PagePoint, to: PagePoint, keys: PullKeys): Pulled | null;
  };
  /** What elements line up with on their way. */
  snapper(ids: readonly ElementId[]): Snapper;
  /** The other hands on this screen. */
  readonly hands: {
    /** Whether several people touch this screen, each finger for itself. */
    areSeveral(): boolean;
    /** Whether another hand holds this element now. */
    isHeld(id: ElementId): boolean;
  };
  readonly selection: {
    ids(): ReadonlySet<ElementId>;
    set(ids: Iterable<ElementId>): void;
    toggle(id: ElementId): void;
    /** These, with all that is grouped with them. */
    grouped(ids: Iterable<ElementId>): ElementId[];
    /** Takes an element of a group alone, and its fellows from now on; false where it is in none, or the group is open already. */
    enter(id: ElementId): boolean;
  };
  readonly gesture: { show(gesture: Gesture): void; end(): void };
  readonly write: {
    move(ids: readonly ElementId[], by: Vec, pointer: PagePoint): void;
    duplicate(ids: readonly ElementId[], by: Vec, pointer: PagePoint): void;
    /** Other frames, or angles: what a hand has pulled or turned. */
    reshape(label: string, shapes: Reshape): void;
    /** A new element of a kind with its middle at a point, looking as the last choice for its kind has it. */
    place(kind: string, at: PagePoint, props?: Props): ElementId | null;
    /** The same over a page box; an area takes in what lies in it wholly. */
    draw(kind: string, box: Box, props?: Props): ElementId | null;
    /** Several of them, as one edit. */
    drawAll(kind: string, parts: readonly { readonly box: Box; readonly props: Props }[]): void;
  };
  /** Opens what a double click on the words of an area opens, where they are changed elsewhere than on the wall; false: nothing stands there. */
  settle(at: PagePoint): boolean;
  /** What a plain click does inside an element that was selected already (a link, a box to tick); false: nothing. */
  activate(id: ElementId, at: PagePoint): boolean;
  readonly drawing: DrawingPorts;
  /** Opens the comments of what is selected. */
  comment(): void;
  /** How the next element of a kind will look: what was chosen last. */
  style(kind: string): Props;
  readonly typing: {
    begin(id: ElementId, options?: { readonly fresh?: boolean }): void;
    end(): void;
    id(): ElementId | null;
  };
  readonly tool: { current(): ToolId; set(id: ToolId): void };
}
