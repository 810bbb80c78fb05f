/** Tells what becomes of this person's own work: an edit the server took back, a device that keeps nothing, a disk in trouble. */
import { useEffect } from 'react';
import { useT } from '../../i18n/Messages.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useBoard, useSession } from '../BoardContext.tsx';
import { refusalText } from './refusalText.ts';

export function useWorkNotices(openDrafts: () => void): void {
  const t = useT();
  const toast = useToast();
  const { session, drafts } = useBoard();
  const device = useSession((state) => state.device);

  useEffect(() => {
    if (device === 'full' || device === 'lost' || device === 'damaged') {
      toast({ text: t(`device.${device}`), tone: 'danger' });
    }
  }, [device, toast, t]);

  useEffect(
    () =>
      session.onRefusal(({ code, texts }) => {
        drafts.add(texts, 'refused');
        const message = t(refusalText(code, session.state.getState().me?.role ?? 'viewer'));
        if (texts.length === 0) toast({ text: message, tone: 'danger' });
        else {
          toast({
            text: t('refused.drafts', { message }),
            tone: 'danger',
            action: { label: t('drafts.see'), run: openDrafts },
          });
        }
      }),
    [session, drafts, toast, t, openDrafts],
  );
}
