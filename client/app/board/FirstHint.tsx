/**
 * What to do first, said once on this device to whoever may write: one line above the bottom edge, gone with their first note or when they
 * put it away. It takes no clicks from the wall under it.
 */
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/Messages.tsx';
import { useBoard, useEditorState } from '../../session/BoardContext.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useApp } from '../AppContext.tsx';
import styles from './FirstHint.module.css';

const SEEN = 'pelemele.hint';

export function FirstHint({ phone }: { phone: boolean }) {
  const t = useT();
  const { storage } = useApp();
  const { editor } = useBoard();
  const [isSeen, setSeen] = useState(() => storage.get(SEEN) !== null);
  // The bar of the selection stands there on a phone; an empty wall says the same by itself.
  const isInTheWay = useEditorState(
    ({ readOnly, selection, editing }) => readOnly || selection.size > 0 || editing !== null,
  );
  const [isEmpty, setEmpty] = useState(() => editor.board.size === 0);

  useEffect(() => {
    if (isSeen) return;
    setEmpty(editor.board.size === 0);
    return editor.board.onChange(({ local }) => {
      setEmpty(editor.board.size === 0);
      if (!local) return;
      storage.set(SEEN, '1');
      setSeen(true);
    });
  }, [editor, storage, isSeen]);

  if (isSeen || isInTheWay || isEmpty) return null;
  return (
    <div className={styles.hint} role="note">
      <p>{t(phone ? 'board.hint.touch' : 'board.hint.mouse')}</p>
      <IconButton
        label={t('board.hint.close')}
        icon={<X size={18} strokeWidth={1.75} aria-hidden="true" />}
        placement="top"
        onPress={() => {
          storage.set(SEEN, '1');
          setSeen(true);
        }}
      />
    </div>
  );
}
