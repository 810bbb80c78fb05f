/** What the keys do in the outline, folded away under it. Nothing to show where there is no keyboard. */
import { type MessageId, useT } from '../i18n/Messages.tsx';
import { useMediaQuery } from '../ui/useMediaQuery.ts';
import styles from './OutlineKeys.module.css';

/** Key names are those of `key.*`; what stands here as it is is the same on every keyboard we know. */
const KEYS: readonly (readonly [
  text: MessageId,
  ...keys: (MessageId | '↑ ↓' | '← →' | 'F2' | 'N' | 'M' | 'G' | '/')[],
])[] = [
  ['outline.keys.walk', '↑ ↓'],
  ['outline.keys.fold', '← →'],
  ['outline.keys.enter', 'key.enter'],
  ['outline.keys.edit', 'F2'],
  ['outline.keys.new', 'N'],
  ['outline.keys.move', 'M'],
  ['outline.keys.order', 'key.alt', '↑ ↓'],
  ['outline.keys.extend', 'key.shift', '↑ ↓'],
  ['outline.keys.goTo', 'G'],
  ['outline.keys.filter', '/'],
  ['outline.keys.delete', 'key.delete'],
  ['outline.keys.close', 'key.escape'],
];

export function OutlineKeys() {
  const t = useT();
  if (useMediaQuery('(pointer: coarse)')) return null;
  const name = (key: string): string => (key.startsWith('key.') ? t(key as MessageId) : key);
  return (
    <details className={styles.keys}>
      <summary className={styles.summary}>{t('outline.keys')}</summary>
      <dl className={styles.list}>
        {KEYS.map(([text, ...keys]) => (
          <div key={text} className={styles.row}>
            <dt>{t(text)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {name(key)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
