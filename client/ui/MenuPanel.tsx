/** The open menu itself: fetched when a menu is first wanted, since what it needs of the component library is large. */
import type { RefObject } from 'react';
import { Menu as AriaMenu, MenuItem, Popover, type PopoverProps } from 'react-aria-components';
import { classNames } from './classNames.ts';
import styles from './Menu.module.css';
import type { MenuAction } from './Menu.tsx';

export interface MenuPanelProps {
  button: RefObject<HTMLButtonElement | null>;
  label: string;
  actions: readonly MenuAction[];
  placement?: PopoverProps['placement'];
  layout: 'lines' | 'tiles';
  onClose: () => void;
}

export function MenuPanel({ button, label, actions, placement, layout, onClose }: MenuPanelProps) {
  return (
    <Popover
      aria-label={label}
      isOpen
      triggerRef={button}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={styles.popover ?? ''}
      offset={8}
      {...(placement && { placement })}
    >
      <AriaMenu
        autoFocus="first"
        aria-label={label}
        className={classNames(styles.menu, layout === 'tiles' && styles.tiles)}
        onAction={(key) => actions.find((action) => action.id === key)?.run()}
        onClose={onClose}
      >
        {actions.map((action) => (
          <MenuItem
            key={action.id}
            id={action.id}
            className={classNames(styles.item, action.isOn && styles.on)}
            textValue={action.label}
            {...(action.isOn && { 'aria-current': true })}
          >
            {action.icon}
            <span className={styles.text}>{action.label}</span>
            {action.shortcut !== undefined && <kbd className={styles.shortcut}>{action.shortcut}</kbd>}
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  );
}
