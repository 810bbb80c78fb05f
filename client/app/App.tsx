/** Which page an address shows. The board and its canvas are loaded when one goes there, never with the start page. */
import { lazy, Suspense } from 'react';
import { useT } from '../i18n/Messages.tsx';
import { Button } from '../ui/Button.tsx';
import { ToastHost } from '../ui/Toasts.tsx';
import styles from './App.module.css';
import { useRoute } from './AppContext.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { MessagePage, NotFoundPage } from './NotFoundPage.tsx';
import type { Route } from './router.ts';
import { SkeletonWall } from './SkeletonWall.tsx';
import { UpdateNotice } from './UpdateNotice.tsx';

const StartPage = lazy(() => import('./start/StartPage.tsx').then(({ StartPage }) => ({ default: StartPage })));
const SubjectPage = lazy(() => import('./start/SubjectPage.tsx').then(({ SubjectPage }) => ({ default: SubjectPage })));
const SheetPage = lazy(() => import('./sheet/SheetPage.tsx').then(({ SheetPage }) => ({ default: SheetPage })));
const loadBoardPage = () => import('./board/BoardPage.tsx').then(({ BoardPage }) => ({ default: BoardPage }));
const BoardPage = lazy(loadBoardPage);

/** Begins to fetch the largest page while its texts are still on their way: one round trip less before a wall is seen. */
export function prefetchPage(route: Route): void {
  // What does not arrive is asked for again, and told, when the page is shown.
  if (route.name === 'board') loadBoardPage().catch(() => undefined);
}

export function App() {
  const route = useRoute();
  return (
    <>
      <ErrorBoundary key={route.name} fallback={() => <BrokenPage />}>
        <Page />
      </ErrorBoundary>
      <div className={styles.foot}>
        <ToastHost />
        {route.name !== 'board' && <UpdateNotice />}
      </div>
    </>
  );
}

function Page() {
  const t = useT();
  const route = useRoute();
  switch (route.name) {
    case 'start':
      return (
        <Suspense>
          <StartPage />
        </Suspense>
      );
    case 'subject':
      return (
        <Suspense>
          <SubjectPage templateId={route.template} />
        </Suspense>
      );
    case 'board':
      return (
        <Suspense fallback={<SkeletonWall text={t('board.loading')} />}>
          <BoardPage key={`${route.id} ${route.secret}`} id={route.id} secret={route.secret} />
        </Suspense>
      );
    case 'sheet':
      return (
        <Suspense>
          <SheetPage key={route.id} id={route.id} />
        </Suspense>
      );
    case 'notFound':
      return <NotFoundPage />;
  }
}

function BrokenPage() {
  const t = useT();
  return (
    <MessagePage
      title={t('broken.title')}
      actions={
        <Button variant="primary" onClick={() => window.location.reload()}>
          {t('broken.reload')}
        </Button>
      }
    >
      <p>{t('broken.help')}</p>
    </MessagePage>
  );
}
