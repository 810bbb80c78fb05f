/** A phone's only bar: undo, a note, who is here, the rest. */
import { Ellipsis, Users } from 'lucide-react';
import { Toolbar } from 'react-aria-components';
import { useT } from '../../i18n/Messages.tsx';
import { useCommands, useEditorState } from '../../session/BoardContext.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { SIDEWAYS, useMediaQuery } from '../../ui/useMediaQuery.ts';
import type { PageActions } from './BoardScreen.tsx';
import styles from './BottomBar.module.css';
import { CommandIcon } from './icons.tsx';
import { ICON, usePageEntries } from './pageEntries.tsx';
import { CommandButton } from './ToolRail.tsx';

export function BottomBar({ actions, isCovered }: { actions: PageActions; isCovered: boolean }) {
  const t = useT();
  const entries = usePageEntries(actions);
  const commands = useCommands();
  const readOnly = useEditorState((state) => state.readOnly);
  const isSideways = useMediaQuery(SIDEWAYS);
  return (
    <nav className={styles.nav} aria-label={t('board.bar')} inert={isCovered}>
      <Toolbar
        className={styles.bar ?? ''}
        aria-label={t('board.tools')}
        orientation={isSideways ? 'vertical' : 'horizontal'}
      >
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
          actions={entries(
            'share',
            'agenda',
            'outline',
            'export',
            'drafts',
            'history',
            'fit',
            'settings',
            'help',
            'forget',
            'back',
          )}
        />
      </Toolbar>
    </nav>
  );
}
