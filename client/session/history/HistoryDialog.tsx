/** One's own actions in words, the latest first, each with the way back to before it. What others changed since is never undone. */
import { History as HistoryIcon } from 'lucide-react';
import { useEffect, useReducer } from 'react';
import { FormattedRelativeTime } from 'react-intl';
import type { Edit } from '../../../shared/board/BoardDoc.ts';
import { undoNotice } from '../../editor/undoNotice.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useBoard, useCommands } from '../BoardContext.tsx';
import styles from '../OwnWork.module.css';

/** Labels of edits that have words of their own. */
const NAMED = ['create', 'paste', 'duplicate', 'delete', 'move', 'resize', 'typing', 'color', 'order', 'lock'] as const;
type Named = (typeof NAMED)[number];

const nameOf = (label: string): Named | 'other' =>
  label === 'nudge' ? 'move' : label === 'discard' ? 'delete' : (NAMED.find((name) => name === label) ?? 'other');

/** The words of what was touched: of one element. */
function wordsOf({ entries }: Edit): string {
  const [first] = entries;
  return (first?.after?.text ?? first?.before?.text ?? '').trim().replace(/\s+/g, ' ');
}

export function HistoryDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { editor } = useBoard();
  const { history } = editor;
  const toast = useToast();
  const commands = useCommands();
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => history.onChange(redraw), [history]);
  const edits = [...history.past].reverse();
  const undoUntil = (edit: Edit): void => {
    editor.tools.cancel();
    const outcome = history.undoUntil(edit);
    const notice = outcome && undoNotice(outcome);
    if (notice) toast({ text: t(notice.id, notice.values) });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('history.title')}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button disabled={!commands.get('edit.redo').enabled()} onClick={() => commands.run('edit.redo')}>
            {t('history.redo')}
          </Button>
          <Button disabled={!commands.get('edit.undo').enabled()} onClick={() => commands.run('edit.undo')}>
            {t('history.undo')}
          </Button>
        </>
      }
    >
      {edits.length === 0 ? (
        <EmptyPlace icon={<HistoryIcon size={32} strokeWidth={1.5} aria-hidden="true" />} title={t('history.empty')}>
          {t('history.empty.help')}
        </EmptyPlace>
      ) : (
        <>
          <p className={styles.lead}>{t('history.lead')}</p>
          <ol className={styles.list}>
            {edits.map((edit, index) => {
              const action = t(`history.${nameOf(edit.label)}`, { count: edit.entries.length });
              const words = edit.entries.length === 1 ? wordsOf(edit) : '';
              return (
                <li key={history.past.length - index} className={styles.row}>
                  <div className={styles.main}>
                    <span className={styles.name}>{action}</span>
                    <span className={classNames(styles.about, styles.oneLine)}>
                      <Ago at={edit.at} />
                      {words !== '' && ` · ${words}`}
                    </span>
                  </div>
                  <div className={styles.actions}>
                    <Button
                      className={styles.until}
                      aria-label={t('history.untilOne', {
                        action: words === '' ? action : `${action}, ${words.slice(0, 40)}`,
                      })}
                      onClick={() => undoUntil(edit)}
                    >
                      {t('history.until')}
                    </Button>
                  </div>
                </li>
              );
            })}
          </ol>
        </>
      )}
    </Dialog>
  );
}

function Ago({ at }: { at: number }) {
  const seconds = Math.min(0, Math.round((at - Date.now()) / 1000));
  if (seconds > -60) return <FormattedRelativeTime value={0} unit="second" numeric="auto" />;
  const isHours = seconds <= -3_600;
  return (
    <FormattedRelativeTime
      value={Math.round(seconds / (isHours ? 3_600 : 60))}
      unit={isHours ? 'hour' : 'minute'}
      numeric="auto"
    />
  );
}
