/** What opens from the bar of marks, fetched when it is first wanted; `null` where it cannot be. */
import type { ComponentType } from 'react';
import type { CommentsPanelProps } from '../comments/CommentsPanel.tsx';

const orNull = <P>(wanted: Promise<ComponentType<P>>): Promise<ComponentType<P> | null> =>
  wanted.then(
    (found) => found,
    () => null,
  );

export const loadTags = (): Promise<ComponentType | null> =>
  orNull(import('../tags/TagsDialog.tsx').then(({ TagsDialog }) => TagsDialog));

export const loadText = (): Promise<ComponentType | null> =>
  orNull(import('./TextDialog.tsx').then(({ TextDialog }) => TextDialog));

export const loadComments = (): Promise<ComponentType<CommentsPanelProps> | null> =>
  orNull(import('../comments/CommentsPanel.tsx').then(({ CommentsPanel }) => CommentsPanel));
