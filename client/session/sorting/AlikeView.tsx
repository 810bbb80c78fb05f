/** « Notes qui se ressemblent »: those like the selected note, the most alike first, ringed on the wall while the list is open. */
import { useEffect, useState } from 'react';
import type { Likeness } from '../../../shared/sorting/neighbours.ts';
import { isSortable, scopeOf, textsOf } from '../../editor/sorting/sortable.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useBoard, useEditorState } from '../BoardContext.tsx';
import { NoteText, ShowNote, useNoteText } from './NoteLine.tsx';
import styles from './Sorting.module.css';
import type { ViewProps } from './SortingPanel.tsx';
import { Working } from './Working.tsx';

interface Found {
  readonly of: string;
  readonly likes: readonly Likeness[];
}

export function AlikeView({ sorter }: ViewProps) {
  const t = useT();
  const { editor } = useBoard();
  const textOf = useNoteText();
  const selection = useEditorState((state) => state.selection);
  const [found, setFound] = useState<Found | null>(null);
  const { ask } = sorter;
  const [single] = selection.size === 1 ? selection : [];
  const listed = found !== null && (single === undefined || found.likes.some(({ id }) => id === single));

  // The note one selects is the one asked about; one of the list is only shown.
  useEffect(() => {
    const { board } = editor;
    const element = single === undefined ? undefined : board.get(single);
    if (single === undefined || !element || !isSortable(board, element) || found?.of === single || listed) return;
    let isWanted = true;
    void ask('alike', { note: single, notes: textsOf(board, scopeOf(board, new Set())) }).then((likes) => {
      if (likes && isWanted) setFound({ of: single, likes });
    });
    return () => {
      isWanted = false;
    };
  }, [editor, ask, single, found, listed]);
  useEffect(() => {
    editor.setFound(found && { ids: new Set(found.likes.map(({ id }) => id)), at: found.of });
  }, [editor, found]);
  useEffect(() => () => editor.setFound(null), [editor]);

  const likes = found?.likes.filter(({ id }) => editor.board.get(id)) ?? [];
  return (
    <section className={styles.view}>
      <p>{t('sorting.alike.help')}</p>
      {sorter.hasFailed && <p role="alert">{t('sorting.failed')}</p>}
      {sorter.work && <Working work={sorter.work} onCancel={sorter.cancel} />}
      {found && <h3 className={styles.heading}>{t('sorting.alike.of', { text: textOf(found.of).slice(0, 120) })}</h3>}
      <p role="status" className={found && likes.length === 0 ? '' : 'visually-hidden'}>
        {found && (likes.length === 0 ? t('sorting.alike.none') : t('sorting.say.found', { count: likes.length }))}
      </p>
      <ol className={styles.list}>
        {likes.map(({ id, similarity }) => {
          const percent = Math.round(similarity * 100);
          return (
            <li key={id} className={styles.line}>
              <span className={styles.words}>
                <NoteText text={textOf(id)} />
                <span className={styles.sure}>{t('sorting.alike.percent', { percent })}</span>
                <span className={styles.bar} style={{ width: `${percent}%` }} />
              </span>
              <ShowNote id={id} text={textOf(id)} />
            </li>
          );
        })}
      </ol>
      {found && likes.length > 0 && (
        <div className={styles.foot}>
          <Button onClick={() => editor.selection.set([found.of, ...likes.map(({ id }) => id)])}>
            {t('sorting.alike.select', { count: likes.length + 1 })}
          </Button>
        </div>
      )}
    </section>
  );
}
