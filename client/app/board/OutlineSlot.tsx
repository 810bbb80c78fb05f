/** Where the outline opens on the board page: fetched when it is first wanted, a message where it cannot be. */
import { type ComponentType, useEffect, useState } from 'react';
import { useT } from '../../i18n/Messages.tsx';
import { loadOutline } from '../../outline/loadOutline.ts';
import type { OutlinePanelProps } from '../../outline/OutlinePanel.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useApp } from '../AppContext.tsx';

export function OutlineSlot({ isSheet, onClose }: Pick<OutlinePanelProps, 'isSheet' | 'onClose'>) {
  const t = useT();
  const toast = useToast();
  const { storage } = useApp();
  const [loaded, setLoaded] = useState<{ readonly Panel: ComponentType<OutlinePanelProps> } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void loadOutline().then((Panel) => {
      if (!isWanted) return;
      if (Panel) setLoaded({ Panel });
      else {
        toast({ text: t('dialog.unavailable'), tone: 'danger' });
        onClose();
      }
    });
    return () => {
      isWanted = false;
    };
  }, [toast, t, onClose]);
  return loaded && <loaded.Panel isSheet={isSheet} onClose={onClose} storage={storage} />;
}
