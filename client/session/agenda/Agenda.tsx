/**
 * The agenda to follow by hand: one step is under way, its words are large, the others wait in a line each. Arrows, Home and End walk through
 * the steps; times are those of the sitting, or run from when somebody says that a step begins now.
 */
import { ChevronLeft, ChevronRight, Clock, Printer } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import type { Locale } from '../../../shared/control/Control.ts';
import { partsOf, type Template } from '../../../shared/templates/Template.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import styles from './Agenda.module.css';
import { type Course, clockText, endOf, goTo, timesOf } from './course.ts';
import { PartTitle } from './PartTitle.tsx';
import { StepMinutes } from './StepMinutes.tsx';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

export interface AgendaProps {
  template: Template;
  locale: Locale;
  course: Course;
  onCourse: (next: (course: Course) => Course) => void;
  /** When the sitting begins, as a minute of the day; `null` where nobody said. */
  start: number | null;
  /** The minute of the day it is now. */
  now: () => number;
}

export function Agenda({ template, locale, course, onCourse, start, now }: AgendaProps) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const { steps } = template;
  const { step: current } = course;
  const parts = partsOf(template);
  const times = timesOf(steps, start, course);
  const end = current === null ? endOf(steps, times, 0) : endOf(steps, times, current);
  const move = (step: number | null): void => onCourse((before) => goTo(before, step, steps.length));
  const walk = (event: KeyboardEvent): void => {
    const at = current ?? -1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: steps.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(steps.length - 1, to));
    move(next);
    list.current?.querySelectorAll<HTMLElement>('[data-step]')[next]?.focus();
  };
  const begin = (): void => {
    const step = current ?? 0;
    onCourse((before) => ({ ...goTo(before, step, steps.length), anchor: { step, at: now() } }));
  };
  const named = current === null ? undefined : steps[current];
  let index = -1;
  return (
    <div className={styles.agenda}>
      <div className={styles.bar}>
        <Button
          icon={<ChevronLeft {...ICON} />}
          resting={current === null}
          aria-label={t('agenda.previous')}
          title={t('agenda.previous')}
          onClick={() => move((current ?? 0) - 1)}
        />
        <p className={styles.where}>
          {named ? t('agenda.at', { step: (current ?? 0) + 1, steps: steps.length }) : t('agenda.notBegun')}
        </p>
        <Button
          variant={current === null ? 'primary' : 'secondary'}
          icon={current === null ? undefined : <ChevronRight {...ICON} />}
          resting={current === steps.length - 1}
          {...(current !== null && { 'aria-label': t('agenda.next'), title: t('agenda.next') })}
          onClick={() => move(current === null ? 0 : current + 1)}
        >
          {current === null && t('agenda.begin')}
        </Button>
      </div>
      <p role="status" className="visually-hidden">
        {named && t('agenda.said', { step: (current ?? 0) + 1, steps: steps.length, title: named.title[locale] })}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: reason: the buttons within are walked through by arrows */}
      <div ref={list} onKeyDown={walk} lang={locale}>
        {parts.map((part) => (
          <div key={part.steps[0]?.title.fr}>
            {part.title && parts.length > 1 && <PartTitle title={part.title[locale]} minutes={part.minutes} />}
            <ol start={index + 2} className={styles.steps}>
              {part.steps.map((step) => {
                const at = ++index;
                const begins = times[at] ?? null;
                const isCurrent = at === current;
                return (
                  <li key={step.title.fr} className={classNames(styles.step, isCurrent && styles.current)}>
                    <button
                      type="button"
                      data-step={at}
                      className={styles.title}
                      aria-current={isCurrent ? 'step' : undefined}
                      tabIndex={at === (current ?? 0) ? 0 : -1}
                      onClick={() => move(at)}
                    >
                      <span className={styles.number}>{at + 1}</span>
                      <span className={styles.name}>{step.title[locale]}</span>
                      {begins !== null && <span className={styles.time}>{clockText(begins)}</span>}
                      <StepMinutes minutes={step.minutes} />
                    </button>
                    <p className={classNames(styles.say, isCurrent && styles.large)}>{step.say[locale]}</p>
                  </li>
                );
              })}
            </ol>
          </div>
        ))}
      </div>
      <div className={styles.foot}>
        <p className={styles.ends}>{end !== null && t('agenda.ends', { time: clockText(end) })}</p>
        <Button variant="quiet" icon={<Clock {...ICON} />} onClick={begin}>
          {t(current === null ? 'agenda.beginNow' : 'agenda.stepNow')}
        </Button>
        <Button variant="quiet" icon={<Printer {...ICON} />} onClick={() => window.print()}>
          {t('agenda.print')}
        </Button>
      </div>
    </div>
  );
}
