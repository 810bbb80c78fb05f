/** The menu that a right click, a long press or the menu key opens: on what is selected, or on the bare wall. From the same commands as all else. */
import { ChevronRight } from 'lucide-react';
import { Fragment, useMemo, useRef } from 'react';
import { Menu, MenuItem, MenuSection, Popover, Separator, SubmenuTrigger } from 'react-aria-components';
import type { ScreenPoint } from '../../../../shared/geometry/vec.ts';
import type { Command } from '../../../editor/commands/Command.ts';
import { useT } from '../../../i18n/Messages.tsx';
import { useBoard } from '../../../session/BoardContext.tsx';
import ui from '../../../ui/Menu.module.css';
import { usePointerMoved } from '../../../ui/usePointerMoved.ts';
import { CommandIcon } from '../icons.tsx';
import { isMac, shortcutText } from '../shortcutText.ts';
import styles from './ContextMenuPanel.module.css';
import { selectionSections, wallSections } from './menuSections.ts';

/** How long one points at a folded part before it opens. Never, for a mouse that rested where the menu has come. */
const POINTED_MS = 200;
const NEVER_MS = 2 ** 31 - 1;

export interface ContextMenuPanelProps {
  /** Within the canvas, in CSS pixels. */
  at: ScreenPoint;
  /** Whether a pointer asked for it: then none rests where it comes to lie. */
  isPointed: boolean;
  onClose: () => void;
}

export function ContextMenuPanel({ at, isPointed, onClose }: ContextMenuPanelProps) {
  const t = useT();
  const { editor } = useBoard();
  const anchor = useRef<HTMLSpanElement>(null);
  const mac = isMac(navigator);
  const hasMoved = usePointerMoved();
  const delay = isPointed || hasMoved ? POINTED_MS : NEVER_MS;
  // As things stood when it was opened: a menu that changes under the hand is no menu.
  const { sections, isOnWall } = useMemo(() => {
    const isOnWall = editor.selection.ids.size === 0;
    return { sections: isOnWall ? wallSections(editor.commands) : selectionSections(editor.commands), isOnWall };
  }, [editor, at]);
  const label = t(isOnWall ? 'menu.wall' : 'menu.selection');
  const run = (id: React.Key): void => {
    const command = editor.commands.list.find((one) => one.id === id);
    onClose();
    // After the focus is back on the wall: what runs may take it further.
    if (command) setTimeout(() => editor.commands.run(command.id), 0);
  };
  const item = (command: Command) => (
    <MenuItem key={command.id} id={command.id} className={ui.item ?? ''} textValue={t(command.label)}>
      <CommandIcon name={command.icon} color={command.color} />
      <span className={ui.text}>{t(command.label)}</span>
      {command.shortcut?.[0] !== undefined && (
        <kbd className={ui.shortcut}>{shortcutText(command.shortcut[0], t, mac)}</kbd>
      )}
    </MenuItem>
  );
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: at.x, top: at.y }} />
      <Popover
        isOpen
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        onOpenChange={(open) => !open && onClose()}
        aria-label={label}
        className={ui.popover ?? ''}
      >
        <Menu autoFocus="first" aria-label={label} className={styles.menu ?? ''} onAction={run} onClose={onClose}>
          {sections.map(({ label: name, isFolded, commands }, n) => (
            <Fragment key={commands[0]?.id}>
              {n > 0 && !(isFolded && sections[n - 1]?.isFolded) && <Separator className={styles.line ?? ''} />}
              {isFolded ? (
                <SubmenuTrigger delay={delay}>
                  <MenuItem className={ui.item ?? ''} textValue={t(name)}>
                    <CommandIcon name={commands[0]?.icon} color={commands[0]?.color} />
                    <span className={ui.text}>{t(name)}</span>
                    <ChevronRight size={18} strokeWidth={1.75} aria-hidden="true" />
                  </MenuItem>
                  <Popover className={ui.popover ?? ''} offset={-2}>
                    <Menu className={styles.menu ?? ''} aria-label={t(name)} onAction={run}>
                      {commands.map(item)}
                    </Menu>
                  </Popover>
                </SubmenuTrigger>
              ) : (
                <MenuSection aria-label={t(name)}>{commands.map(item)}</MenuSection>
              )}
            </Fragment>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
