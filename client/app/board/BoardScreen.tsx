/** The board page: the canvas under everything, bars at its edges, one panel at the right, one dialog at a time. */
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { BoardCanvas } from '../../canvas/BoardCanvas.tsx';
import type { Editor } from '../../editor/Editor.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { loadOutline } from '../../outline/loadOutline.ts';
import { useKeyboard } from '../../phone/useKeyboard.ts';
import { useBoard, useSession } from '../../session/BoardContext.tsx';
import { Bookmarks } from '../../session/bookmarks/Bookmarks.ts';
import { CommentsSlot } from '../../session/comments/CommentsSlot.tsx';
import { GridNameSlot } from '../../session/grid/GridNameSlot.tsx';
import { MassDeletionNotices } from '../../session/notices/MassDeletionNotice.tsx';
import { useWorkNotices } from '../../session/notices/useWorkNotices.ts';
import type { askNames } from '../../session/people/askNames.ts';
import { PicturesSlot } from '../../session/pictures/PicturesSlot.tsx';
import { RightsNotice } from '../../session/rights/RightsNotice.tsx';
import { SortingSlot } from '../../session/sorting/SortingSlot.tsx';
import type { BoardSession } from '../../sync/BoardSession.ts';
import { ToastHost, useToast } from '../../ui/Toasts.tsx';
import { PHONE, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useApp } from '../AppContext.tsx';
import { UpdateNotice } from '../UpdateNotice.tsx';
import styles from './BoardScreen.module.css';
import { BottomBar } from './BottomBar.tsx';
import { holdKeys } from './dialogs/holdKeys.ts';
import { isToKeep } from './dialogs/keepLink.ts';
import { type DialogComponent, type DialogName, loadDialog, prefetchDialogs } from './dialogs/loadDialog.ts';
import { FirstHint } from './FirstHint.tsx';
import { useInspection } from './inspect.ts';
import {
  loadAgenda,
  loadAskNames,
  loadContextMenu,
  loadFind,
  loadGrid,
  loadMatrix,
  loadPeople,
  loadPins,
  loadRadar,
  loadTour,
  prefetchPanels,
} from './loadPanel.ts';
import { MapCorner } from './MapCorner.tsx';
import { OutlineSlot } from './OutlineSlot.tsx';
import { ConnectionAnnouncer, FloatingBadge } from './SaveBadge.tsx';
import { SelectionSlot } from './SelectionSlot.tsx';
import { ToolOptions } from './ToolOptions.tsx';
import { ToolRail } from './ToolRail.tsx';
import { TopBar, WITH_WORDS } from './TopBar.tsx';
import { type TourControl, useTour } from './tour/useTour.ts';
import { Transfers } from './transfer/Transfers.tsx';
import { useBookmarkKeys } from './useBookmarkKeys.ts';
import { useCoveredView, useFirstView } from './useFirstView.ts';
import { useLoaded } from './useLoaded.ts';
import { usePageRequests } from './usePageRequests.ts';
import { ZoomBar } from './ZoomBar.tsx';

export type PanelName = 'sorting' | 'agenda' | 'comments' | 'people' | 'outline' | 'pins' | 'grid' | 'matrix' | 'radar';

/** What the bars may ask of the page. */
export interface PageActions {
  readonly panel: PanelName | null;
  togglePanel(panel: PanelName): void;
  openDialog(dialog: DialogName): void;
  readonly bookmarks: Bookmarks;
}

/** Made while the board is on its way, so that it is drawn the moment it is here; what must wait for it is in `Loaded`. */
export const BoardScreen = memo(function BoardScreen() {
  const t = useT();
  const locale = useLocale();
  const { editor, session } = useBoard();
  const { storage } = useApp();
  const phone = useMediaQuery(PHONE);
  const isWide = useMediaQuery(WITH_WORDS) && !phone;
  const [panel, setPanel] = useState<PanelName | null>(null);
  // On a phone the outline takes the whole window: nothing under it takes a finger or the focus.
  const isCovered = phone && panel === 'outline';
  const { Dialog, takeTyped, openDialog, closeDialog } = useDialog();
  const closePanel = useCallback(() => setPanel(null), []);
  const openSorting = useCallback(() => setPanel('sorting'), []);
  const bookmarks = useMemo(() => new Bookmarks(storage, session.id), [storage, session]);
  const actions: PageActions = {
    panel,
    togglePanel: (name) => setPanel((open) => (open === name ? null : name)),
    openDialog,
    bookmarks,
  };
  const { isFinding, closeFind, menu, closeMenu, isMapWanted, closeMap } = usePageRequests(openDialog, setPanel);
  const FindPanel = useLoaded(isFinding, loadFind, closeFind);
  const ContextMenu = useLoaded(menu !== null, loadContextMenu, closeMenu);
  const AgendaPanel = useLoaded(panel === 'agenda', loadAgenda, closePanel);
  const PeoplePanel = useLoaded(panel === 'people', loadPeople, closePanel);
  const PinsPanel = useLoaded(panel === 'pins', loadPins, closePanel);
  const GridPanel = useLoaded(panel === 'grid', loadGrid, closePanel);
  const MatrixPanel = useLoaded(panel === 'matrix', loadMatrix, closePanel);
  const RadarPanel = useLoaded(panel === 'radar', loadRadar, closePanel);
  useBookmarkKeys(bookmarks);

  const unsaved = useSession((state) => state.unsaved);
  const tour = useTour();

  useNotices();
  useWorkNotices(useCallback(() => openDialog('drafts'), [openDialog]));
  useKeyboard(editor);
  useCoveredView(phone, panel, isFinding);
  const openAgenda = useCallback(() => setPanel('agenda'), []);

  return (
    <I18nProvider locale={locale === 'fr' ? 'fr-FR' : 'en-GB'}>
      <div className={styles.screen} data-panel={panel ?? undefined}>
        <a href="#board-canvas" className={styles.skip}>
          {t('board.skip')}
        </a>
        {!phone && <TopBar actions={actions} />}
        <main className={styles.stage} id="board-canvas" tabIndex={-1} aria-label={t('board.main')} inert={isCovered}>
          <BoardCanvas editor={editor} />
          <PicturesSlot />
          <GridNameSlot />
          {!phone && <ToolRail />}
          <div className={styles.head} data-notices="">
            {phone && FindPanel && <FindPanel onClose={closeFind} />}
            {!isWide && <FloatingBadge place={phone ? 'always' : 'warnings'} />}
            <MassDeletionNotices />
            <UpdateNotice unsaved={unsaved} />
          </div>
          {!phone && FindPanel && <FindPanel onClose={closeFind} />}
          {!phone && <ToolOptions />}
          {!phone && <SelectionSlot />}
          <div className={styles.foot} data-notices="">
            <ToastHost />
            <FirstHint phone={phone} isQuiet={tour.isOn} />
            <RightsNotice />
            {phone && <ToolOptions docked />}
            {phone && <SelectionSlot docked />}
          </div>
          {!phone && panel === null && isMapWanted && <MapCorner onClose={closeMap} />}
          {!phone && <ZoomBar />}
          {ContextMenu && menu && <ContextMenu {...menu} onClose={closeMenu} />}
        </main>
        {phone && <BottomBar actions={actions} isCovered={isCovered} />}
        {AgendaPanel && <AgendaPanel onClose={closePanel} />}
        <CommentsSlot isOpen={panel === 'comments'} onClose={closePanel} />
        <SortingSlot isOpen={panel === 'sorting'} onOpen={openSorting} onClose={closePanel} />
        {PeoplePanel && <PeoplePanel onClose={closePanel} />}
        {PinsPanel && <PinsPanel onClose={closePanel} />}
        {GridPanel && <GridPanel onClose={closePanel} />}
        {MatrixPanel && <MatrixPanel onClose={closePanel} />}
        {RadarPanel && <RadarPanel onClose={closePanel} />}
        {panel === 'outline' && <OutlineSlot isSheet={phone} onClose={closePanel} />}
        <ConnectionAnnouncer />
        <Transfers />
        <OnceLoaded phone={phone} tour={Dialog ? null : tour} openDialog={openDialog} openAgenda={openAgenda} />
        {Dialog && <Dialog onClose={closeDialog} onTour={tour.start} actions={actions} takeTyped={takeTyped} />}
      </div>
    </I18nProvider>
  );
});

interface LoadedProps {
  phone: boolean;
  /** `null` while something stands before it. */
  tour: TourControl | null;
  openDialog: (name: DialogName) => void;
  openAgenda: () => void;
}

/** Apart, so that the bars are not drawn anew when the board comes. */
function OnceLoaded(props: LoadedProps) {
  return useSession((state) => state.loaded) && <Loaded {...props} />;
}

/** What the page does with the board that it shows. */
function Loaded({ phone, tour, openDialog, openAgenda }: LoadedProps) {
  const { storage } = useApp();
  const { editor, session } = useBoard();
  useFirstView(phone, openAgenda);
  useInspection(session, editor);
  useKeepReminder(openDialog);
  useAskedNames(editor, session);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      openDialog('help');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [openDialog]);
  const isTourOn = tour?.isOn === true && !isToKeep(storage, session.id);
  const Tour = useLoaded(isTourOn, loadTour);
  return Tour && tour && <Tour tour={tour} phone={phone} />;
}

/** Asks who has signed what stands there. What could not be fetched for it is asked for again when the line is back. */
function useAskedNames(editor: Editor, session: BoardSession): void {
  const isOnline = useSession(({ status }) => status === 'online');
  const [ask, setAsk] = useState<{ readonly names: typeof askNames } | null>(null);
  useEffect(() => {
    if (!ask && isOnline) void loadAskNames().then((names) => names && setAsk({ names }));
  }, [ask, isOnline]);
  useEffect(() => ask?.names(editor, session), [ask, editor, session]);
}

/** After this long on a board its dialogs are fetched, so that they open without a network too. */
const PREFETCH_AFTER_MS = 2_000;

/** One dialog at a time, fetched when it is wanted. */
function useDialog() {
  const t = useT();
  const toast = useToast();
  const { editor } = useBoard();
  const [opened, setOpened] = useState<{ readonly Dialog: DialogComponent } | null>(null);
  // However often it is asked for, one holds the keys; whatever comes in its place lets them go.
  const held = useRef<(() => string) | null>(null);
  const takeTyped = useCallback((): string => {
    const typed = held.current?.() ?? '';
    held.current = null;
    return typed;
  }, []);
  const openDialog = useCallback(
    (name: DialogName): void => {
      if (name === 'palette') held.current ??= holdKeys();
      void loadDialog(name).then((Dialog) => {
        if (!Dialog || name !== 'palette') takeTyped();
        if (Dialog) setOpened({ Dialog });
        else toast({ text: t('dialog.unavailable'), tone: 'danger' });
      });
    },
    [takeTyped, toast, t],
  );
  const closeDialog = useCallback(() => setOpened(null), []);
  useEffect(() => {
    const timer = setTimeout(
      () => void Promise.all([editor.extras.ahead(), prefetchDialogs(), prefetchPanels(), loadOutline()]),
      PREFETCH_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [editor]);
  return { Dialog: opened?.Dialog, takeTyped, openDialog, closeDialog };
}

/** Whoever has just made this wall is told to keep the link that opens it again. */
function useKeepReminder(openDialog: (name: DialogName) => void): void {
  const { storage } = useApp();
  const { session } = useBoard();
  useEffect(() => {
    if (isToKeep(storage, session.id)) openDialog('keep');
  }, [storage, session, openDialog]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName));

/** Shows what the editor has to say, and what the disk does to this person's work. */
function useNotices(): void {
  const t = useT();
  const toast = useToast();
  const { editor } = useBoard();
  const paused = useSession((state) => state.storagePaused);
  useEffect(
    () =>
      editor.notices.subscribe(({ kind, id, values, terms, offer }) => {
        if (kind !== 'notice') return;
        const translated = Object.entries(terms ?? {}).map(([key, term]) => [key, t(term)] as const);
        const { command, label, run = () => command && editor.commands.run(command) } = offer ?? {};
        const action = label && { label: t(label), run };
        toast({ text: t(id, { ...values, ...Object.fromEntries(translated) }), ...(action && { action }) });
      }),
    [editor, toast, t],
  );
  useEffect(() => {
    if (paused) toast({ text: t('session.paused'), tone: 'danger' });
  }, [paused, toast, t]);
}
