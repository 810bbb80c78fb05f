/** The steps of a template, in order and by parts: what each is called, how long it is planned for and what is said. */
import type { Locale } from '../../../shared/control/Control.ts';
import { partsOf, type TemplateStep } from '../../../shared/templates/Template.ts';
import { classNames } from '../../ui/classNames.ts';
import { PartTitle } from './PartTitle.tsx';
import { StepMinutes } from './StepMinutes.tsx';
import styles from './Steps.module.css';

export interface StepsProps {
  steps: readonly TemplateStep[];
  locale: Locale;
  /** Titles and minutes only. */
  compact?: boolean;
}

export function Steps({ steps, locale, compact = false }: StepsProps) {
  const parts = partsOf({ steps });
  const first = parts.map((_, index) => parts.slice(0, index).reduce((sum, part) => sum + part.steps.length, 0));
  return parts.map((part, index) => (
    <div key={part.steps[0]?.title.fr}>
      {part.title && parts.length > 1 && <PartTitle title={part.title[locale]} minutes={part.minutes} />}
      <ol start={(first[index] ?? 0) + 1} className={classNames(styles.steps, compact && styles.compact)}>
        {part.steps.map((step, at) => (
          <li key={step.title.fr} className={styles.step}>
            <span className={styles.number} aria-hidden="true">
              {(first[index] ?? 0) + at + 1}
            </span>
            <span className={styles.title}>{step.title[locale]}</span>
            <StepMinutes minutes={step.minutes} />
            {!compact && <p className={styles.say}>{step.say[locale]}</p>}
          </li>
        ))}
      </ol>
    </div>
  ));
}
