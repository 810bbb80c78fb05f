/** Where the help with sorting opens on the page: fetched when it is first wanted, a message where it cannot be. Carries out clusters by a value. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLoaded } from '../../app/board/useLoaded.ts';
import type { SortingView } from '../../editor/commands/Command.ts';
import { useT } from '../../i18n/Messages.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useBoard } from '../BoardContext.tsx';
import { loadGroupNow, loadSorting } from './loadSorting.ts';

export interface SortingSlotProps {
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
}

export function SortingSlot({ isOpen, onOpen, onClose }: SortingSlotProps) {
  const t = useT();
  const toast = useToast();
  const { editor } = useBoard();
  const [view, setView] = useState<SortingView>('complete');
  const say = useRef({ t, toast });
  say.current = { t, toast };
  useEffect(
    () =>
      editor.requests.subscribe((request) => {
        if (typeof request !== 'object') return;
        if ('sorting' in request) {
          setView(request.sorting);
          onOpen();
        } else if ('groupBy' in request) {
          void loadGroupNow().then((groupNow) => {
            const { t: words, toast: show } = say.current;
            if (groupNow) groupNow({ editor, t: words, toast: show }, request.groupBy);
            else show({ text: words('sorting.unavailable'), tone: 'danger' });
          });
        }
      }),
    [editor, onOpen],
  );
  const Panel = useLoaded(isOpen, loadSorting, onClose);
  const choose = useCallback((next: SortingView) => setView(next), []);
  return Panel && <Panel view={view} onView={choose} onClose={onClose} />;
}
