/** The top of the quiet pages: the name of the product, its language and its light. */
import { Languages, SunMoon } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { Locale } from '../../shared/control/Control.ts';
import { useLocale, useT } from '../i18n/Messages.tsx';
import { Logo } from '../ui/Logo.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { THEME_CHOICES } from '../ui/theme/theme.ts';
import { useApp } from './AppContext.tsx';
import { Link } from './Link.tsx';
import styles from './SiteHeader.module.css';

/** Each language in its own words. */
const LANGUAGES: readonly { value: Locale; label: string; lang: string }[] = [
  { value: 'fr', label: 'Français', lang: 'fr' },
  { value: 'en', label: 'English', lang: 'en' },
];

export function SiteHeader() {
  const t = useT();
  return (
    <header className={styles.header}>
      <Link to={{ name: 'start' }} className={styles.brand}>
        <Logo size={34} />
        Pêle-mêle
        <span className="visually-hidden">{t('site.home')}</span>
      </Link>
      <Preferences />
    </header>
  );
}

export function Preferences() {
  const t = useT();
  const locale = useLocale();
  const { theme, setLocale } = useApp();
  const choice = useSyncExternalStore(theme.subscribe, theme.choice);
  return (
    <div className={styles.preferences}>
      <SelectField
        label={t('site.language')}
        icon={<Languages size={18} strokeWidth={1.75} />}
        options={LANGUAGES}
        value={locale}
        onValue={setLocale}
      />
      <SelectField
        label={t('site.theme')}
        icon={<SunMoon size={18} strokeWidth={1.75} />}
        options={THEME_CHOICES.map((value) => ({ value, label: t(`site.theme.${value}`) }))}
        value={choice}
        onValue={theme.choose}
      />
    </div>
  );
}
