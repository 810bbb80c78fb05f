/** A phone's only bar: back, undo, a note, who is here, the rest. The badge floats above the canvas, where it hides nothing one presses. */
import {
  ArrowLeft,
  CircleQuestionMark,
  Download,
  Ellipsis,
  FileText,
  History,
  ListOrdered,
  ListTree,
  Maximize,
  Settings2,
  Share2,
  Trash2,
  Users,
} from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Toolbar } from 'react-aria-components';
import { canWrite } from '../../../shared/access/can.ts';
import { useT } from '../../i18n/Messages.tsx';
import { useBoard, useCommands, useEditorState, useSession } from '../../session/BoardContext.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuAction } from '../../ui/Menu.tsx';
import { useApp } from '../AppContext.tsx';
import type { PageActions } from './BoardScreen.tsx';
import styles from './BottomBar.module.css';
import { CommandIcon } from './icons.tsx';
import { SaveBadge } from './SaveBadge.tsx';
import { CommandButton } from './ToolRail.tsx';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function BottomBar({ actions }: { actions: PageActions }) {
  const t = useT();
  const { router } = useApp();
  const { drafts } = useBoard();
  const kept = useSyncExternalStore(drafts.subscribe, drafts.list);
  const commands = useCommands();
  const readOnly = useEditorState((state) => state.readOnly);
  const mayShare = useSession((state) => canWrite(state.me?.role ?? 'viewer'));
  const dialogs: readonly (MenuAction | null)[] = [
    mayShare
      ? { id: 'share', label: t('share.title'), icon: <Share2 {...ICON} />, run: () => actions.openDialog('share') }
      : null,
    {
      id: 'agenda',
      label: t('agenda.title'),
      icon: <ListOrdered {...ICON} />,
      run: () => actions.togglePanel('agenda'),
    },
    {
      id: 'outline',
      label: t('outline.title'),
      icon: <ListTree {...ICON} />,
      run: () => actions.togglePanel('outline'),
    },
    { id: 'export', label: t('export.title'), icon: <Download {...ICON} />, run: () => actions.openDialog('export') },
    {
      id: 'drafts',
      label: kept.length > 0 ? t('drafts.button', { count: kept.length }) : t('drafts.menu'),
      icon: <FileText {...ICON} />,
      run: () => actions.openDialog('drafts'),
    },
    {
      id: 'history',
      label: t('history.title'),
      icon: <History {...ICON} />,
      run: () => actions.openDialog('history'),
    },
    { id: 'fit', label: t('editor.command.fit'), icon: <Maximize {...ICON} />, run: () => commands.run('view.fit') },
    {
      id: 'settings',
      label: t('settings.title'),
      icon: <Settings2 {...ICON} />,
      run: () => actions.openDialog('settings'),
    },
    {
      id: 'help',
      label: t('help.title'),
      icon: <CircleQuestionMark {...ICON} />,
      run: () => actions.openDialog('help'),
    },
    {
      id: 'forget',
      label: t('forget.button'),
      icon: <Trash2 {...ICON} />,
      run: () => actions.openDialog('forget'),
    },
    { id: 'back', label: t('board.back'), icon: <ArrowLeft {...ICON} />, run: () => router.go({ name: 'start' }) },
  ];
  return (
    <nav className={styles.nav} aria-label={t('board.bar')}>
      <div className={styles.badge}>
        <SaveBadge compact />
      </div>
      <Toolbar className={styles.bar ?? ''} aria-label={t('board.tools')}>
        {readOnly ? <span /> : <CommandButton id="edit.undo" placement="top" />}
        {readOnly ? <span /> : <CommandButton id="edit.redo" placement="top" />}
        {readOnly ? (
          <CommandButton id="view.fit" placement="top" />
        ) : (
          <button type="button" data-mark="add" className={styles.add} onClick={() => commands.run('note.new')}>
            <CommandIcon name="sticky-note" size={22} />
            {t('board.addNote')}
          </button>
        )}
        <IconButton
          size="l"
          placement="top"
          label={t('people.title')}
          icon={<Users {...ICON} size={22} />}
          mark="people"
          expanded={actions.panel === 'people'}
          onPress={() => actions.togglePanel('people')}
        />
        <Menu
          label={t('board.more')}
          trigger={
            <IconButton
              mark="more"
              size="l"
              placement="top"
              label={t('board.more')}
              icon={<Ellipsis {...ICON} size={22} />}
            />
          }
          actions={dialogs.filter((action) => action !== null)}
        />
      </Toolbar>
    </nav>
  );
}
