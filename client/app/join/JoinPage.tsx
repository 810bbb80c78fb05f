/** What one sees on coming by a link: whose workshop this is, one optional name, where one sits, one button. */
import { ArrowRight, CalendarDays, CalendarPlus, House, MapPin, Star, Users, Video } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import type { SubjectFields } from '../../../shared/control/Control.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import type { Ticket } from '../../sync/BoardSession.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { accept, type EntryPorts, type Invitation } from '../board/entry.ts';
import { hasDate } from '../calendar.ts';
import { downloadSitting } from '../downloadSitting.ts';
import { keepTogether } from '../keepTogether.ts';
import { SiteHeader } from '../SiteHeader.tsx';
import { whenText } from '../whenText.ts';
import styles from './JoinPage.module.css';

export interface JoinPageProps {
  board: string;
  invitation: Invitation;
  ports: EntryPorts;
  onEntered: (ticket: Ticket) => void;
}

export function JoinPage({ board, invitation, ports, onEntered }: JoinPageProps) {
  const t = useT();
  const { title, fields, joined } = invitation;
  const [name, setName] = useState('');
  const [presence, setPresence] = useState<'room' | 'remote'>('room');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    document.title = `${title} · Pêle-mêle`;
  }, [title]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setPending(true);
    setProblem(null);
    const entered = await accept(ports, board, invitation, { name, presence });
    if (entered.ok) {
      onEntered(entered.value);
      return;
    }
    setPending(false);
    setProblem(t(`entry.${entered.reason}.help`));
  };

  const viewer = joined.role === 'viewer';
  return (
    <div className={styles.page}>
      <SiteHeader />
      <main className={styles.main}>
        <div className={styles.subject}>
          <h1 className={styles.title}>{title}</h1>
          {fields.question && (
            <p className={styles.question}>
              <span className={styles.questionLabel}>{t('join.question')}</span>
              {keepTogether(fields.question)}
            </p>
          )}
          <SubjectFacts fields={fields} />
          {hasDate(fields) && <Calendar board={board} invitation={invitation} />}
        </div>
        <form className={styles.form} onSubmit={submit}>
          {viewer ? (
            <p>{t('join.viewer')}</p>
          ) : (
            <>
              <TextField
                label={t('join.name')}
                hint={t('join.optional')}
                description={t('join.name.help')}
                size="l"
                autoComplete="name"
                maxLength={LIMITS.nameChars}
                value={name}
                onValue={setName}
              />
              <ChoiceField
                legend={t('join.where')}
                value={presence}
                onValue={setPresence}
                choices={[
                  { value: 'room', label: t('join.room'), icon: <Users size={20} strokeWidth={1.75} /> },
                  { value: 'remote', label: t('join.remote'), icon: <House size={20} strokeWidth={1.75} /> },
                ]}
              />
            </>
          )}
          {problem !== null && (
            <p role="alert" className={styles.problem}>
              {problem}
            </p>
          )}
          <Button type="submit" variant="primary" size="l" pending={pending}>
            {t(viewer ? 'join.watch' : 'join.enter')}{' '}
            <ArrowRight size={20} strokeWidth={2} className={styles.arrow} aria-hidden="true" />
          </Button>
          {!viewer && <p className={styles.privacy}>{t('join.privacy')}</p>}
        </form>
      </main>
    </div>
  );
}

/** The sitting for one's own calendar: who gets the link days before comes back by it. */
function Calendar({ board, invitation }: { board: string; invitation: Invitation }) {
  const t = useT();
  const toast = useToast();
  const { secret } = invitation;
  const download = async (): Promise<void> => {
    const file = await downloadSitting({
      ...invitation,
      board,
      link: `${window.location.origin}/b/${board}#${secret}`,
    });
    if (file !== null) toast({ text: t('share.calendar.done', { file }) });
  };
  return (
    <Button
      className={styles.calendar}
      icon={<CalendarPlus size={18} strokeWidth={1.75} aria-hidden="true" />}
      onClick={download}
    >
      {t('join.calendar')}
    </Button>
  );
}

function SubjectFacts({ fields }: { fields: SubjectFields }) {
  const t = useT();
  const locale = useLocale();
  const when = whenText(fields, locale);
  const facts = [
    when !== null && { label: t('subject.date'), text: when, Icon: CalendarDays },
    fields.place && { label: t('subject.place'), text: fields.place, Icon: MapPin },
    fields.sponsor && { label: t('subject.sponsor'), text: fields.sponsor, Icon: Star },
    fields.facilitation && { label: t('subject.facilitation'), text: fields.facilitation, Icon: Users },
  ].filter((fact) => fact !== null && typeof fact === 'object');
  const visio = fields.visio && /^https?:\/\//.test(fields.visio) ? fields.visio : null;
  if (facts.length === 0 && !fields.visio) return null;
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, text, Icon }) => (
        <div key={label} className={styles.fact}>
          <dt>
            <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
            <span className="visually-hidden">{label}</span>
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
      {fields.visio && (
        <div className={styles.fact}>
          <dt>
            <Video size={18} strokeWidth={1.75} aria-hidden="true" />
            <span className="visually-hidden">{t('subject.visio')}</span>
          </dt>
          <dd>
            {visio ? (
              <a href={visio} target="_blank" rel="noreferrer">
                {t('join.openVisio')}
              </a>
            ) : (
              fields.visio
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}
