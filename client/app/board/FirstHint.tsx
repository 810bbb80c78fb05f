/**
 * What to do first, said once on this device to whoever may write: one line above the bottom edge, gone with their first note or when they
 * put it away. It takes no clicks from the wall under it.
 */
import { X } from 'lucide-react';
import { startTransition, useEffect, useState } from 'react';
import { useT } from '../../i18n/Messages.tsx';
import { useBoard, useEditorState } from '../../session/BoardContext.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useApp } from '../AppContext.tsx';
import styles from './FirstHint.module.css';

export const HINT_SEEN = 'pelemele.hint';

export function FirstHint({ phone, isQuiet }: { phone: boolean; isQuiet: boolean }) {
  const t = useT();
  const { storage } = useApp();
  const isTouch = useMediaQuery('(pointer: coarse)');
  const { editor } = useBoard();
  const [isSeen, setSeen] = useState(() => storage.get(HINT_SEEN) !== null);
  // The bar of the selection stands there on a phone; an empty wall says the same by itself.
  const isInTheWay = useEditorState(
    ({ readOnly, selection, editing, tool }) => readOnly || selection.size > 0 || editing !== null || tool !== 'select',
  );
  // The tour says the same, and may have ended by saying it.
  useEffect(() => {
    if (!isQuiet) setSeen(storage.get(HINT_SEEN) !== null);
  }, [isQuiet, storage]);
  const [isEmpty, setEmpty] = useState(() => editor.board.size === 0);

  useEffect(() => {
    if (isSeen) return;
    setEmpty(editor.board.size === 0);
    return editor.board.onChange(({ local }) => {
      // After the wall: a board that comes is painted first.
      startTransition(() => setEmpty(editor.board.size === 0));
      if (!local) return;
      storage.set(HINT_SEEN, '1');
      setSeen(true);
    });
  }, [editor, storage, isSeen]);

  if (isSeen || isInTheWay || isEmpty || isQuiet) return null;
  return (
    <div className={styles.hint} role="note">
      <p>{t(phone || isTouch ? 'board.hint.touch' : 'board.hint.mouse')}</p>
      <IconButton
        label={t('board.hint.close')}
        icon={<X size={18} strokeWidth={1.75} aria-hidden="true" />}
        placement="top"
        onPress={() => {
          storage.set(HINT_SEEN, '1');
          setSeen(true);
        }}
      />
    </div>
  );
}
