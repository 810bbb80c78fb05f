/**
 * Where the comments open on the page: fetched when they are first wanted, a message where they cannot be. What was begun and not sent stays
 * here while the panel is closed.
 */
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/Messages.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { loadComments } from '../marks/loadMarks.ts';
import type { CommentsPanelProps } from './CommentsPanel.tsx';

export function CommentsSlot({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const [loaded, setLoaded] = useState<{ readonly Panel: ComponentType<CommentsPanelProps> } | null>(null);
  const begun = useRef(new Map<string, string>());
  useEffect(() => {
    if (!isOpen || loaded) return;
    let isWanted = true;
    void loadComments().then((Panel) => {
      if (!isWanted) return;
      if (Panel) setLoaded({ Panel });
      else {
        toast({ text: t('dialog.unavailable'), tone: 'danger' });
        onClose();
      }
    });
    return () => {
      isWanted = false;
    };
  }, [isOpen, loaded, toast, t, onClose]);
  return isOpen && loaded && <loaded.Panel onClose={onClose} begun={begun.current} />;
}
