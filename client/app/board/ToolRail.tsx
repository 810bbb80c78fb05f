/**
 * The tools, one rail at the left: the eight most used, the others behind the ninth; undo and redo at its foot. Reads the same registry and
 * the same commands as the keyboard, the palette and the help.
 */
import { Ellipsis } from 'lucide-react';
import type { PressEvent } from 'react-aria-components';
import type { CommandId } from '../../editor/commands/Command.ts';
import { type MessageId, useT } from '../../i18n/Messages.tsx';
import { useCommands, useEditorState } from '../../session/BoardContext.tsx';
import { TOOLS } from '../../tools/registry.ts';
import { TOOL_IDS, type ToolId } from '../../tools/Tool.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuAction } from '../../ui/Menu.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { CommandIcon } from './icons.tsx';
import { isMac, shortcutText } from './shortcutText.ts';
import styles from './ToolRail.module.css';

const IN_RAIL: readonly ToolId[] = TOOL_IDS.filter((id) => TOOLS[id].place === 'rail');
const BEHIND: readonly ToolId[] = TOOL_IDS.filter((id) => TOOLS[id].place === 'more');
const HISTORY: readonly CommandId[] = ['edit.undo', 'edit.redo'];

export function ToolRail() {
  const t = useT();
  const readOnly = useEditorState((state) => state.readOnly);
  // Who only looks needs no tool: dragging moves the view.
  if (readOnly) return null;
  return (
    <Toolbar data-mark="tools" className={styles.rail ?? ''} orientation="vertical" aria-label={t('board.tools')}>
      {IN_RAIL.map((id) => (
        <CommandButton key={id} id={`tool.${id}`} />
      ))}
      {BEHIND.length > 0 && <OtherTools />}
      <span className={styles.line} />
      {HISTORY.map((id) => (
        <CommandButton key={id} id={id} />
      ))}
    </Toolbar>
  );
}

/** The tools behind the rail; shows the one of them that is in hand. */
function OtherTools() {
  const t = useT();
  const entries = useToolEntries();
  const tool = useEditorState((state) => state.tool);
  const inHand = BEHIND.find((id) => id === tool);
  const label = inHand
    ? t('tools.value', { label: t('tools.more'), value: t(`editor.tool.${inHand}`) })
    : t('tools.more');
  return (
    <Menu
      label={t('tools.more')}
      unavailable={t('dialog.unavailable')}
      placement="right bottom"
      trigger={
        <IconButton
          size="l"
          placement="right"
          label={label}
          icon={
            inHand ? <CommandIcon name={TOOLS[inHand].icon} size={22} /> : <Ellipsis size={22} strokeWidth={1.75} />
          }
          pressed={inHand !== undefined}
          mark="tools-more"
        />
      }
      actions={entries(BEHIND)}
    />
  );
}

/** Tools as entries of a menu: those that may be taken now. */
export function useToolEntries(): (ids: readonly ToolId[]) => MenuAction[] {
  const t = useT();
  const commands = useCommands();
  const mac = isMac(navigator);
  return (ids) =>
    ids
      .map((id) => commands.get(`tool.${id}`))
      .filter((command) => command.enabled())
      .map((command) => ({
        id: command.id,
        label: t(command.label),
        icon: <CommandIcon name={command.icon} />,
        shortcut: command.shortcut?.[0] && shortcutText(command.shortcut[0], t, mac),
        isOn: command.active?.() ?? false,
        run: () => command.run(),
      }));
}

/**
 * After a button of a bar was used by hand the canvas has the focus, so that Escape and the letters count at once; by keyboard, only when
 * the button has gone with what it acted on. Whoever types now keeps the field.
 */
function giveBackFocus({ pointerType }: PressEvent): void {
  const isByKeys = pointerType === 'keyboard' || pointerType === 'virtual';
  const focus = (): void => {
    if (document.activeElement instanceof HTMLTextAreaElement) return;
    document.querySelector<HTMLElement>('[data-surface]')?.focus({ preventScroll: true });
  };
  if (!isByKeys) focus();
  else requestAnimationFrame(() => document.activeElement === document.body && focus());
}

/** One command as an icon. `hideDisabled`: not there at all while it cannot be run. */
export function CommandButton({
  id,
  placement = 'right',
  hideDisabled = false,
}: {
  id: CommandId;
  placement?: 'right' | 'top' | 'bottom';
  hideDisabled?: boolean;
}) {
  const t = useT();
  const command = useCommands().get(id);
  const enabled = command.enabled();
  if (hideDisabled && !enabled) return null;
  const shortcut = command.shortcut?.[0];
  return (
    <IconButton
      size="l"
      label={t(command.label satisfies MessageId)}
      icon={<CommandIcon name={command.icon} size={22} />}
      shortcut={shortcut && shortcutText(shortcut, t, isMac(navigator))}
      pressed={command.active?.()}
      disabled={!enabled}
      placement={placement}
      onPress={(event) => {
        command.run();
        giveBackFocus(event);
      }}
    />
  );
}
