/** The steps of a template, in order: what each is called, how long it is planned for and what is said. */
import type { Locale } from '../../../shared/control/Control.ts';
import type { TemplateStep } from '../../../shared/templates/Template.ts';
import { useT } from '../../i18n/Messages.tsx';
import { classNames } from '../../ui/classNames.ts';
import styles from './Steps.module.css';

export interface StepsProps {
  steps: readonly TemplateStep[];
  locale: Locale;
  /** Titles and minutes only. */
  compact?: boolean;
}

export function Steps({ steps, locale, compact = false }: StepsProps) {
  const t = useT();
  return (
    <ol className={classNames(styles.steps, compact && styles.compact)}>
      {steps.map((step, index) => (
        <li key={step.title.fr} className={styles.step}>
          <span className={styles.number} aria-hidden="true">
            {index + 1}
          </span>
          <span className={styles.title}>{step.title[locale]}</span>
          <span className={styles.minutes}>
            <span aria-hidden="true">{t('agenda.minutes', { minutes: step.minutes })}</span>
            <span className="visually-hidden">{t('agenda.minutesLong', { minutes: step.minutes })}</span>
          </span>
          {!compact && <p className={styles.say}>{step.say[locale]}</p>}
        </li>
      ))}
    </ol>
  );
}
