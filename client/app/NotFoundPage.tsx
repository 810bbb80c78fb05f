/** Nothing stands at this address: says so, and what to do. Also the page of a link that leads to no wall. */
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useT } from '../i18n/Messages.tsx';
import { Link } from './Link.tsx';
import styles from './MessagePage.module.css';
import { SiteHeader } from './SiteHeader.tsx';

export function NotFoundPage() {
  const t = useT();
  return (
    <MessagePage title={t('notFound.title')}>
      <p>{t('notFound.help')}</p>
    </MessagePage>
  );
}

/** A page of few words: a title, what happened, what to do. `actions` come before the way home. */
export function MessagePage({ title, children, actions }: { title: string; children: ReactNode; actions?: ReactNode }) {
  const t = useT();
  useEffect(() => {
    document.title = `${title} · Pêle-mêle`;
  }, [title]);
  return (
    <div className={styles.page}>
      <SiteHeader />
      <main className={styles.main}>
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.words}>{children}</div>
        <div className={styles.actions}>
          {actions}
          <Link to={{ name: 'start' }} className={styles.home}>
            {t('notFound.home')}
          </Link>
        </div>
      </main>
    </div>
  );
}
