/** A note in a list of suggestions: its words, and the way to it on the wall. */
import { Crosshair } from 'lucide-react';
import { useT } from '../../i18n/Messages.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useBoard } from '../BoardContext.tsx';
import { showHit } from '../find/showHit.ts';
import styles from './Sorting.module.css';

/** As it stands on the board now; empty where it is gone. */
export function useNoteText(): (id: string) => string {
  const { editor } = useBoard();
  return (id) => editor.board.get(id)?.text.replace(/\s+/g, ' ').trim() ?? '';
}

export function ShowNote({ id, text }: { id: string; text: string }) {
  const t = useT();
  const { editor } = useBoard();
  return (
    <IconButton
      label={t('sorting.show', { text: text.slice(0, 60) })}
      icon={<Crosshair size={18} strokeWidth={1.75} />}
      placement="left"
      onPress={() => {
        editor.selection.set([id]);
        showHit(editor, id);
      }}
    />
  );
}

export function NoteText({ text }: { text: string }) {
  return <span className={styles.text}>{text}</span>;
}
