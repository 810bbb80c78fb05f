/** Where one can go on a wall: views kept under a name, which can be set, renamed and deleted here, and the areas of the wall. */
import { Bookmark, Check, Frame, Pencil, Trash2 } from 'lucide-react';
import { type FormEvent, type RefObject, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { DialogProps } from '../../app/board/dialogs/loadDialog.ts';
import { isMac, shortcutText } from '../../app/board/shortcutText.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useBoard } from '../BoardContext.tsx';
import { areaPlaces } from './areaPlaces.ts';
import { type Bookmark as Kept, MOST_BOOKMARKS, MOST_NAME_CHARS, WITH_KEYS } from './Bookmarks.ts';
import styles from './PlacesDialog.module.css';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function PlacesDialog({ onClose, actions: { bookmarks } }: DialogProps) {
  const t = useT();
  const { editor } = useBoard();
  const views = useSyncExternalStore(bookmarks.subscribe, bookmarks.list);
  const areas = useMemo(() => areaPlaces(editor), [editor]);
  const [renamed, setRenamed] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  /** What has gone with its row had the focus: it goes to the view's own button, or to the field where no view is left. */
  const refocus = (at: number): void => {
    requestAnimationFrame(() => {
      const rows = list.current?.children ?? [];
      (rows[Math.min(at, rows.length - 1)]?.querySelector('button') ?? field.current)?.focus();
    });
  };
  const isFull = views.length >= MOST_BOOKMARKS;
  const go = (box: Kept['box'], maxZoom?: number): void => {
    onClose();
    editor.camera.fit(box, maxZoom);
  };
  return (
    <Dialog open onClose={onClose} title={t('places.title')} closeLabel={t('common.close')}>
      <KeepForm
        field={field}
        name={t('places.default', { number: views.length + 1 })}
        isFull={isFull}
        onKeep={(name) => bookmarks.add(name, editor.camera.seen())}
      />
      <section className={styles.part}>
        <h3 className={styles.heading}>{t('places.views')}</h3>
        <p className={styles.help}>{t(views.length > 0 ? 'places.viewsHelp' : 'places.noViews')}</p>
        <ul ref={list}>
          {views.map(({ id, name, box }, at) => (
            <li key={id} className={styles.row}>
              {renamed === id ? (
                <RenameForm
                  name={name}
                  onName={(next) => {
                    bookmarks.rename(id, next);
                    setRenamed(null);
                    refocus(at);
                  }}
                  onCancel={() => {
                    setRenamed(null);
                    refocus(at);
                  }}
                />
              ) : (
                <>
                  <Place
                    icon={<Bookmark {...ICON} />}
                    name={name}
                    shortcut={at < WITH_KEYS ? shortcutText(`alt+${at + 1}`, t, isMac(navigator)) : undefined}
                    onGo={() => go(box, 8)}
                  />
                  <IconButton
                    label={t('places.rename', { name })}
                    icon={<Pencil {...ICON} />}
                    onPress={() => setRenamed(id)}
                  />
                  <IconButton
                    label={t('places.delete', { name })}
                    icon={<Trash2 {...ICON} />}
                    onPress={() => {
                      bookmarks.delete(id);
                      refocus(at);
                    }}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.part}>
        <h3 className={styles.heading}>{t('places.areas')}</h3>
        {areas.length === 0 && <p className={styles.help}>{t('places.noAreas')}</p>}
        <ul>
          {areas.map(({ id, title, box }) => (
            <li key={id} className={styles.row}>
              <Place icon={<Frame {...ICON} />} name={title || t('places.untitled')} onGo={() => go(box)} />
            </li>
          ))}
        </ul>
      </section>
    </Dialog>
  );
}

interface PlaceProps {
  icon: React.ReactNode;
  name: string;
  shortcut?: string | undefined;
  onGo: () => void;
}

function Place({ icon, name, shortcut, onGo }: PlaceProps) {
  const t = useT();
  return (
    <button type="button" className={styles.place} aria-label={t('places.go', { name })} onClick={onGo}>
      {icon}
      <span className={styles.name}>{name}</span>
      {shortcut !== undefined && <kbd className={styles.key}>{shortcut}</kbd>}
    </button>
  );
}

interface KeepFormProps {
  field: RefObject<HTMLInputElement | null>;
  name: string;
  isFull: boolean;
  onKeep: (name: string) => void;
}

function KeepForm({ field, name, isFull, onKeep }: KeepFormProps) {
  const t = useT();
  const [written, setWritten] = useState('');
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (isFull) return;
    onKeep(written.trim() || name);
    setWritten('');
  };
  return (
    <form className={styles.form} onSubmit={keep}>
      <TextField
        ref={field}
        className={styles.written}
        label={t('places.name')}
        value={written}
        onValue={setWritten}
        placeholder={name}
        maxLength={MOST_NAME_CHARS}
        error={isFull ? t('places.full') : undefined}
      />
      <Button type="submit" variant="primary" icon={<Bookmark {...ICON} />} disabled={isFull}>
        {t('places.keep')}
      </Button>
    </form>
  );
}

function RenameForm({
  name,
  onName,
  onCancel,
}: {
  name: string;
  onName: (name: string) => void;
  onCancel: () => void;
}) {
  const t = useT();
  const id = useId();
  const [written, setWritten] = useState(name);
  return (
    <form
      className={styles.renaming}
      onSubmit={(event) => {
        event.preventDefault();
        onName(written);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {t('places.newName')}
      </label>
      <input
        id={id}
        // biome-ignore lint/a11y/noAutofocus: reason: it stands where the button was that asked for it
        autoFocus
        className={styles.input}
        value={written}
        maxLength={MOST_NAME_CHARS}
        onChange={(event) => setWritten(event.currentTarget.value)}
      />
      <Button type="submit" icon={<Check {...ICON} />}>
        {t('places.renamed')}
      </Button>
    </form>
  );
}
