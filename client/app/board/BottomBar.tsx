/** A phone's only bar: undo, the tools, a note, who is here, the rest. */
import { Ellipsis, Shapes, Users } from 'lucide-react';
import { useT } from '../../i18n/Messages.tsx';
import { useCommands, useEditorState } from '../../session/BoardContext.tsx';
import { TOOLS } from '../../tools/registry.ts';
import { TOOL_IDS } from '../../tools/Tool.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { SIDEWAYS, useMediaQuery } from '../../ui/useMediaQuery.ts';
import type { PageActions } from './BoardScreen.tsx';
import styles from './BottomBar.module.css';
import { CommandIcon } from './icons.tsx';
import { ICON, usePageEntries } from './pageEntries.tsx';
import { CommandButton, useToolEntries } from './ToolRail.tsx';

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
        {readOnly ? <span /> : <Tools />}
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
          unavailable={t('dialog.unavailable')}
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
            'photo',
            'palette',
            'find',
            'share',
            'agenda',
            'sorting',
            'comments',
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

/** Every tool and what was undone, as tiles; the button shows what is in hand. */
function Tools() {
  const t = useT();
  const entries = useToolEntries();
  const redo = useCommands().get('edit.redo');
  const tool = useEditorState((state) => state.tool);
  const isInHand = tool !== 'select';
  const tools = entries(TOOL_IDS);
  return (
    <Menu
      label={t('tools.all')}
      unavailable={t('dialog.unavailable')}
      layout="tiles"
      trigger={
        <IconButton
          size="l"
          placement="top"
          label={
            isInHand ? t('tools.value', { label: t('tools.all'), value: t(`editor.tool.${tool}`) }) : t('tools.all')
          }
          icon={isInHand ? <CommandIcon name={TOOLS[tool].icon} size={22} /> : <Shapes {...ICON} size={22} />}
          pressed={isInHand}
          mark="tools"
        />
      }
      actions={[
        ...tools,
        ...(redo.enabled()
          ? [{ id: redo.id, label: t(redo.label), icon: <CommandIcon name={redo.icon} />, run: () => redo.run() }]
          : []),
      ]}
    />
  );
}
