/** A modal panel: traps and gives back focus, closes with Escape, a press outside or its cross. On a phone it rises from the bottom. */
import { X } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from './classNames.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';
import { ToastHost } from './Toasts.tsx';

export interface DialogProps {
  title: string;
  closeLabel: string;
  open: boolean;
  onClose: () => void;
  /** Width: `m` for a form, `l` for things side by side. */
  size?: 'm' | 'l';
  /** A row of buttons at the bottom, always in sight. */
  footer?: ReactNode;
  children: ReactNode;
}

export function Dialog({ title, closeLabel, open, onClose, size = 'm', footer, children }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      isDismissable
      className={styles.overlay ?? ''}
    >
      <Modal className={classNames(styles.modal, styles[size])}>
        <AriaDialog className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
            <IconButton label={closeLabel} icon={<X size={20} strokeWidth={1.75} />} onPress={onClose} />
          </header>
          <Body>{children}</Body>
          <div className={styles.said}>
            <ToastHost />
          </div>
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What is longer than the dialog and holds nothing that takes the focus takes it itself: the arrow keys then scroll. */
function Body({ children }: { children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return;
    const isLong = element.scrollHeight > element.clientHeight;
    if (isLong && !element.querySelector('a[href], button, input, select, textarea, [tabindex]')) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  });
  return (
    <div ref={body} className={styles.body}>
      {children}
    </div>
  );
}
