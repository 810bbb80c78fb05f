/** The top of the board page: the way back, what this is, whether it is saved, who is here, and what leaves the page. */
import { ArrowLeft, Download, Ellipsis, FileText, ListOrdered, ListTree, Search, Share2 } from 'lucide-react';
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
import { useMediaQuery } from '../../ui/useMediaQuery.ts';
import { Link } from '../Link.tsx';
import type { PageActions } from './BoardScreen.tsx';
import { ICON, usePageEntries } from './pageEntries.tsx';
import { BarBadge } from './SaveBadge.tsx';
import { isMac, shortcutText } from './shortcutText.ts';
import styles from './TopBar.module.css';

/** Narrower, icons stand without their words: the title needs the room. */
export const WITH_WORDS = '(min-width: 960px)';

export function TopBar({ actions }: { actions: PageActions }) {
  const t = useT();
  const { drafts, editor } = useBoard();
  // Who only looks has no link to give; a step in which one only looks takes none away.
  const mayShare = useSession((state) => canWrite(state.me?.role ?? 'viewer'));
  const entries = usePageEntries(actions);
  const isWide = useMediaQuery(WITH_WORDS);
  const kept = useSyncExternalStore(drafts.subscribe, drafts.list);
  return (
    <header className={styles.bar}>
      <Link to={{ name: 'start' }} className={styles.back} aria-label={t('board.back')} title={t('board.back')}>
        <ArrowLeft {...ICON} />
        <Logo size={26} />
      </Link>
      <BoardTitle />
      <BarBadge isWide={isWide} />
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
          text={isWide ? t('agenda.title') : undefined}
          icon={<ListOrdered {...ICON} />}
          mark="agenda"
          expanded={actions.panel === 'agenda'}
          onPress={() => actions.togglePanel('agenda')}
        />
        <IconButton
          label={t('outline.title')}
          text={isWide ? t('outline.button') : undefined}
          icon={<ListTree {...ICON} />}
          shortcut="O"
          expanded={actions.panel === 'outline'}
          onPress={() => actions.togglePanel('outline')}
        />
        <IconButton
          label={t('find.title')}
          icon={<Search {...ICON} />}
          shortcut={shortcutText('mod+f', t, isMac(navigator))}
          mark="search"
          onPress={() => editor.ask('find')}
        />
        <IconButton
          label={t('export.title')}
          icon={<Download {...ICON} />}
          onPress={() => actions.openDialog('export')}
        />
        <Menu
          label={t('board.more')}
          unavailable={t('dialog.unavailable')}
          trigger={<IconButton mark="more" label={t('board.more')} icon={<Ellipsis {...ICON} />} />}
          actions={entries('palette', 'sorting', 'comments', 'drafts', 'history', 'settings', 'help', 'forget')}
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
