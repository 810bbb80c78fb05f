/** What the workshop is about, as whoever prepares it has said; facilitators change it here. */
import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { can } from '../../../shared/access/can.ts';
import type { Locale, SubjectFields } from '../../../shared/control/Control.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useFocusReturn } from '../../ui/useFocusReturn.ts';
import { useSession } from '../BoardContext.tsx';
import styles from './Subject.module.css';
import { SubjectForm } from './SubjectForm.tsx';

const LISTED = ['sponsor', 'facilitation', 'date', 'time', 'place', 'visio'] as const;

export function Subject() {
  const t = useT();
  const locale = useLocale();
  const fields = useSession((state) => state.control?.fields);
  const mayEdit = useSession((state) => can(state.me?.role ?? 'viewer', 'facilitate'));
  const [editing, setEditing] = useState(false);
  const edit = useFocusReturn(editing);
  if (!fields) return null;
  if (editing && mayEdit) return <SubjectForm onClose={() => setEditing(false)} />;
  const given = LISTED.filter((key) => fields[key]);
  if (!fields.question && given.length === 0 && !mayEdit) return null;
  return (
    <section className={styles.subject} aria-label={t('subject.section')}>
      {fields.question && (
        <p className={styles.question}>
          <span className={styles.label}>{t('join.question')}</span>
          {fields.question}
        </p>
      )}
      {given.length > 0 && (
        <dl className={styles.list}>
          {given.map((key) => (
            <div key={key} className={styles.row}>
              <dt>{t(`subject.${key}`)}</dt>
              <dd>{key === 'visio' ? <Visio address={fields[key] ?? ''} /> : shown(key, fields, locale)}</dd>
            </div>
          ))}
        </dl>
      )}
      {mayEdit && (
        <Button
          ref={edit}
          variant="quiet"
          className={styles.edit}
          icon={<PencilLine size={18} strokeWidth={1.75} aria-hidden="true" />}
          onClick={() => setEditing(true)}
        >
          {t('subject.edit')}
        </Button>
      )}
    </section>
  );
}

/** A local date has no time zone: it is read and shown in the same one. */
const shown = (key: keyof SubjectFields, fields: SubjectFields, locale: Locale): string =>
  key === 'date'
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
        new Date(`${fields.date}T00:00:00Z`),
      )
    : (fields[key] ?? '');

/** Only web addresses become links. */
function Visio({ address }: { address: string }) {
  if (!/^https?:\/\//i.test(address)) return address;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {address}
    </a>
  );
}
