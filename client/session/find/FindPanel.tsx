/**
 * Looks for words, people, colours, kinds and tags on the wall: hits are counted, listed and ringed, and the view goes from one to the next.
 * Blocks nothing. Escape closes it, with the current hit selected, so that one may go on from there.
 */
import { ChevronDown, ChevronUp, List, Search, X } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { isMac, shortcutText } from '../../app/board/shortcutText.ts';
import { useT } from '../../i18n/Messages.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PHONE, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useBoard } from '../BoardContext.tsx';
import { Filters } from './Filters.tsx';
import { isAsking } from './Finder.ts';
import styles from './FindPanel.module.css';
import { HitList, hitId } from './HitList.tsx';
import { useFinder } from './useFinder.ts';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function FindPanel({ onClose }: { onClose: () => void }) {
  const t = useT();
  const id = useId();
  const phone = useMediaQuery(PHONE);
  const mac = isMac(navigator);
  const { editor } = useBoard();
  const { finder, state } = useFinder();
  const { query, hits, at, isDone, counted } = state;
  const field = useRef<HTMLInputElement>(null);
  // On a phone the wall itself needs the room.
  const [isListed, setListed] = useState(!phone);
  const facets = useMemo(() => finder.facets(), [finder, hits]);

  const close = useCallback(() => {
    const { current } = finder;
    if (current !== null) editor.selection.set([current]);
    onClose();
  }, [editor, finder, onClose]);

  useEffect(() => {
    const before = document.activeElement;
    field.current?.focus({ preventScroll: true });
    return () => {
      // Back to the wall, or to what it was opened from; never away from where one has gone meanwhile.
      if (document.activeElement !== document.body) return;
      const back = before instanceof HTMLElement && before !== document.body && before.isConnected ? before : null;
      (back ?? document.querySelector<HTMLElement>('[data-surface]'))?.focus({ preventScroll: true });
    };
  }, []);
  useEffect(
    () =>
      editor.requests.subscribe((request) => {
        if (request === 'findNext') finder.step(1);
        else if (request === 'findPrevious') finder.step(-1);
        else if (request === 'find') field.current?.select();
      }),
    [editor, finder],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else if (event.target !== field.current || event.nativeEvent.isComposing) return;
    else if (event.key === 'Enter') finder.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown') finder.step(1);
    else if (event.key === 'ArrowUp') finder.step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isAsked = isAsking(query);
  const isListShown = isListed && hits.length > 0;
  const current = hits[at];
  return (
    // biome-ignore lint/a11y/useSemanticElements: reason: the oldest browsers we serve do not know <search>
    <div role="search" className={styles.panel} aria-label={t('find.title')} onKeyDown={onKeyDown} data-mark="find">
      <div className={styles.row}>
        <label className={styles.field}>
          <Search {...ICON} />
          <span className="visually-hidden">{t('find.title')}</span>
          <input
            ref={field}
            className={styles.input}
            role="combobox"
            aria-expanded={isListShown}
            aria-controls={isListShown ? `${id}-hits` : undefined}
            aria-activedescendant={isListShown && current !== undefined ? hitId(id, current) : undefined}
            aria-autocomplete="list"
            enterKeyHint="search"
            autoComplete="off"
            spellCheck={false}
            placeholder={t('find.placeholder')}
            value={query.text}
            onChange={(event) => finder.ask({ ...query, text: event.currentTarget.value })}
          />
          {isAsked && (
            <span className={styles.count}>
              {hits.length > 0
                ? t('find.count', { at: at + 1, count: hits.length })
                : t(isDone ? 'find.none' : 'find.searching')}
            </span>
          )}
        </label>
        <IconButton label={t('common.close')} icon={<X {...ICON} />} onPress={close} />
      </div>
      <p className="visually-hidden" role="status">
        {isAsked && isDone ? t('find.said', { count: counted }) : ''}
      </p>
      <div className={styles.row}>
        <Filters facets={facets} query={query} onQuery={(next) => finder.ask(next)} />
        <span className={styles.steps}>
          <IconButton
            label={t('find.previous')}
            shortcut={shortcutText('shift+f3', t, mac)}
            icon={<ChevronUp {...ICON} />}
            disabled={hits.length < 2}
            onPress={() => finder.step(-1)}
          />
          <IconButton
            label={t('find.next')}
            shortcut={shortcutText('f3', t, mac)}
            icon={<ChevronDown {...ICON} />}
            disabled={hits.length < 2}
            onPress={() => finder.step(1)}
          />
          <IconButton
            label={t('find.showHits')}
            icon={<List {...ICON} />}
            expanded={isListShown}
            disabled={hits.length === 0}
            onPress={() => setListed(!isListed)}
          />
        </span>
      </div>
      {isListShown && <HitList id={id} hits={hits} at={at} onGo={(n) => finder.go(n)} />}
    </div>
  );
}
