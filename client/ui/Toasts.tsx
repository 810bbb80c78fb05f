/**
 * Short messages in one polite live region that stands there from the start (a region that comes with its text is not read). They leave by
 * themselves, never while one points at them or reads them with focus inside. They take room of their own in whatever is in front (a page,
 * the wall, a sheet, a dialog), and so lie over nothing: each of these says where by a `ToastHost`.
 */
import { X } from 'lucide-react';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
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

/** Takes the messages until its answer is called. */
type Claim = (host: HTMLElement) => () => void;

const HostContext = createContext<Claim>(() => () => undefined);

/** Shows a message. */
export const useToast = (): Show => useContext(ToastContext);

/** Where messages show while this is the last to have come. */
export function ToastHost() {
  const claim = useContext(HostContext);
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (host.current ? claim(host.current) : undefined), [claim]);
  return <div ref={host} className={styles.host} />;
}

export function ToastProvider({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly (Toast & { id: number })[]>([]);
  const [held, setHeld] = useState(false);
  const nextId = useRef(0);
  const [hosts, setHosts] = useState<readonly HTMLElement[]>([]);
  // One element that is moved: a region made anew would not be read.
  const [frame] = useState(() => document.createElement('div'));
  const claim = useCallback<Claim>((host) => {
    setHosts((all) => [...all, host]);
    return () => setHosts((all) => all.filter((other) => other !== host));
  }, []);
  const front = hosts.at(-1);
  useLayoutEffect(() => {
    if (front) front.append(frame);
    else frame.remove();
  }, [front, frame]);

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
      <HostContext value={claim}>
        {children}
        {createPortal(region, frame)}
      </HostContext>
    </ToastContext>
  );
}
