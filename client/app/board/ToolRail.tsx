/** The tools, one rail at the left; undo and redo at its foot. Reads the same commands as the keyboard and the help. */
import { type PressEvent, Toolbar } from 'react-aria-components';
import type { CommandId } from '../../editor/commands/Command.ts';
import { type MessageId, useT } from '../../i18n/Messages.tsx';
import { useCommands, useEditorState } from '../../session/BoardContext.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { CommandIcon } from './icons.tsx';
import { isMac, shortcutText } from './shortcutText.ts';
import styles from './ToolRail.module.css';

const TOOLS: readonly CommandId[] = ['tool.select', 'tool.hand', 'tool.note', 'tool.text', 'tool.frame'];
const HISTORY: readonly CommandId[] = ['edit.undo', 'edit.redo'];

export function ToolRail() {
  const t = useT();
  const readOnly = useEditorState((state) => state.readOnly);
  // Who only looks needs no tool: dragging moves the view.
  if (readOnly) return null;
  return (
    <Toolbar data-mark="tools" className={styles.rail ?? ''} orientation="vertical" aria-label={t('board.tools')}>
      {TOOLS.map((id) => (
        <CommandButton key={id} id={id} />
      ))}
      <span className={styles.line} />
      {HISTORY.map((id) => (
        <CommandButton key={id} id={id} />
      ))}
    </Toolbar>
  );
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
