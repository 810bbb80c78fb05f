/** The front door: come by a link, go back to a wall, or prepare a workshop. */
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/Messages.tsx';
import { forgetDrafts } from '../../sync/drafts.ts';
import { useApp } from '../AppContext.tsx';
import { SiteHeader } from '../SiteHeader.tsx';
import { HaveLink } from './HaveLink.tsx';
import { RecentBoards } from './RecentBoards.tsx';
import styles from './StartPage.module.css';
import { TemplateCards } from './TemplateCards.tsx';
import { WallPicture } from './WallPicture.tsx';

export function StartPage() {
  const t = useT();
  const { credentials, device, storage } = useApp();
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
                forgetDrafts(storage, id);
                // Without a store there is nothing to forget in it.
                void device.forget(id).catch(() => undefined);
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
