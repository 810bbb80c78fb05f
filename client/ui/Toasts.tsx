/**
 * Short messages at the bottom of the page, in one polite live region that stands there from the start (a region that comes with its
 * text is not read). They leave by themselves, never while one points at them or reads them with focus inside.
 */
import { X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { classNames } from './classNames.ts';
import styles from './Toasts.module.css';

export interface Toast {
  readonly text: string;
  readonly tone?: 'plain' | 'danger';
  readonly action?: { readonly label: string; readonly run: () => void };
}

type Show = (toast: Toast) => void;

const SHOWN_MS = 7_000;
const MOST_AT_ONCE = 3;

const ToastContext = createContext<Show>(() => undefined);

/** Shows a message. */
export const useToast = (): Show => useContext(ToastContext);

export function ToastProvider({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly (Toast & { id: number })[]>([]);
  const [held, setHeld] = useState(false);
  const nextId = useRef(0);

  const show = useCallback<Show>((toast) => {
    const id = nextId.current++;
    // The same words again replace themselves: ten refusals are one message.
    setToasts((shown) => [...shown.filter(({ text }) => text !== toast.text), { ...toast, id }].slice(-MOST_AT_ONCE));
  }, []);
  const close = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), []);

  const oldest = toasts[0]?.id;
  useEffect(() => {
    if (oldest === undefined || held) return;
    const timer = setTimeout(() => close(oldest), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [oldest, held, close]);

  const region = useMemo(
    () => (
      <div
        role="status"
        aria-live="polite"
        className={styles.region}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        {toasts.map((toast) => (
          <div key={toast.id} className={classNames(styles.toast, toast.tone === 'danger' && styles.danger)}>
            <span className={styles.text}>{toast.text}</span>
            {toast.action && (
              <button
                type="button"
                className={styles.action}
                onClick={() => {
                  toast.action?.run();
                  close(toast.id);
                }}
              >
                {toast.action.label}
              </button>
            )}
            <button type="button" className={styles.close} aria-label={closeLabel} onClick={() => close(toast.id)}>
              <X size={18} strokeWidth={1.75} />
            </button>
          </div>
        ))}
      </div>
    ),
    [toasts, close, closeLabel],
  );

  return (
    <ToastContext value={show}>
      {children}
      {region}
    </ToastContext>
  );
}
