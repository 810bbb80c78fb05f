/** What leaves with the links: the sheet to print, an invitation by mail, the sitting as a calendar file where it has a date. */
import { CalendarPlus, Mail, Printer } from 'lucide-react';
import { useLocale, useT } from '../../../i18n/Messages.tsx';
import { useBoard, useSession } from '../../../session/BoardContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { hasDate } from '../../calendar.ts';
import { downloadSitting } from '../../downloadSitting.ts';
import { mailLink } from '../../mailLink.ts';
import { routePath } from '../../router.ts';
import { whenText } from '../../whenText.ts';
import styles from './ShareDialog.module.css';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function TakeAway({ participate, sheet }: { participate: string | undefined; sheet: boolean }) {
  const t = useT();
  const locale = useLocale();
  const toast = useToast();
  const { session } = useBoard();
  const control = useSession((state) => state.control);
  if (!control) return null;
  const { title, fields, timeZone } = control;
  const invitation =
    participate === undefined
      ? null
      : mailLink(
          t('share.mail.subject', { title }),
          t('share.mail.body', {
            title,
            question: fields.question ?? '',
            when: [whenText(fields, locale), fields.place].filter(Boolean).join(', '),
            link: participate,
          }).replace(/\n{3,}/g, '\n\n'),
        );
  const download = async (): Promise<void> => {
    const sitting = { board: session.id, title, fields, timeZone, template: control.template };
    const file = await downloadSitting({ ...sitting, link: participate ?? null });
    if (file !== null) toast({ text: t('share.calendar.done', { file }) });
  };
  return (
    <section className={styles.take} aria-label={t('share.take')}>
      {sheet && (
        <ButtonLink
          variant="quiet"
          icon={<Printer {...ICON} />}
          href={routePath({ name: 'sheet', id: session.id })}
          target="_blank"
          rel="noopener"
        >
          {t('share.sheet')}
        </ButtonLink>
      )}
      {invitation !== null && (
        <ButtonLink variant="quiet" icon={<Mail {...ICON} />} href={invitation}>
          {t('share.mail')}
        </ButtonLink>
      )}
      {hasDate(fields) && (
        <Button variant="quiet" icon={<CalendarPlus {...ICON} />} onClick={download}>
          {t('share.calendar')}
        </Button>
      )}
    </section>
  );
}
