/** The front door: come by a link, go back to a wall, or prepare a workshop. */
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/Messages.tsx';
import { useApp } from '../AppContext.tsx';
import { SiteHeader } from '../SiteHeader.tsx';
import { HaveLink } from './HaveLink.tsx';
import { RecentBoards } from './RecentBoards.tsx';
import styles from './StartPage.module.css';
import { TemplateCards } from './TemplateCards.tsx';
import { WallPicture } from './WallPicture.tsx';

export function StartPage() {
  const t = useT();
  const { credentials } = useApp();
  const [recent, setRecent] = useState(() => credentials.recent());
  useEffect(() => {
    document.title = t('start.pageTitle');
  }, [t]);

  return (
    <div className={styles.page}>
      <SiteHeader />
      <main className={styles.main}>
        <section className={styles.hero}>
          <div className={styles.welcome}>
            <h1 className={styles.title}>{t('start.title')}</h1>
            <p className={styles.lead}>{t('start.lead')}</p>
            <HaveLink />
          </div>
          {recent.length === 0 ? (
            <WallPicture />
          ) : (
            <RecentBoards
              boards={recent}
              onForget={(id) => {
                credentials.forget(id);
                setRecent(credentials.recent());
              }}
            />
          )}
        </section>
        <TemplateCards />
      </main>
      <footer className={styles.footer}>{t('site.footer')}</footer>
    </div>
  );
}
