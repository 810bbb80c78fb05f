/** The agenda on paper: while the panel is open, printing the page prints this sheet and nothing else. */
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { Locale } from '../../../shared/control/Control.ts';
import { partsOf, type Template } from '../../../shared/templates/Template.ts';
import { useT } from '../../i18n/Messages.tsx';
import { clockText } from './course.ts';
import styles from './PrintedAgenda.module.css';

export interface PrintedAgendaProps {
  template: Template;
  locale: Locale;
  /** Of the board, its question, and when and where it is. */
  title: string;
  question: string | undefined;
  facts: string;
  times: readonly (number | null)[];
}

export function PrintedAgenda({ template, locale, title, question, facts, times }: PrintedAgendaProps) {
  const t = useT();
  useEffect(() => {
    const { dataset } = document.body;
    dataset.print = 'agenda';
    return () => {
      delete dataset.print;
    };
  }, []);
  let index = -1;
  return createPortal(
    <article className={styles.sheet} data-printed="" lang={locale} aria-hidden="true">
      <p className={styles.brand}>{`${template.title[locale]} · ${t('agenda.title')}`}</p>
      <h1 className={styles.title}>{title}</h1>
      {question && <p className={styles.question}>{question}</p>}
      {facts !== '' && <p className={styles.facts}>{facts}</p>}
      {partsOf(template).map((part, _, all) => (
        <section key={part.steps[0]?.title.fr}>
          {part.title && all.length > 1 && <h2 className={styles.part}>{part.title[locale]}</h2>}
          {part.steps.map((step) => {
            const at = ++index;
            const begins = times[at] ?? null;
            return (
              <div key={step.title.fr} className={styles.step}>
                <span className={styles.time}>{begins === null ? at + 1 : clockText(begins)}</span>
                <div>
                  <p className={styles.name}>{step.title[locale]}</p>
                  <p>{step.say[locale]}</p>
                </div>
                <span className={styles.time}>
                  {step.minutes !== null && t('agenda.minutes', { minutes: step.minutes })}
                </span>
              </div>
            );
          })}
        </section>
      ))}
    </article>,
    document.body,
  );
}
