/**
 * One field for all that can be done: type a few letters, Enter runs the first. A combobox whose list is always open: the field keeps the
 * focus, the arrows choose. What was used of late stands at the top while nothing is asked.
 */
import { CornerDownLeft, Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useApp } from '../../app/AppContext.tsx';
import type { DialogProps } from '../../app/board/dialogs/loadDialog.ts';
import { useT } from '../../i18n/Messages.tsx';
import { classNames } from '../../ui/classNames.ts';
import { useBoard } from '../BoardContext.tsx';
import styles from './PaletteDialog.module.css';
import { createRecent } from './Recent.ts';
import { rank } from './rank.ts';
import { type PaletteEntry, usePaletteEntries } from './usePaletteEntries.tsx';

/** A longer list nobody reads: more letters make it shorter. */
const MOST_SHOWN = 60;

export function PaletteDialog({ onClose, actions, takeTyped }: DialogProps) {
  const t = useT();
  const { editor } = useBoard();
  // Whoever was writing and runs nothing goes on writing.
  const [typed] = useState(() => editor.store.getState().editing);
  const leave = (): void => {
    onClose();
    if (typed !== null) setTimeout(() => editor.board.get(typed) && editor.typing.begin(typed), 0);
  };
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && leave()} className={styles.overlay ?? ''}>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={t('palette.title')}>
          <Palette onClose={onClose} actions={actions} takeTyped={takeTyped} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Palette({ onClose, actions, takeTyped }: Omit<DialogProps, 'onTour'>) {
  const t = useT();
  const { storage } = useApp();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const recent = useMemo(() => createRecent(storage), [storage]);
  const entries = usePaletteEntries(actions);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  // The field has the focus now: what comes next is typed in it.
  const [isEntered, setEntered] = useState(false);
  useEffect(() => {
    const [words = '', ...entered] = takeTyped().split('\n');
    setQuery((before) => before + words);
    setEntered(entered.length > 0);
  }, [takeTyped]);

  const isAsked = query.trim() !== '';
  const used = recent.list();
  // What cannot be done now is only worth a line to who looks for it.
  const found = rank(isAsked ? entries : entries.filter(({ why }) => why === null), query, used).slice(
    0,
    isAsked ? MOST_SHOWN : undefined,
  );
  const sections = isAsked ? [{ title: '', entries: found }] : inSections(found, used, t('palette.recent'));
  const shown = sections.flatMap((section) => section.entries);
  const active = shown[at];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, query]);

  const run = ({ id: used, why, run }: PaletteEntry): void => {
    if (why !== null) return;
    recent.add(used);
    onClose();
    // After the palette is gone and the focus is back: what runs may take it further, or open something else.
    setTimeout(run, 0);
  };
  // Enter was pressed before the field was there: as if it were now.
  useEffect(() => {
    if (!isEntered) return;
    setEntered(false);
    if (active) run(active);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = nextOf(event.key, at, shown.length);
    if (to !== null) setAt(to);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && active) run(active);
    else return;
    event.preventDefault();
  };
  const optionId = (entry: PaletteEntry): string => `${id}-${entry.id.replace(/[^\w-]/g, '_')}`;
  return (
    <>
      <div className={styles.field}>
        <Search size={20} strokeWidth={1.75} aria-hidden="true" />
        <input
          // biome-ignore lint/a11y/noAutofocus: reason: the dialog is this field
          autoFocus
          role="combobox"
          className={styles.input}
          aria-label={t('palette.title')}
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active && optionId(active)}
          placeholder={t('palette.placeholder')}
          enterKeyHint="go"
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <p className="visually-hidden" role="status">
        {isAsked ? t('palette.count', { count: shown.length }) : ''}
      </p>
      {shown.length === 0 && <p className={styles.none}>{t('palette.none')}</p>}
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t('palette.title')} className={styles.list}>
        {sections.map((section) => (
          <Section key={section.title} title={section.title}>
            {section.entries.map((entry) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: reason: the field above has the keys, as in every combobox
              <div
                key={entry.id}
                id={optionId(entry)}
                role="option"
                tabIndex={-1}
                aria-selected={entry === active}
                aria-disabled={entry.why !== null || undefined}
                className={classNames(styles.option, entry === active && styles.active)}
                onPointerMove={() => setAt(shown.indexOf(entry))}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => run(entry)}
              >
                <span className={styles.icon}>{entry.icon}</span>
                <span className={styles.label}>{entry.label}</span>
                <span className={styles.aside}>
                  {entry.why ?? (isAsked && entry.group !== entry.label ? entry.group : '')}
                </span>
                {entry.shortcut !== undefined && <kbd className={styles.key}>{entry.shortcut}</kbd>}
                {entry === active && entry.why === null && (
                  <CornerDownLeft className={styles.enter} size={16} strokeWidth={1.75} aria-hidden="true" />
                )}
              </div>
            ))}
          </Section>
        ))}
      </div>
    </>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  const id = useId();
  if (title === '') return children;
  return (
    // biome-ignore lint/a11y/useSemanticElements: reason: a fieldset groups fields; these are options of a listbox
    <div role="group" aria-labelledby={id} className={styles.section}>
      <div id={id} role="presentation" className={styles.heading}>
        {title}
      </div>
      {children}
    </div>
  );
}

/** Entries under their headings, what was used of late under one of its own. */
function inSections(entries: readonly PaletteEntry[], used: readonly string[], recent: string) {
  const sections = new Map<string, PaletteEntry[]>();
  for (const entry of entries) {
    const title = used.includes(entry.id) ? recent : entry.section;
    const section = sections.get(title);
    if (section) section.push(entry);
    else sections.set(title, [entry]);
  }
  return [...sections].map(([title, list]) => ({ title, entries: list }));
}

const PAGE = 8;

/** Where a key leads in a list; `null`: it is none of the list's keys. */
function nextOf(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'PageDown':
      return Math.min(count - 1, at + PAGE);
    case 'PageUp':
      return Math.max(0, at - PAGE);
    default:
      return null;
  }
}
