/** A template as a card: its picture, what it is called and for, for whom and how long. */
import { Clock, Users } from 'lucide-react';
import type { Template } from '../../../shared/templates/Template.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { Link } from '../Link.tsx';
import styles from './TemplateCards.module.css';
import { TemplatePicture } from './TemplatePicture.tsx';

export function TemplateCard({ template }: { template: Template }) {
  const locale = useLocale();
  return (
    <Link to={{ name: 'subject', template: template.id }} className={styles.card}>
      <TemplatePicture template={template} className={styles.picture} />
      <span className={styles.body}>
        <span className={styles.title}>{template.title[locale]}</span>
        <span className={styles.purpose}>{template.purpose[locale]}</span>
        <TemplateFacts template={template} className={styles.facts} />
      </span>
    </Link>
  );
}

/** For whom, and how long. */
export function TemplateFacts({ template, className }: { template: Template; className?: string | undefined }) {
  const t = useT();
  const locale = useLocale();
  const { minutes } = template;
  return (
    <span className={className}>
      <span className={styles.fact}>
        <Users size={16} strokeWidth={1.75} aria-hidden="true" />
        {template.people[locale]}
      </span>
      <span className={styles.fact}>
        <Clock size={16} strokeWidth={1.75} aria-hidden="true" />
        {minutes === null ? t('template.freeTime') : t('template.minutes', { minutes })}
      </span>
    </span>
  );
}
