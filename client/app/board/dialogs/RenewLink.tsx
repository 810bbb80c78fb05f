/** Renews one of the links, after saying what that does; keeps this device able to come back. */
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/Messages.tsx';
import { useBoard } from '../../../session/BoardContext.tsx';
import { useCommand } from '../../../session/useCommand.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { useApp } from '../../AppContext.tsx';
import { afterRenewal, type LinkName } from './links.ts';
import styles from './ShareDialog.module.css';

export interface RenewLinkProps {
  name: LinkName;
  /** The link as it is now, where it is known. */
  url: string | undefined;
  onRenewed: () => void;
}

export function RenewLink({ name, url, onRenewed }: RenewLinkProps) {
  const t = useT();
  const toast = useToast();
  const { credentials } = useApp();
  const { session } = useBoard();
  const { pending, run } = useCommand();
  const [asked, setAsked] = useState(false);
  const link = t(`share.${name}`);
  const renew = async (): Promise<void> => {
    const accepted = await run({ type: 'renewLink', link: name });
    if (!accepted) return;
    const known = credentials.find(session.id);
    if (known && accepted.link !== undefined) {
      credentials.save(session.id, afterRenewal(known, name, url, accepted.link));
    }
    setAsked(false);
    onRenewed();
    toast({ text: t('share.renew.done', { link }) });
  };
  return (
    <>
      <Button
        variant="quiet"
        icon={<RefreshCw size={16} strokeWidth={1.75} aria-hidden="true" />}
        className={styles.renew}
        aria-label={t('share.renew.which', { link })}
        onClick={() => setAsked(true)}
      >
        {t('share.renew')}
      </Button>
      {asked && (
        <ConfirmDialog
          title={t('share.renew.title', { link })}
          closeLabel={t('common.close')}
          cancelLabel={t('common.cancel')}
          confirmLabel={t('share.renew')}
          pending={pending}
          onConfirm={() => void renew()}
          onClose={() => setAsked(false)}
        >
          <p>{t('share.renew.help')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
