/** What others have just done, in one line that is also read aloud; may be switched off, and stays so on this device. */
import { useEffect, useState } from 'react';
import { type MessageId, useLocale, useT } from '../i18n/Messages.tsx';
import { useBoard } from '../session/BoardContext.tsx';
import type { DeviceStorage } from '../ui/DeviceStorage.ts';
import { News, type NewsItem } from './News.ts';
import styles from './NewsLine.module.css';

const SILENT = 'pelemele.outline.silent';

type T = (id: MessageId, values?: Record<string, string | number>) => string;

/** News in words: « Léa a ajouté une note dans « Irritants » ». */
export function sayNews(items: readonly NewsItem[], more: number, t: T): string {
  const lines = items.map(({ deed, who, area, cell, counted, count }) => {
    const what = t(counted, { count });
    const where =
      area === null
        ? t('outline.news.onWall')
        : t(cell === undefined ? 'outline.news.in' : 'outline.news.inCell', {
            area: area || t('outline.untitled'),
            ...(cell !== undefined && { cell }),
          });
    return who === null
      ? t(`outline.news.${deed}`, { what, where })
      : t(`outline.news.${deed}.by`, { who, what, where });
  });
  const news = lines.join(' · ');
  return more > 0 ? t('outline.news.more', { news, count: more }) : news;
}

export function NewsLine({ storage }: { storage: DeviceStorage }) {
  const t = useT();
  const locale = useLocale();
  const { editor } = useBoard();
  const [isOn, setOn] = useState(() => storage.get(SILENT) === null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!isOn) return;
    const news = new News({
      board: editor.board,
      presence: editor.presence,
      locale,
      now: () => performance.now(),
      after: (ms, callback) => {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
      // The same words twice are read twice.
      tell: (items, more) =>
        setSaid((last) => {
          const words = sayNews(items, more, t);
          return words === last ? `${words}\u00a0` : words;
        }),
    });
    return () => news.dispose();
  }, [editor, isOn, locale, t]);
  return (
    <footer className={styles.news}>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            setOn(checked);
            setSaid('');
            if (checked) storage.remove(SILENT);
            else storage.set(SILENT, '1');
          }}
        />
        {t('outline.news')}
      </label>
      {isOn && said === '' && <p className={styles.line}>{t('outline.news.none')}</p>}
      <p className={styles.line} aria-live="polite">
        {said}
      </p>
    </footer>
  );
}
