/**
 * What this person says of elements: tags, reactions, comments; each call one edit and one step of undo. Refuses what the gate is certain
 * to refuse. Words under somebody's id are written under one's own, whoever's they answer.
 */
import type { BoardDoc, BoardWriter } from '../../../shared/board/BoardDoc.ts';
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import type { Comment, Tag } from '../../../shared/elements/marks/Marks.ts';
import {
  commentKey,
  commentRef,
  type ReactionKind,
  reactionKey,
  resolvedKey,
  tagKey,
} from '../../../shared/elements/marks/markKeys.ts';
import { isCommentText, isMoment, WRONG_CLOCK_MS } from '../../../shared/elements/marks/readMarks.ts';
import type { Thread } from '../../../shared/elements/marks/threads.ts';
import { createId } from '../../../shared/lib/ids.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { refuseComment, refuseElement, type Who } from '../rights.ts';

export interface MarkPorts {
  readonly board: BoardDoc;
  readonly who: Who;
}

/** Of these elements, those this person may speak of. */
export const commentable = ({ board, who }: MarkPorts, ids: Iterable<ElementId>): ElementId[] =>
  [...ids].filter((id) => board.get(id)?.problem === undefined && refuseComment(who, board, id) === null);

/** Of these elements, those whose tags this person may change. */
export const taggable = ({ board, who }: MarkPorts, ids: Iterable<ElementId>): ElementId[] =>
  [...ids].filter((id) => board.get(id)?.problem === undefined && refuseElement(who, board, id, 'edit') === null);

/** Whether this person gave an element that reaction. */
export const hasReacted = (element: Element | undefined, me: string | undefined, kind: ReactionKind): boolean =>
  element?.marks.reactions.some((reaction) => reaction.by === me && reaction.kind === kind) ?? false;

/** Gives a reaction to all of them, or takes it back where all have it. Answers what was done, or `null` where nothing may be. */
export function toggleReaction(
  ports: MarkPorts,
  ids: Iterable<ElementId>,
  kind: ReactionKind,
): 'given' | 'taken' | null {
  const { board, who } = ports;
  const allowed = commentable(ports, ids);
  const { id: me } = who;
  if (me === undefined || allowed.length === 0) return null;
  const isTaking = allowed.every((id) => hasReacted(board.get(id), me, kind));
  setMark(board, 'react', allowed, reactionKey(me, kind), isTaking ? undefined : true);
  return isTaking ? 'taken' : 'given';
}

/** Puts a tag on elements, or takes it off. Answers how many have changed. */
export function setTag(ports: MarkPorts, ids: Iterable<ElementId>, { name, color }: Tag, isOn: boolean): number {
  const { board } = ports;
  const changed = taggable(ports, ids).filter((id) => {
    const tags = board.get(id)?.marks.tags ?? [];
    const has = tags.some((tag) => tag.name === name);
    return isOn ? !has && tags.length < LIMITS.tagsPerElement : has;
  });
  setMark(board, 'tag', changed, tagKey(name), isOn ? color : undefined);
  return changed.length;
}

/** Gives a tag another name or colour on every element that has it, in one step of undo. Answers on how many. */
export function changeTag(ports: MarkPorts, from: string, to: Tag): number {
  const { board } = ports;
  const all = [...board.elements()].filter(({ marks }) => marks.tags.some(({ name }) => name === from));
  const changed = taggable(
    ports,
    all.map(({ id }) => id),
  );
  if (changed.length === 0) return 0;
  board.edit('tag', (write) => {
    for (const id of changed) {
      const marks = { ...(from !== to.name && { [tagKey(from)]: undefined }), [tagKey(to.name)]: to.color };
      write.set(id, { marks });
    }
  });
  return changed.length;
}

/** Takes a tag off every element, in one step of undo. Answers off how many. */
export function deleteTag(ports: MarkPorts, name: string): number {
  const all = [...ports.board.elements()].filter(({ marks }) => marks.tags.some((tag) => tag.name === name));
  const ids = all.map(({ id }) => id);
  return setTag(ports, ids, { name, color: 'grey' }, false);
}

/** Writes a comment, or an answer to one (`re`). Answers its `ref`, or `null` where it could not be written: the words stay with the caller. */
export function writeComment(ports: MarkPorts, id: ElementId, text: string, re?: string): string | null {
  const { board, who } = ports;
  const words = text.trim();
  const count = board.get(id)?.marks.comments.length ?? LIMITS.commentsPerElement;
  if (who.id === undefined || !isCommentText(words) || count >= LIMITS.commentsPerElement) return null;
  if (commentable(ports, [id]).length === 0) return null;
  const ref = commentRef(who.id, createId());
  const value = { text: words, at: board.moment(), ...(re !== undefined && { re }) };
  setMark(board, 'comment', [id], commentKey(ref), value);
  return ref;
}

/** Changes one's own comment. Answers whether it could be. */
export function editComment(ports: MarkPorts, id: ElementId, comment: Comment, text: string): boolean {
  const { board, who } = ports;
  const words = text.trim();
  if (comment.by !== who.id || !isCommentText(words) || commentable(ports, [id]).length === 0) return false;
  const { at, re } = comment;
  const value = { text: words, at, edited: board.moment(), ...(re !== undefined && { re }) };
  if (words !== comment.text) setMark(board, 'comment', [id], commentKey(comment.ref), value);
  return true;
}

/** Whether this person may take a comment away: its writer may, and who facilitates. */
export const mayDeleteComment = (ports: MarkPorts, id: ElementId, { by }: Comment): boolean =>
  (by === ports.who.id || ports.who.role === 'facilitator') && commentable(ports, [id]).length > 0;

export function deleteComment(ports: MarkPorts, id: ElementId, comment: Comment): boolean {
  if (!mayDeleteComment(ports, id, comment)) return false;
  setMark(ports.board, 'uncomment', [id], commentKey(comment.ref), undefined);
  return true;
}

/** Whether this person may say that a thread is settled, or is not: whoever began it, the element's author, who facilitates. */
export function mayResolve(ports: MarkPorts, id: ElementId, { by, resolvedAt }: Thread): boolean {
  const { board, who } = ports;
  if (who.id === undefined || commentable(ports, [id]).length === 0) return false;
  // No date comes after the last word on it: whoever facilitates takes that away.
  if (who.role !== 'facilitator' && !isMoment(resolvedAt + 1)) return false;
  return who.role === 'facilitator' || by === who.id || board.written(id)?.by === who.id;
}

export function resolveThread(ports: MarkPorts, id: ElementId, thread: Thread, isResolved: boolean): boolean {
  const { board, who } = ports;
  if (who.id === undefined || !mayResolve(ports, id, thread)) return false;
  const moment = board.moment();
  // Words that were said ahead of time give way to a facilitator's, and the thread has a moment of now again.
  const isAnew = who.role === 'facilitator' && thread.resolvedAt > moment + WRONG_CLOCK_MS;
  const ahead = isAnew
    ? (board.get(id)?.marks.resolutions ?? []).filter((one) => one.of === thread.ref && one.at >= moment)
    : [];
  // After the last word on it, whatever that one's clock said.
  const at = isAnew ? moment : Math.max(moment, thread.resolvedAt + 1);
  const marks = {
    ...Object.fromEntries(ahead.map(({ by }) => [resolvedKey(by, thread.ref), undefined])),
    [resolvedKey(who.id, thread.ref)]: { at, is: isResolved },
  };
  board.edit('resolve', (write: BoardWriter) => write.set(id, { marks }));
  return true;
}

function setMark(board: BoardDoc, label: string, ids: readonly ElementId[], key: string, value: unknown): void {
  if (ids.length === 0) return;
  board.edit(label, (write: BoardWriter) => {
    for (const id of ids) write.set(id, { marks: { [key]: value } });
  });
}
