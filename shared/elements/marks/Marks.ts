/**
 * What people put on an element of any kind: tags, reactions, comments. Each stands under a flat key of its own in the element's map, so
 * that nobody's overwrites another's; all but tags are under their writer's id (`docs/decisions/0009-marks.md`). Values only: reading is
 * in `readMarks.ts`, keys in `markKeys.ts`.
 */
import type { NoteColor } from '../../theme/tokens.ts';
import type { ReactionKind } from './markKeys.ts';

export interface Tag {
  readonly name: string;
  readonly color: NoteColor;
}

export interface Reaction {
  /** Participant id. */
  readonly by: string;
  readonly kind: ReactionKind;
}

export interface Comment {
  /** `<participant>.<id>`: nobody can take a comment's name but its writer. */
  readonly ref: string;
  /** Participant id. */
  readonly by: string;
  readonly text: string;
  /** When it was written, UTC ms by its writer's clock. */
  readonly at: number;
  /** When its writer last changed it. */
  readonly edited?: number;
  /** The `ref` of the comment it answers. */
  readonly re?: string;
}

/** Somebody's word on whether a thread is settled; of several the latest holds. */
export interface Resolution {
  /** Participant id. */
  readonly by: string;
  /** The `ref` of the thread's first comment. */
  readonly of: string;
  readonly at: number;
  readonly isResolved: boolean;
}

export interface Marks {
  /** By name. */
  readonly tags: readonly Tag[];
  readonly reactions: readonly Reaction[];
  /** The oldest first. */
  readonly comments: readonly Comment[];
  readonly resolutions: readonly Resolution[];
  /** What stands in the document, key by key: for undo, copies and the gate. */
  readonly keys: Readonly<Record<string, unknown>>;
}

/** What nearly all elements have: one object for all of them. */
export const NO_MARKS: Marks = Object.freeze({
  tags: Object.freeze([]),
  reactions: Object.freeze([]),
  comments: Object.freeze([]),
  resolutions: Object.freeze([]),
  keys: Object.freeze({}),
});
