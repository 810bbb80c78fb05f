/** Texts of this person that have no place on the wall any more: to copy, to put back as a note, or to let go. */
import { ClipboardCopy, FileText, StickyNote, Trash2 } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useBoard, useEditorState } from '../BoardContext.tsx';
import styles from '../OwnWork.module.css';
import type { ShownDraft } from './AllDrafts.ts';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
const NAMED_BY = 40;

const excerpt = (text: string): string => (text.length > NAMED_BY ? `${text.slice(0, NAMED_BY).trimEnd()}…` : text);

export function DraftsDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const { drafts, editor } = useBoard();
  const shown = useSyncExternalStore(drafts.subscribe, drafts.list);
  const isReadOnly = useEditorState((state) => state.readOnly);

  const copy = async (which: readonly ShownDraft[]): Promise<void> => {
    const isCopied = await copyText(which.map(({ text }) => text).join('\n\n'));
    toast({ text: t(isCopied ? 'drafts.copied' : 'drafts.copyFailed', { count: which.length }) });
  };
  const remove = (which: readonly ShownDraft[]): void => {
    const run = drafts.remove(which.map(({ id }) => id));
    toast({ text: t('drafts.deleted', { count: which.length }), action: { label: t('drafts.undo'), run } });
  };
  const place = (draft: ShownDraft): void => {
    const id = editor.writes.placeBeside('note', editor.clipboard.target, {}, draft.text);
    if (id === null) return;
    drafts.remove([draft.id]);
    editor.selection.set([id]);
    const bounds = editor.board.bounds(id);
    if (bounds) editor.camera.reveal(bounds);
    toast({ text: t('drafts.placed') });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('drafts.title')}
      closeLabel={t('common.close')}
      footer={
        shown.length > 1 && (
          <>
            <Button variant="quiet" onClick={() => remove(shown)}>
              {t('drafts.deleteAll')}
            </Button>
            <Button onClick={() => void copy(shown)}>{t('drafts.copyAll')}</Button>
          </>
        )
      }
    >
      {shown.length === 0 ? (
        <EmptyPlace icon={<FileText size={32} strokeWidth={1.5} aria-hidden="true" />} title={t('drafts.empty')}>
          {t('drafts.empty.help')}
        </EmptyPlace>
      ) : (
        <>
          <p className={styles.lead}>{t('drafts.lead')}</p>
          <ul className={styles.list}>
            {shown.map((draft) => (
              <li key={draft.id} className={styles.row}>
                <div className={styles.main}>
                  <p className={styles.text}>{draft.text}</p>
                  <p className={styles.about}>{t(`drafts.reason.${draft.reason}`)}</p>
                </div>
                <div className={styles.actions}>
                  {!isReadOnly && (
                    <IconButton
                      label={t('drafts.placeOne', { text: excerpt(draft.text) })}
                      icon={<StickyNote {...ICON} />}
                      text={t('drafts.place')}
                      onPress={() => place(draft)}
                    />
                  )}
                  <IconButton
                    label={t('drafts.copyOne', { text: excerpt(draft.text) })}
                    icon={<ClipboardCopy {...ICON} />}
                    onPress={() => void copy([draft])}
                  />
                  <IconButton
                    label={t('drafts.deleteOne', { text: excerpt(draft.text) })}
                    icon={<Trash2 {...ICON} />}
                    onPress={() => remove([draft])}
                  />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
