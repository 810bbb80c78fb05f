/**
 * To whoever facilitates: somebody has deleted much of what others made, and the server holds the rest back. Stands until it is settled;
 * one notice a person, the newest last.
 */
import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useBoard, useSession } from '../BoardContext.tsx';
import { useNames } from '../people/useNames.ts';
import { useCommand } from '../useCommand.ts';
import styles from './MassDeletionNotice.module.css';

interface Case {
  readonly participant: string;
  readonly deleted: number;
  readonly held: number;
}

export function MassDeletionNotices() {
  const t = useT();
  const toast = useToast();
  const { session } = useBoard();
  const [cases, setCases] = useState<readonly Case[]>([]);
  const isFacilitator = useSession((state) => state.me?.role === 'facilitator');

  useEffect(
    () =>
      session.onEvent((event) => {
        if (event.type === 'deletionsRestored') toast({ text: t('deletion.restored', { count: event.restored }) });
        if (event.type !== 'massDeletion') return;
        const { participant, deleted, held } = event;
        setCases((open) => [
          ...open.filter((other) => other.participant !== participant),
          ...(deleted + held > 0 ? [{ participant, deleted, held }] : []),
        ]);
      }),
    [session, toast, t],
  );

  if (!isFacilitator || cases.length === 0) return null;
  return (
    <section className={styles.notices} aria-live="polite">
      {cases.map((one) => (
        <MassDeletionNotice
          key={one.participant}
          {...one}
          onClose={() => setCases((open) => open.filter((other) => other !== one))}
        />
      ))}
    </section>
  );
}

/** Put away, it comes back with the next thing that is kept back. */
function MassDeletionNotice({ participant, deleted, held, onClose }: Case & { onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const { pending, run } = useCommand();
  const name = useNames().get(participant) ?? t('deletion.nameless');
  return (
    <div className={styles.notice}>
      <Trash2 size={20} strokeWidth={1.75} aria-hidden="true" className={styles.icon} />
      <div className={styles.words}>
        <h2 className={styles.title}>{t(deleted > 0 ? 'deletion.title' : 'deletion.titleHeld', { name })}</h2>
        {deleted > 0 && <p>{t('deletion.gone', { count: deleted })}</p>}
        {held > 0 && <p>{t('deletion.held', { count: held })}</p>}
        <div className={styles.actions}>
          {deleted > 0 && (
            <Button
              variant="primary"
              pending={pending}
              onClick={() => void run({ type: 'restoreDeleted', participant })}
            >
              {t('deletion.restore', { count: deleted })}
            </Button>
          )}
          <Button
            pending={pending}
            onClick={() => {
              void run({ type: 'allowDeletion', participant }).then(
                (accepted) => accepted && toast({ text: t('deletion.allowed') }),
              );
            }}
          >
            {t('deletion.allow')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('deletion.close')}
          </Button>
        </div>
      </div>
    </div>
  );
}
