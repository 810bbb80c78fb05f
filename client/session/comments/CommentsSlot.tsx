/**
 * Where the comments open on the page: fetched when they are first wanted, a message where they cannot be. What was begun and not sent stays
 * here while the panel is closed.
 */
import { useRef } from 'react';
import { useLoaded } from '../../app/board/useLoaded.ts';
import { loadComments } from '../marks/loadMarks.ts';

export function CommentsSlot({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const Panel = useLoaded(isOpen, loadComments, onClose);
  const begun = useRef(new Map<string, string>());
  return Panel && <Panel onClose={onClose} begun={begun.current} />;
}
