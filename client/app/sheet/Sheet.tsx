/**
 * « Fiche de séance »: one A4 page. Above, what may hang on the wall: the question, when and where, the agenda, the codes to take part and to
 * show. Below a dashed line, to fold or cut off, the code to facilitate.
 */
import { CalendarDays, MapPin, Scissors, Users, Video } from 'lucide-react';
import { templateOf } from '../../../shared/templates/library.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import type { BoardSummary } from '../api.ts';
import type { LinkName, ShareableLinks } from '../board/dialogs/links.ts';
import { isWebAddress } from '../calendar.ts';
import { keepTogether } from '../keepTogether.ts';
import { whenText } from '../whenText.ts';
import styles from './Sheet.module.css';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function Sheet({ board, links }: { board: BoardSummary; links: ShareableLinks }) {
  const t = useT();
  const { title, fields } = board;
  return (
    <article className={styles.sheet} aria-label={t('sheet.title')}>
      <header className={styles.header}>
        <p className={styles.brand}>
          <Logo size={22} />
          Pêle-mêle · {t('sheet.title')}
        </p>
        <h1 className={styles.title}>{title}</h1>
        {fields.question && <p className={styles.question}>{keepTogether(fields.question)}</p>}
        <Facts board={board} />
      </header>
      <div className={styles.codes}>
        <Code name="participate" url={links.participate} />
        <Code name="watch" url={links.watch} />
      </div>
      <Agenda board={board} />
      <section className={styles.below} aria-label={t('share.facilitate')}>
        <p className={styles.fold}>
          <Scissors {...ICON} />
          {t('sheet.fold')}
        </p>
        <Code name="facilitate" url={links.facilitate} title={title} />
      </section>
    </article>
  );
}

function Facts({ board: { fields } }: { board: BoardSummary }) {
  const t = useT();
  const locale = useLocale();
  const who = [fields.facilitation, fields.sponsor && `${t('subject.sponsor')} : ${fields.sponsor}`];
  const facts = [
    { name: t('subject.date'), text: whenText(fields, locale), Icon: CalendarDays },
    { name: t('subject.place'), text: fields.place, Icon: MapPin },
    { name: t('subject.facilitation'), text: who.filter(Boolean).join(' · '), Icon: Users },
  ];
  const shown = facts.filter(({ text }) => text);
  if (shown.length === 0 && !fields.visio) return null;
  return (
    <dl className={styles.facts}>
      {shown.map(({ name, text, Icon }) => (
        <div key={name} className={styles.fact}>
          <dt>
            <Icon {...ICON} />
            <span className="visually-hidden">{name}</span>
          </dt>
          <dd className={styles.said}>{text}</dd>
        </div>
      ))}
      {fields.visio && (
        <div className={styles.fact}>
          <dt>
            <Video {...ICON} />
            <span className="visually-hidden">{t('subject.visio')}</span>
          </dt>
          <dd>{isWebAddress(fields.visio) ? <a href={fields.visio}>{fields.visio}</a> : fields.visio}</dd>
        </div>
      )}
    </dl>
  );
}

function Agenda({ board }: { board: BoardSummary }) {
  const t = useT();
  const template = templateOf(board.template);
  if (!template || template.steps.length === 0) return null;
  return (
    <section className={styles.agenda}>
      <h2 className={styles.heading}>
        {t('sheet.agenda')}
        {template.minutes !== null && (
          <span className={styles.total}>{t('sheet.agenda.total', { minutes: template.minutes })}</span>
        )}
      </h2>
      <ol className={styles.steps} lang={board.locale}>
        {template.steps.map((step, index) => (
          <li key={step.title.fr} className={styles.step}>
            <span className={styles.number}>{index + 1}</span>
            <span>{step.title[board.locale]}</span>
            <span className={styles.minutes}>
              {step.minutes !== null && t('agenda.minutes', { minutes: step.minutes })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const HELP = {
  participate: 'sheet.participate.help',
  watch: 'sheet.watch.help',
  facilitate: 'sheet.facilitate.help',
} as const;

/** A code with its address in letters one can type. `title`: of the wall, where the part may be cut off from the rest. */
function Code({ name, url, title }: { name: LinkName; url: string | undefined; title?: string }) {
  const t = useT();
  const link = t(`share.${name}`);
  return (
    <section className={styles.code}>
      {url !== undefined && <QrCode text={url} label={t('share.qr', { link })} className={styles.qr} />}
      <div className={styles.words}>
        <h2 className={styles.heading}>
          {link}
          {title !== undefined && <span className={styles.total}>{title}</span>}
        </h2>
        {url === undefined ? (
          <p>{t(name === 'facilitate' ? 'sheet.facilitate.missing' : 'sheet.gone')}</p>
        ) : (
          <>
            <p>{t(HELP[name])}</p>
            <p className={styles.address}>{url}</p>
          </>
        )}
      </div>
    </section>
  );
}
