/** Takes this board, or all of them, off this device: the copy, the drafts, the way in. Says first what will be lost by it. */
import { useState } from 'react';
import { useApp } from '../../app/AppContext.tsx';
import { useT } from '../../i18n/Messages.tsx';
import { forgetDrafts } from '../../sync/drafts.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useBoard, useSession } from '../BoardContext.tsx';
import { forgetBookmarks } from '../bookmarks/Bookmarks.ts';
import styles from './ForgetDialog.module.css';

type What = 'this' | 'all';

export function ForgetDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const { credentials, device, router, storage } = useApp();
  const { session } = useBoard();
  const unsaved = useSession((state) => state.unsaved);
  const isFacilitator = useSession((state) => state.me?.role === 'facilitator');
  const [what, setWhat] = useState<What>('this');
  const [pending, setPending] = useState(false);

  const forget = async (): Promise<void> => {
    setPending(true);
    const board = what === 'this' ? session.id : null;
    try {
      await device.forget(board);
    } catch {
      // The store is not there, or does not obey: the rest goes all the same, and the person is told.
      toast({ text: t('forget.failed'), tone: 'danger' });
    }
    await session.eraseLocal();
    for (const { id } of credentials.recent()) if (board === null || id === board) credentials.forget(id);
    router.go({ name: 'start' });
    // After the page of the wall is gone: leaving it keeps unsaved words as drafts.
    setTimeout(() => forgetDrafts(storage, board), 0);
    forgetBookmarks(storage, board);
  };

  return (
    <ConfirmDialog
      title={t('forget.title')}
      closeLabel={t('common.close')}
      cancelLabel={t('common.cancel')}
      confirmLabel={t('forget.confirm')}
      pending={pending}
      onConfirm={() => void forget()}
      onClose={onClose}
    >
      <div className={styles.body}>
        <p>{t('forget.help')}</p>
        <ChoiceField
          legend={t('forget.what')}
          value={what}
          onValue={setWhat}
          choices={[
            { value: 'this', label: t('forget.this') },
            { value: 'all', label: t('forget.all') },
          ]}
          compact
        />
        {isFacilitator && <p>{t('forget.facilitator')}</p>}
        {unsaved > 0 && <p className={styles.warning}>{t('forget.unsaved', { count: unsaved })}</p>}
      </div>
    </ConfirmDialog>
  );
}
