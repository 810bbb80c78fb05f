/** What is true of one's own work: saved, on its way, or waiting for the connection. Never says "saved" before the server has. */
import { CloudCheck, CloudOff, CloudUpload, LoaderCircle, Radio, TriangleAlert } from 'lucide-react';
import { canWrite } from '../../../shared/access/can.ts';
import { useT } from '../../i18n/Messages.tsx';
import { useBoard, useSession } from '../../session/BoardContext.tsx';
import { type SaveStatus, saveStatus, saveTone } from '../../sync/saveStatus.ts';
import { classNames } from '../../ui/classNames.ts';
import styles from './SaveBadge.module.css';

const ICONS: Readonly<Record<SaveStatus['id'], typeof CloudCheck>> = {
  saved: CloudCheck,
  saving: CloudUpload,
  connecting: LoaderCircle,
  offline: CloudOff,
  offlineUnsaved: CloudOff,
  offlineUnkept: CloudOff,
  paused: TriangleAlert,
  live: Radio,
  liveOffline: CloudOff,
};

const OFFLINE: readonly SaveStatus['id'][] = ['offline', 'offlineUnsaved', 'offlineUnkept', 'liveOffline'];

function useSaveStatus(): SaveStatus {
  const status = useSession((state) => state.status);
  const loaded = useSession((state) => state.loaded);
  const unsaved = useSession((state) => state.unsaved);
  const storagePaused = useSession((state) => state.storagePaused);
  const device = useSession((state) => state.device);
  const role = useSession((state) => state.me?.role ?? 'viewer');
  return saveStatus({ status, loaded, unsaved, storagePaused, device }, canWrite(role));
}

/** `bar`: a line of the top bar; `icon`: there, without its words; `floating`: over the wall. */
export function SaveBadge({ form = 'bar' }: { form?: 'bar' | 'icon' | 'floating' }) {
  const t = useT();
  const { session } = useBoard();
  const status = useSaveStatus();
  const tone = saveTone(status);
  const Icon = ICONS[status.id];
  const text = t(`save.${status.id}`, 'count' in status ? { count: status.count } : undefined);
  const offline = OFFLINE.includes(status.id);
  return (
    <span
      className={classNames(styles.badge, styles[tone], form === 'floating' && styles.compact)}
      data-status={status.id}
      data-mark="saved"
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      <span className={form === 'icon' ? 'visually-hidden' : styles.text}>{text}</span>
      {offline && (
        <button type="button" className={styles.retry} onClick={session.retryNow}>
          {t('save.retry')}
        </button>
      )}
    </span>
  );
}

/** Where the top bar has no room for what the badge has to say, or there is none, it stands over the wall, first of what is said there. */
export function FloatingBadge({ place }: { place: 'always' | 'warnings' }) {
  const isWarning = saveTone(useSaveStatus()) === 'warning';
  return place === 'always' || isWarning ? <SaveBadge form="floating" /> : null;
}

/** In the top bar: with its words where there is room for them. */
export function BarBadge({ isWide }: { isWide: boolean }) {
  const isWarning = saveTone(useSaveStatus()) === 'warning';
  if (isWide) return <SaveBadge />;
  return isWarning ? null : <SaveBadge form="icon" />;
}

/** Says aloud when the connection goes and comes back; each save said aloud would drown everything else. */
export function ConnectionAnnouncer() {
  const t = useT();
  const status = useSaveStatus();
  const text =
    saveTone(status) === 'warning'
      ? t(`save.${status.id}`, 'count' in status ? { count: status.count } : undefined)
      : t('save.connected');
  // Counting up while offline is not news either: the sentence is read when its kind changes.
  return (
    <div
      className="visually-hidden"
      role="status"
      key={status.id === 'saving' || status.id === 'saved' ? 'on' : status.id}
    >
      {text}
    </div>
  );
}
