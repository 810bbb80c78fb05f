/** A panel beside the page's main thing: does not block it. Takes focus when it opens and gives it back when it closes. */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './IconButton.tsx';
import styles from './SidePanel.module.css';
import { ToastHost } from './Toasts.tsx';
import { PHONE, useMediaQuery } from './useMediaQuery.ts';

export interface SidePanelProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}

export function SidePanel({ title, closeLabel, onClose, children }: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  // As wide as a phone it lies over the foot of the page, and what is said there.
  const isSheet = useMediaQuery(PHONE);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside
      className={styles.panel}
      data-mark="panel"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles.header}>
        <h2 ref={heading} id={id} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <IconButton label={closeLabel} icon={<X size={20} strokeWidth={1.75} />} placement="left" onPress={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
      {isSheet && (
        <div className={styles.said}>
          <ToastHost />
        </div>
      )}
    </aside>
  );
}
