/** The course of the workshop: its question, then the steps of the template with their minutes and what is said. Followed by hand. */
import { useSession } from '../BoardContext.tsx';
import { useT } from '../../i18n/Messages.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import styles from './AgendaPanel.module.css';
import { TemplateSteps } from './TemplateSteps.tsx';

export function AgendaPanel({ onClose }: { onClose: () => void }) {
  const t = useT();
  const question = useSession((state) => state.control?.fields.question);
  const template = useSession((state) => state.control?.template ?? '');
  return (
    <SidePanel title={t('agenda.title')} closeLabel={t('common.close')} onClose={onClose}>
      {question && (
        <p className={styles.question}>
          <span className={styles.label}>{t('join.question')}</span>
          {question}
        </p>
      )}
      <TemplateSteps template={template} />
    </SidePanel>
  );
}
