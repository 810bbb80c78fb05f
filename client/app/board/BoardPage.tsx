/** A wall's address: lets in who may come in, asks a name of who comes by a link, and says what to do where there is no way in. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useT } from '../../i18n/Messages.tsx';
import type { Ticket } from '../../sync/BoardSession.ts';
import { createDrafts } from '../../sync/drafts.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { useToast } from '../../ui/Toasts.tsx';
import { useApp } from '../AppContext.tsx';
import { MessagePage } from '../NotFoundPage.tsx';
import { SkeletonWall } from '../SkeletonWall.tsx';
import { comeTo, type Entry, type EntryPorts, type EntryProblem } from './entry.ts';
import { loadJoin } from './loadPanel.ts';
import { OpenBoard } from './OpenBoard.tsx';
import { useLoaded } from './useLoaded.ts';

/** A network that swallows everything must not keep one from a board that is on this device. */
const PATIENCE_MS = 4_000;
const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

export function BoardPage({ id, secret }: { id: string; secret: string | null }) {
  const t = useT();
  const { api, credentials } = useApp();
  const ports = useMemo<EntryPorts>(() => ({ api, credentials, now: Date.now, patience }), [api, credentials]);
  const [entry, setEntry] = useState<Entry | null>(null);
  const [attempt, setAttempt] = useState(0);

  // One comes in once an attempt; a change of language is no new visit.
  useEffect(() => {
    let current = true;
    // Whoever was never here is asked a name: what asks comes while the server is asked who may come in.
    if (secret !== null && !credentials.find(id)) void loadJoin();
    void comeTo(ports, id, secret).then((next) => {
      if (current) setEntry(next);
    });
    return () => {
      current = false;
    };
  }, [id, secret, attempt]);

  const enter = useCallback((ticket: Ticket) => setEntry({ step: 'in', ticket }), []);
  const refuse = useCallback((problem: EntryProblem) => setEntry({ step: 'refused', problem }), []);
  const giveUp = useCallback(() => refuse('unreachable'), [refuse]);
  const JoinPage = useLoaded(entry?.step === 'asked', loadJoin, giveUp);

  switch (entry?.step) {
    case undefined:
      return <SkeletonWall text={t('board.loading')} />;
    case 'asked':
      if (!JoinPage) return <SkeletonWall text={t('board.loading')} />;
      return <JoinPage board={id} invitation={entry.invitation} ports={ports} onEntered={enter} />;
    case 'in':
      return <OpenBoard id={id} ticket={entry.ticket} ports={ports} onRefused={refuse} />;
    case 'refused':
      return (
        <Refused
          board={id}
          problem={entry.problem}
          onRetry={() => {
            setEntry(null);
            setAttempt((n) => n + 1);
          }}
        />
      );
  }
}

function Refused({ board, problem, onRetry }: { board: string; problem: EntryProblem; onRetry: () => void }) {
  const t = useT();
  const toast = useToast();
  const { storage } = useApp();
  // Whoever cannot come back in still has what they wrote.
  const left = useMemo(() => createDrafts(storage, board).list(), [storage, board]);
  const copyLeft = async (): Promise<void> => {
    const isCopied = await copyText(left.map(({ text }) => text).join('\n\n'));
    toast({ text: t(isCopied ? 'drafts.copied' : 'drafts.copyFailed', { count: left.length }) });
  };
  const passing = problem === 'unreachable' || problem === 'too_many';
  return (
    <MessagePage
      title={t(`entry.${problem}.title`)}
      actions={
        (passing || left.length > 0) && (
          <>
            {passing && (
              <Button variant="primary" onClick={onRetry}>
                {t('common.retry')}
              </Button>
            )}
            {left.length > 0 && (
              <Button onClick={() => void copyLeft()}>{t('drafts.copyLeft', { count: left.length })}</Button>
            )}
          </>
        )
      }
    >
      <p>{t(`entry.${problem}.help`)}</p>
    </MessagePage>
  );
}
