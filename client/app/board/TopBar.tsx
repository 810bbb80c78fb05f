/** The top of the board page: the way back, what this is, whether it is saved, who is here, and what leaves the page. */
import {
  ArrowLeft,
  CircleQuestionMark,
  Download,
  Ellipsis,
  FileText,
  History,
  ListOrdered,
  ListTree,
  Settings2,
  Share2,
  Trash2,
} from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { canWrite } from '../../../shared/access/can.ts';
import { useT } from '../../i18n/Messages.tsx';
import { useBoard, useSession } from '../../session/BoardContext.tsx';
import { PeopleButton } from '../../session/people/PeopleButton.tsx';
import { BoardTitle } from '../../session/title/BoardTitle.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Link } from '../Link.tsx';
import type { PageActions } from './BoardScreen.tsx';
import { SaveBadge } from './SaveBadge.tsx';
import styles from './TopBar.module.css';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function TopBar({ actions }: { actions: PageActions }) {
  const t = useT();
  const { drafts } = useBoard();
  // Who only looks has no link to give; a step in which one only looks takes none away.
  const mayShare = useSession((state) => canWrite(state.me?.role ?? 'viewer'));
  const kept = useSyncExternalStore(drafts.subscribe, drafts.list);
  return (
    <header className={styles.bar}>
      <Link to={{ name: 'start' }} className={styles.back} aria-label={t('board.back')} title={t('board.back')}>
        <ArrowLeft {...ICON} />
        <Logo size={26} />
      </Link>
      <BoardTitle />
      <SaveBadge />
      <div className={styles.right}>
        {kept.length > 0 && (
          <Button
            variant="quiet"
            icon={<FileText {...ICON} />}
            className={styles.drafts}
            onClick={() => actions.openDialog('drafts')}
          >
            {t('drafts.button', { count: kept.length })}
          </Button>
        )}
        <PeopleButton expanded={actions.panel === 'people'} onPress={() => actions.togglePanel('people')} />
        <IconButton
          label={t('agenda.title')}
          text={t('agenda.title')}
          icon={<ListOrdered {...ICON} />}
          mark="agenda"
          expanded={actions.panel === 'agenda'}
          onPress={() => actions.togglePanel('agenda')}
        />
        <IconButton
          label={t('outline.title')}
          text={t('outline.button')}
          icon={<ListTree {...ICON} />}
          shortcut="O"
          expanded={actions.panel === 'outline'}
          onPress={() => actions.togglePanel('outline')}
        />
        <IconButton
          label={t('export.title')}
          icon={<Download {...ICON} />}
          onPress={() => actions.openDialog('export')}
        />
        <Menu
          label={t('board.more')}
          trigger={<IconButton mark="more" label={t('board.more')} icon={<Ellipsis {...ICON} />} />}
          actions={[
            {
              id: 'drafts',
              label: t('drafts.menu'),
              icon: <FileText {...ICON} />,
              run: () => actions.openDialog('drafts'),
            },
            {
              id: 'history',
              label: t('history.title'),
              icon: <History {...ICON} />,
              run: () => actions.openDialog('history'),
            },
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
              shortcut: '?',
              run: () => actions.openDialog('help'),
            },
            {
              id: 'forget',
              label: t('forget.button'),
              icon: <Trash2 {...ICON} />,
              run: () => actions.openDialog('forget'),
            },
          ]}
        />
        {mayShare && (
          <Button
            variant="primary"
            icon={<Share2 {...ICON} size={18} />}
            className={styles.share}
            data-mark="share"
            onClick={() => actions.openDialog('share')}
          >
            {t('share.button')}
          </Button>
        )}
      </div>
    </header>
  );
}
