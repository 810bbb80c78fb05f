/** The course of the workshop: what it is about, then the steps of the template with their minutes and what is said. Followed by hand. */
import { useT } from '../../i18n/Messages.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Subject } from '../subject/Subject.tsx';
import { TemplateSteps } from './TemplateSteps.tsx';

export function AgendaPanel({ onClose }: { onClose: () => void }) {
  const t = useT();
  return (
    <SidePanel title={t('agenda.title')} closeLabel={t('common.close')} onClose={onClose}>
      <Subject />
      <TemplateSteps />
    </SidePanel>
  );
}
