/** Keeps one board open while the page shows it: the session, one's own history, the editor; and what ends it. */
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { History } from '../../../shared/board/History.ts';
import { canWrite } from '../../../shared/access/can.ts';
import { CLOSE } from '../../../shared/protocol/closeCodes.ts';
import { createEditor, type Editor } from '../../editor/Editor.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { type BoardSession, openBoard, type Ticket } from '../../sync/BoardSession.ts';
import { createDrafts, type Drafts } from '../../sync/drafts.ts';
import { Button } from '../../ui/Button.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useApp } from '../AppContext.tsx';
import { MessagePage } from '../NotFoundPage.tsx';
import { SkeletonWall } from '../SkeletonWall.tsx';
import { BoardContext } from '../../session/BoardContext.tsx';
import { BoardScreen } from './BoardScreen.tsx';
import { type EntryPorts, type EntryProblem, renewTicket } from './entry.ts';

export interface OpenBoardProps {
  id: string;
  ticket: Ticket;
  ports: EntryPorts;
  onRefused: (problem: EntryProblem) => void;
}

export function OpenBoard({ id, ticket, ports, onRefused }: OpenBoardProps) {
  const { environment, storage } = useApp();
  const drafts = useMemo(() => createDrafts(storage, id), [storage, id]);
  const [session, setSession] = useState<BoardSession | null>(null);

  // A session lives as long as its board is shown; it renews its ticket itself.
  useEffect(() => {
    const opened = openBoard({ id, ticket, renew: () => renewTicket(ports, id), environment });
    setSession(opened);
    return () => {
      setSession(null);
      drafts.add(opened.unsavedTexts());
      opened.dispose();
    };
  }, [id]);

  return session && <Connected session={session} drafts={drafts} ports={ports} onRefused={onRefused} />;
}

interface ConnectedProps {
  session: BoardSession;
  drafts: Drafts;
  ports: EntryPorts;
  onRefused: (problem: EntryProblem) => void;
}

function Connected({ session, drafts, ports, onRefused }: ConnectedProps) {
  const t = useT();
  const toast = useToast();
  const status = useStore(session.state, (state) => state.status);
  const closeCode = useStore(session.state, (state) => state.closeCode);
  const loaded = useStore(session.state, (state) => state.loaded);
  const title = useStore(session.state, (state) => state.control?.title);
  const editor = useEditorOf(session, drafts);

  const name = useStore(session.state, (state) => state.me?.name);
  const role = useStore(session.state, (state) => state.me?.role);
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · Pêle-mêle`;
  }, [title]);
  // What this device remembers follows what the session says.
  useEffect(() => {
    const known = ports.credentials.find(session.id);
    if (!known || title === undefined || name === undefined || role === undefined) return;
    if (known.title === title && known.name === name && known.role === role) return;
    ports.credentials.save(session.id, { ...known, title, name, role });
  }, [title, name, role, ports, session.id]);

  useUnsavedGuard(session, drafts);
  useEffect(() => {
    if (!loaded) return;
    const texts = new Set([...session.board.elements()].map(({ text }) => text.trim()));
    drafts.prune((text) => texts.has(text));
  }, [loaded, session, drafts]);
  useEffect(() => {
    if (status !== 'refused') return;
    drafts.add(session.unsavedTexts());
    if (closeCode === CLOSE.otherEpoch) window.location.reload();
    else if (closeCode === CLOSE.removed) onRefused('removed');
    else if (closeCode === CLOSE.boardNotFound) onRefused('not_found');
  }, [status, closeCode, drafts, session, onRefused]);

  useEffect(
    () =>
      session.onRefusal(({ elements }) => {
        drafts.add(elements.map((id) => session.board.get(id)?.text ?? ''));
        toast({ text: t('session.refused'), tone: 'danger' });
      }),
    [session, drafts, toast, t],
  );

  if (status === 'refused' && closeCode === CLOSE.violation) {
    return (
      <MessagePage
        title={t('session.closed.title')}
        actions={
          <Button variant="primary" onClick={() => window.location.reload()}>
            {t('broken.reload')}
          </Button>
        }
      >
        <p>{t('session.closed.help')}</p>
      </MessagePage>
    );
  }
  if (!loaded || !editor) {
    return (
      <SkeletonWall text={t(status === 'offline' ? 'board.unreachable' : 'board.loading')}>
        {status === 'offline' && <Button onClick={session.retryNow}>{t('common.retry')}</Button>}
      </SkeletonWall>
    );
  }
  return (
    <BoardContext value={{ session, editor, drafts }}>
      <BoardScreen />
    </BoardContext>
  );
}

/** Leaving the page with unsaved work asks first; whoever leaves all the same finds the texts among the drafts. */
function useUnsavedGuard(session: BoardSession, drafts: Drafts): void {
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      const { status, unsaved } = session.state.getState();
      if (unsaved > 0 && status !== 'refused') event.preventDefault();
    };
    const onPageHide = (): void => drafts.add(session.unsavedTexts());
    window.addEventListener('beforeunload', onBeforeUnload);
    window.addEventListener('pagehide', onPageHide);
    return () => {
      window.removeEventListener('beforeunload', onBeforeUnload);
      window.removeEventListener('pagehide', onPageHide);
    };
  }, [session, drafts]);
}

/** The editor of a session, once it is known who one is; follows language, theme and role. */
function useEditorOf(session: BoardSession, drafts: Drafts): Editor | null {
  const { theme } = useApp();
  const locale = useLocale();
  const participant = useStore(session.state, (state) => state.me?.id);
  const role = useStore(session.state, (state) => state.me?.role);
  const [editor, setEditor] = useState<Editor | null>(null);

  // One editor a person and session; what may change is followed below.
  useEffect(() => {
    const { me } = session.state.getState();
    if (participant === undefined || !me) return;
    const history = new History(session.board);
    const created = createEditor({
      board: session.board,
      history,
      presence: session.presence,
      me: { participant: me.id, role: me.role, hue: me.hue, name: me.name },
      locale,
      theme: theme.theme(),
      readOnly: !canWrite(me.role),
      onDraft: (text) => drafts.add([text]),
    });
    setEditor(created);
    return () => {
      setEditor(null);
      created.dispose();
      history.dispose();
    };
  }, [session, participant]);

  useEffect(() => editor?.setLocale(locale), [editor, locale]);
  useEffect(() => {
    editor?.setTheme(theme.theme());
    return editor ? theme.subscribe(() => editor.setTheme(theme.theme())) : undefined;
  }, [editor, theme]);
  useEffect(() => {
    if (role) editor?.setReadOnly(!canWrite(role));
  }, [editor, role]);
  return editor;
}
