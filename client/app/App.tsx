/** Which page an address shows. The board and its canvas are loaded when one goes there, never with the start page. */
import { lazy, Suspense } from 'react';
import { useT } from '../i18n/Messages.tsx';
import { Button } from '../ui/Button.tsx';
import { useRoute } from './AppContext.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { MessagePage, NotFoundPage } from './NotFoundPage.tsx';
import { SkeletonWall } from './SkeletonWall.tsx';

const StartPage = lazy(() => import('./start/StartPage.tsx').then(({ StartPage }) => ({ default: StartPage })));
const SubjectPage = lazy(() => import('./start/SubjectPage.tsx').then(({ SubjectPage }) => ({ default: SubjectPage })));
const BoardPage = lazy(() => import('./board/BoardPage.tsx').then(({ BoardPage }) => ({ default: BoardPage })));

export function App() {
  const route = useRoute();
  return (
    <ErrorBoundary key={route.name} fallback={() => <BrokenPage />}>
      <Page />
    </ErrorBoundary>
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
