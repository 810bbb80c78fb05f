/**
 * What every tool is: a small typed machine that is told what the hand does. It holds its state as a union, acts through `ToolPorts`
 * only, and can be driven by a test as by a hand.
 */
import type { PagePoint, ScreenPoint } from '../../shared/geometry/vec.ts';

/** Every tool, in the order of menus; `registry.ts` says what each one is. */
export const TOOL_IDS = [
  'select',
  'hand',
  'note',
  'text',
  'frame',
  'matrix',
  'radar',
  'image',
  'grid',
  'deck',
  'map',
  'lasso',
  'shape',
  'stroke',
  'highlighter',
  'connector',
  'eraser',
  'comment',
  'laser',
] as const;
export type ToolId = (typeof TOOL_IDS)[number];

/** One reading of a pointer. */
export interface PointerSample {
  readonly page: PagePoint;
  readonly screen: ScreenPoint;
  /** 0 to 1; 0.5 where the device tells none. */
  readonly pressure: number;
}

export interface PointerInput extends PointerSample {
  /** Every reading since the last move, oldest first and this one last; absent where this is the only one. */
  readonly coalesced?: readonly PointerSample[];
  readonly device: 'mouse' | 'touch' | 'pen';
  readonly shift: boolean;
  readonly alt: boolean;
  /** ctrl, or ⌘ on a Mac. */
  readonly mod: boolean;
}

export interface Tool {
  readonly id: ToolId;
  /** Name of the state it is in, for tests and for the interface (`idle` when nothing is under way). */
  readonly state: string;
  /** CSS cursor to show now. */
  cursor(): string;
  onPointerDown(input: PointerInput): void;
  onPointerMove(input: PointerInput): void;
  onPointerUp(input: PointerInput): void;
  onDoubleClick?(input: PointerInput): void;
  /** A finger held still. */
  onLongPress?(input: PointerInput): void;
  /** Escape, a second finger, a lost pointer, another tool: what is under way is given up and nothing is written. */
  cancel(): void;
}
