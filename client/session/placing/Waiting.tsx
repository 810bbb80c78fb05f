/** What waits to be placed in an area, and a button that takes the next one into hand. */
import { Crosshair } from 'lucide-react';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useBoard } from '../BoardContext.tsx';
import type { Named } from './gather.ts';
import styles from './Placing.module.css';

/** So many of those that wait are named. */
const NAMED = 3;

interface WaitingProps {
  area: ElementId;
  waiting: readonly Named[];
  readOnly: boolean;
}

export function Waiting({ area, waiting, readOnly }: WaitingProps) {
  const t = useT();
  const { editor } = useBoard();
  const next = (): void => {
    if (editor.placing.next(area) === null) return;
    // The arrows are those of the wall.
    document.querySelector<HTMLElement>('[data-surface]')?.focus({ preventScroll: true });
  };
  return (
    <section className={styles.section} aria-label={t('placing.waiting', { count: waiting.length })}>
      <h3 className={styles.heading}>{t('placing.waiting', { count: waiting.length })}</h3>
      {waiting.length > 0 && (
        <>
          <ul className={styles.waiting}>
            {waiting.slice(0, NAMED).map(({ id, text }) => (
              <li key={id}>{text || t('placing.noText')}</li>
            ))}
            {waiting.length > NAMED && (
              <li className={styles.more}>{t('placing.waiting.more', { count: waiting.length - NAMED })}</li>
            )}
          </ul>
          {!readOnly && (
            <Button icon={<Crosshair size={18} strokeWidth={1.75} aria-hidden="true" />} onClick={next}>
              {t('placing.next')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
