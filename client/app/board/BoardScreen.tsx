/** The board page: the canvas under everything, bars at its edges, one panel at the right, one dialog at a time. */
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { BoardCanvas } from '../../canvas/BoardCanvas.tsx';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { AgendaPanel } from '../../session/agenda/AgendaPanel.tsx';
import { PeoplePanel } from '../../session/people/PeoplePanel.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useBoard, useSession } from '../../session/BoardContext.tsx';
import styles from './BoardScreen.module.css';
import { BottomBar } from './BottomBar.tsx';
import { ConnectionAnnouncer } from './SaveBadge.tsx';
import { useInspection } from './inspect.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { ToolRail } from './ToolRail.tsx';
import { TopBar } from './TopBar.tsx';
import { useFirstView } from './useFirstView.ts';
import { ZoomBar } from './ZoomBar.tsx';

const ShareDialog = lazy(() => import('./dialogs/ShareDialog.tsx').then((m) => ({ default: m.ShareDialog })));
const ExportDialog = lazy(() => import('./dialogs/ExportDialog.tsx').then((m) => ({ default: m.ExportDialog })));
const HelpDialog = lazy(() => import('./dialogs/HelpDialog.tsx').then((m) => ({ default: m.HelpDialog })));
const DraftsDialog = lazy(() => import('./dialogs/DraftsDialog.tsx').then((m) => ({ default: m.DraftsDialog })));
const SettingsDialog = lazy(() => import('./dialogs/SettingsDialog.tsx').then((m) => ({ default: m.SettingsDialog })));

export type PanelName = 'agenda' | 'people';
export type DialogName = 'share' | 'export' | 'help' | 'drafts' | 'settings';

/** What the bars may ask of the page. */
export interface PageActions {
  readonly panel: PanelName | null;
  togglePanel(panel: PanelName): void;
  openDialog(dialog: DialogName): void;
}

export function BoardScreen() {
  const t = useT();
  const locale = useLocale();
  const { editor, session } = useBoard();
  const phone = useMediaQuery('(max-width: 700px)');
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const closePanel = useCallback(() => setPanel(null), []);
  const closeDialog = useCallback(() => setDialog(null), []);
  const actions: PageActions = {
    panel,
    togglePanel: (name) => setPanel((open) => (open === name ? null : name)),
    openDialog: setDialog,
  };

  useNotices();
  useInspection(session, editor);
  useFirstView(phone, () => setPanel('agenda'));
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      setDialog('help');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <I18nProvider locale={locale === 'fr' ? 'fr-FR' : 'en-GB'}>
      <div className={styles.screen}>
        <a href="#board-canvas" className={styles.skip}>
          {t('board.skip')}
        </a>
        {!phone && <TopBar actions={actions} />}
        <main className={styles.stage} id="board-canvas" tabIndex={-1} aria-label={t('board.main')}>
          <BoardCanvas editor={editor} />
          {!phone && <ToolRail />}
          <SelectionBar docked={phone} />
          {!phone && <ZoomBar />}
        </main>
        {phone && <BottomBar actions={actions} />}
        {panel === 'agenda' && <AgendaPanel onClose={closePanel} />}
        {panel === 'people' && <PeoplePanel onClose={closePanel} />}
        <ConnectionAnnouncer />
        <Suspense>
          {dialog === 'share' && <ShareDialog onClose={closeDialog} />}
          {dialog === 'export' && <ExportDialog onClose={closeDialog} />}
          {dialog === 'help' && <HelpDialog onClose={closeDialog} />}
          {dialog === 'drafts' && <DraftsDialog onClose={closeDialog} />}
          {dialog === 'settings' && <SettingsDialog onClose={closeDialog} />}
        </Suspense>
      </div>
    </I18nProvider>
  );
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
      editor.notices.subscribe(({ kind, id, values, terms }) => {
        if (kind !== 'notice') return;
        const translated = Object.entries(terms ?? {}).map(([key, term]) => [key, t(term)] as const);
        toast({ text: t(id, { ...values, ...Object.fromEntries(translated) }) });
      }),
    [editor, toast, t],
  );
  useEffect(() => {
    if (paused) toast({ text: t('session.paused'), tone: 'danger' });
  }, [paused, toast, t]);
}
