/** The agenda of the template a board was made from, in the board's own language; a word on what to do where the template has none. */
import { ListOrdered } from 'lucide-react';
import { templateOf } from '../../../shared/templates/library.ts';
import { useApp } from '../../app/AppContext.tsx';
import { whenText } from '../../app/whenText.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { useBoard, useSession } from '../BoardContext.tsx';
import { Agenda } from './Agenda.tsx';
import { minuteOf, timesOf } from './course.ts';
import { PrintedAgenda } from './PrintedAgenda.tsx';
import styles from './TemplateSteps.module.css';
import { useCourse } from './useCourse.ts';

const now = (): number => {
  const at = new Date();
  return at.getHours() * 60 + at.getMinutes();
};

export function TemplateSteps() {
  const t = useT();
  const own = useLocale();
  const { storage } = useApp();
  const { session } = useBoard();
  const control = useSession((state) => state.control);
  const template = templateOf(control?.template ?? '');
  const steps = template?.steps ?? [];
  const [course, setCourse] = useCourse(storage, session.id, steps.length);
  if (!template || steps.length === 0 || !control)
    return (
      <EmptyPlace icon={<ListOrdered size={28} strokeWidth={1.5} aria-hidden="true" />} title={t('agenda.none')}>
        {t('agenda.none.help')}
      </EmptyPlace>
    );
  const { fields, locale = own } = control;
  const start = minuteOf(fields.time);
  const facts = [whenText(fields, locale), fields.place, fields.facilitation].filter(Boolean).join(' · ');
  return (
    <>
      <p className={styles.hint}>
        {template.minutes !== null && t('agenda.total', { steps: steps.length, minutes: template.minutes })}
      </p>
      <Agenda {...{ template, locale, course, start, now }} onCourse={setCourse} />
      <PrintedAgenda
        {...{ template, locale, facts }}
        title={control.title}
        question={fields.question}
        times={timesOf(steps, start, course)}
      />
    </>
  );
}
