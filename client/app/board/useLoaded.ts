/** A component fetched when it is first wanted, and kept: it then comes at once. */
import { type ComponentType, useEffect, useState } from 'react';
import { useT } from '../../i18n/Messages.tsx';
import { useToast } from '../../ui/Toasts.tsx';

/** `null` until it is here. Where it cannot be had, `onMissing` is called and the person told; without it nobody misses it. */
export function useLoaded<P>(
  isWanted: boolean,
  load: () => Promise<ComponentType<P> | null>,
  onMissing?: () => void,
): ComponentType<P> | null {
  const t = useT();
  const toast = useToast();
  const [loaded, setLoaded] = useState<{ readonly Component: ComponentType<P> } | null>(null);
  useEffect(() => {
    if (!isWanted || loaded) return;
    let isCurrent = true;
    void load().then((Component) => {
      if (!isCurrent) return;
      if (Component) setLoaded({ Component });
      else if (onMissing) {
        toast({ text: t('dialog.unavailable'), tone: 'danger' });
        onMissing();
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [isWanted, loaded, load, onMissing, toast, t]);
  return isWanted ? (loaded?.Component ?? null) : null;
}
