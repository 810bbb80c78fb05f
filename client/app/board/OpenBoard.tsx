/** Keeps one board open while the page shows it: the session, one's own history, the editor; and what ends it. */
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { can, canWrite } from '../../../shared/access/can.ts';
import { History } from '../../../shared/board/History.ts';
import { CLOSE } from '../../../shared/protocol/closeCodes.ts';
import { createEditor, type Editor } from '../../editor/Editor.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { BoardContext } from '../../session/BoardContext.tsx';
import { AllDrafts } from '../../session/drafts/AllDrafts.ts';
import { Pictures } from '../../session/pictures/Pictures.ts';
import { boardRights } from '../../session/rights/boardRights.ts';
import { type BoardSession, openBoard, type Ticket } from '../../sync/BoardSession.ts';
import { createDrafts, type Drafts } from '../../sync/drafts.ts';
import { isKeptHere } from '../../sync/saveStatus.ts';
import { Button } from '../../ui/Button.tsx';
import { useApp } from '../AppContext.tsx';
import { MessagePage } from '../NotFoundPage.tsx';
import { SkeletonWall } from '../SkeletonWall.tsx';
import { BoardScreen } from './BoardScreen.tsx';
import { type EntryPorts, type EntryProblem, renewTicket } from './entry.ts';
import { keepHandPreferences, readHandPreferences } from './handPreferences.ts';
import styles from './OpenBoard.module.css';

export interface OpenBoardProps {
  id: string;
  ticket: Ticket;
  ports: EntryPorts;
  onRefused: (problem: EntryProblem) => void;
}

export function OpenBoard({ id, ticket, ports, onRefused }: OpenBoardProps) {
  const { device, environment, storage } = useApp();
  const kept = useMemo(() => createDrafts(storage, id), [storage, id]);
  const [session, setSession] = useState<BoardSession | null>(null);

  // A session lives as long as its board is shown; it renews its ticket itself.
  useEffect(() => {
    const credential = ports.credentials.find(id);
    const opened = openBoard({
      id,
      ticket,
      renew: () => renewTicket(ports, id),
      environment,
      ...(credential && {
        device: { store: device, participant: credential.participant.id },
        known: { id: credential.participant.id, name: credential.name, role: credential.role },
      }),
    });
    const stopHearing = opened.onOrphanTexts((texts) => kept.add(texts, 'unsaved'));
    setSession(opened);
    return () => {
      setSession(null);
      keepUnsaved(opened, kept);
      stopHearing();
      opened.dispose();
    };
  }, [id]);

  return session && <Connected session={session} kept={kept} ports={ports} onRefused={onRefused} />;
}

/** What the server does not have and this device does not keep as a document is kept as words. */
function keepUnsaved(session: BoardSession, kept: Drafts): void {
  const { device, status } = session.state.getState();
  if (!isKeptHere(device) || status === 'refused') kept.add(session.unsavedTexts(), 'unsaved');
}

interface ConnectedProps {
  session: BoardSession;
  kept: Drafts;
  ports: EntryPorts;
  onRefused: (problem: EntryProblem) => void;
}

function Connected({ session, kept, ports, onRefused }: ConnectedProps) {
  const t = useT();
  const status = useStore(session.state, (state) => state.status);
  const closeCode = useStore(session.state, (state) => state.closeCode);
  const loaded = useStore(session.state, (state) => state.loaded);
  const title = useStore(session.state, (state) => state.control?.title);
  const drafts = useMemo(() => new AllDrafts(kept, session.private), [kept, session]);
  useEffect(() => () => drafts.dispose(), [drafts]);
  const pictures = useMemo(() => new Pictures(session, window), [session]);
  useEffect(() => () => pictures.dispose(), [pictures]);
  const editor = useEditorOf(session, drafts, pictures, ports);
  const opened = useMemo(() => editor && { session, editor, drafts, pictures }, [session, editor, drafts, pictures]);

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

  useUnsavedGuard(session, kept);
  useEffect(() => {
    if (!loaded) return;
    if (kept.list().length === 0) return;
    const texts = new Set([...session.board.elements()].map(({ text }) => text.trim()));
    kept.prune((text) => texts.has(text));
  }, [loaded, session, kept]);
  useEffect(() => {
    if (status !== 'refused') return;
    kept.add(session.unsavedTexts(), 'unsaved');
    // What the server has lost, this device may be the last to have.
    const erased = closeCode === CLOSE.damaged ? Promise.resolve() : session.eraseLocal();
    // A store that does not answer keeps nobody here.
    void Promise.race([erased, new Promise((resolve) => setTimeout(resolve, ERASING_MS))]).then(() =>
      leaveRefused(closeCode, onRefused),
    );
  }, [status, closeCode, kept, session, onRefused]);

  if (status === 'refused' && closeCode === CLOSE.damaged) {
    return (
      <MessagePage title={t('session.damaged.title')}>
        <p>{t('session.damaged.help')}</p>
      </MessagePage>
    );
  }
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
  return (
    <>
      {/* The bars and the canvas are made while the board is on its way, and shown with it. */}
      {opened && (
        <div className={loaded ? undefined : styles.behind} inert={!loaded}>
          <BoardContext value={opened}>
            <BoardScreen />
          </BoardContext>
        </div>
      )}
      {(!loaded || !opened) && (
        <div className={styles.over}>
          <SkeletonWall text={t(status === 'offline' ? 'board.unreachable' : 'board.loading')}>
            {status === 'offline' && <Button onClick={session.retryNow}>{t('common.retry')}</Button>}
          </SkeletonWall>
        </div>
      )}
    </>
  );
}

/** How long taking the board off the device may take before one leaves all the same. */
const ERASING_MS = 2_000;

function leaveRefused(closeCode: number | null, onRefused: (problem: EntryProblem) => void): void {
  if (closeCode === CLOSE.otherEpoch) window.location.reload();
  else if (closeCode === CLOSE.removed) onRefused('removed');
  else if (closeCode === CLOSE.boardNotFound) onRefused('not_found');
}

/** Leaving the page with work that nothing keeps asks first; whoever leaves all the same finds the texts among the drafts. */
function useUnsavedGuard(session: BoardSession, kept: Drafts): void {
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      const { device, status, unsaved } = session.state.getState();
      if (unsaved > 0 && status !== 'refused' && !isKeptHere(device)) event.preventDefault();
    };
    const onPageHide = (): void => keepUnsaved(session, kept);
    window.addEventListener('beforeunload', onBeforeUnload);
    window.addEventListener('pagehide', onPageHide);
    return () => {
      window.removeEventListener('beforeunload', onBeforeUnload);
      window.removeEventListener('pagehide', onPageHide);
    };
  }, [session, kept]);
}

/** A picture of another board that this device knows the way to; `null` where there is none to be had. */
async function fetchFromBoard(ports: EntryPorts, board: string, hash: string): Promise<Blob | null> {
  const renewed = await renewTicket(ports, board);
  if (!renewed.ok) return null;
  const answer = await fetch(`/api/boards/${board}/pictures/${hash}`, {
    headers: { Authorization: `Bearer ${renewed.value.ticket}` },
  }).catch(() => null);
  return answer?.ok ? answer.blob() : null;
}

/** The editor of a session, once it is known who one is; follows language, theme and role. */
function useEditorOf(session: BoardSession, drafts: AllDrafts, pictures: Pictures, ports: EntryPorts): Editor | null {
  const { theme, storage } = useApp();
  const locale = useLocale();
  const participant = useStore(session.state, (state) => state.me?.id);
  const role = useStore(session.state, (state) => state.me?.role);
  const group = useStore(session.state, (state) => state.me?.group ?? null);
  const step = useStore(session.state, (state) => state.control?.step);
  const [editor, setEditor] = useState<Editor | null>(null);

  // One editor a person and session; what may change is followed below.
  useEffect(() => {
    const { me } = session.state.getState();
    if (participant === undefined || !me) return;
    const history = new History(session.board);
    const created = createEditor({
      board: session.board,
      boardId: session.id,
      history,
      presence: session.presence,
      me: {
        participant: me.id,
        role: me.role,
        hue: me.hue,
        get name() {
          return session.state.getState().me?.name ?? me.name;
        },
      },
      locale,
      theme: theme.theme(),
      readOnly: !canWrite(me.role),
      ...readHandPreferences(storage, window),
      pictures,
      fetchPicture: (board, hash) => fetchFromBoard(ports, board, hash),
      onDraft: (text) => drafts.add([text], 'deleted'),
    });
    setEditor(created);
    return () => {
      setEditor(null);
      created.dispose();
      history.dispose();
    };
  }, [session, participant, pictures, ports, storage]);

  useEffect(() => (editor ? keepHandPreferences(editor, storage) : undefined), [editor, storage]);
  useEffect(() => editor?.setLocale(locale), [editor, locale]);
  useEffect(() => {
    editor?.setTheme(theme.theme());
    return editor ? theme.subscribe(() => editor.setTheme(theme.theme())) : undefined;
  }, [editor, theme]);
  useEffect(() => {
    if (!role) return;
    const rights = boardRights(role, group, step);
    editor?.setReadOnly(!rights.writes);
    editor?.setWho({ role, group, step, id: participant });
    editor?.setMayAdd(rights.writes && rights.adds);
    editor?.setMayLock(can(role, 'lock'));
  }, [editor, role, group, step, participant]);
  return editor;
}
