/** The steps of the template a board was made from, in the board's own language; a hint where the template has none. */
import { findTemplate } from '../../../shared/templates/library.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { useSession } from '../BoardContext.tsx';
import { Steps } from './Steps.tsx';
import styles from './TemplateSteps.module.css';

/** `template` is `id@version`, as the board remembers it. */
export function TemplateSteps({ template }: { template: string }) {
  const t = useT();
  const own = useLocale();
  const locale = useSession((state) => state.control?.locale ?? own);
  const found = findTemplate(template.split('@')[0] ?? '');
  if (!found || found.steps.length === 0) return <p className={styles.hint}>{t('agenda.none')}</p>;
  return (
    <>
      <p className={styles.hint}>
        {found.minutes !== null && t('agenda.total', { steps: found.steps.length, minutes: found.minutes })}
      </p>
      <Steps steps={found.steps} locale={locale} />
    </>
  );
}
