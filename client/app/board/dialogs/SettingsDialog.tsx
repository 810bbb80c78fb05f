/** Language and appearance, from within a wall: nothing reloads, nothing is lost. */
import { useSyncExternalStore } from 'react';
import { useLocale, useT } from '../../../i18n/Messages.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { THEME_CHOICES } from '../../../ui/theme/theme.ts';
import { useApp } from '../../AppContext.tsx';
import styles from './SettingsDialog.module.css';

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const locale = useLocale();
  const { theme, setLocale } = useApp();
  const choice = useSyncExternalStore(theme.subscribe, theme.choice);
  return (
    <Dialog open onClose={onClose} title={t('settings.title')} closeLabel={t('common.close')}>
      <div className={styles.fields}>
        <ChoiceField
          legend={t('site.language')}
          value={locale}
          onValue={setLocale}
          choices={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
          compact
        />
        <div className={styles.themes}>
          <ChoiceField
            legend={t('site.theme')}
            value={choice}
            onValue={theme.choose}
            choices={THEME_CHOICES.map((value) => ({ value, label: t(`site.theme.${value}`) }))}
            compact
          />
        </div>
      </div>
    </Dialog>
  );
}
