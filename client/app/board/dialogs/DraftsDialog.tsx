/** Texts of this person that have no place on the wall any more: to copy, then to let go. */
import { useSyncExternalStore } from 'react';
import { useT } from '../../../i18n/Messages.tsx';
import { useBoard } from '../../../session/BoardContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { copyText } from '../../../ui/copyText.ts';
import { useToast } from '../../../ui/Toasts.tsx';
import styles from './DraftsDialog.module.css';

export function DraftsDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const { drafts } = useBoard();
  const texts = useSyncExternalStore(drafts.subscribe, drafts.list);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('drafts.title')}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button
            variant="danger"
            onClick={() => {
              drafts.clear();
              onClose();
            }}
          >
            {t('drafts.clear')}
          </Button>
          <Button
            variant="primary"
            onClick={async () => {
              if (await copyText(texts.join('\n\n'))) toast({ text: t('drafts.copied') });
            }}
          >
            {t('drafts.copy')}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{t('drafts.lead')}</p>
      <ul className={styles.list}>
        {texts.map((text) => (
          <li key={text} className={styles.text}>
            {text}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
