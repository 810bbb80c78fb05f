/** « Préparer un atelier »: the library of templates, each with its picture, what it is for, for whom and how long. */
import { Clock, Users } from 'lucide-react';
import { TEMPLATES } from '../../../shared/templates/library.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { Link } from '../Link.tsx';
import styles from './TemplateCards.module.css';
import { TemplatePicture } from './TemplatePicture.tsx';

export function TemplateCards() {
  const t = useT();
  const locale = useLocale();
  return (
    <section aria-labelledby="prepare" className={styles.section}>
      <h2 id="prepare" className={styles.heading}>
        {t('start.prepare.title')}
      </h2>
      <p className={styles.lead}>{t('start.prepare.lead')}</p>
      <ul className={styles.cards}>
        {TEMPLATES.map((template) => (
          <li key={template.id}>
            <Link to={{ name: 'subject', template: template.id }} className={styles.card}>
              <TemplatePicture template={template} className={styles.picture} />
              <span className={styles.words}>
                <span className={styles.title}>{template.title[locale]}</span>
                <span className={styles.purpose}>{template.purpose[locale]}</span>
                <span className={styles.facts}>
                  <span className={styles.fact}>
                    <Users size={16} strokeWidth={1.75} aria-hidden="true" />
                    {template.people[locale]}
                  </span>
                  <span className={styles.fact}>
                    <Clock size={16} strokeWidth={1.75} aria-hidden="true" />
                    {template.minutes === null
                      ? t('template.freeTime')
                      : t('template.minutes', { minutes: template.minutes })}
                  </span>
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
