/** A list of actions behind a button. */
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import styles from './Menu.module.css';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string | undefined;
  readonly run: () => void;
}

export interface MenuProps {
  /** A React Aria button: `IconButton`. */
  trigger: ReactNode;
  label: string;
  actions: readonly MenuAction[];
}

export function Menu({ trigger, label, actions }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover ?? ''} offset={8}>
        <AriaMenu
          aria-label={label}
          className={styles.menu ?? ''}
          onAction={(key) => actions.find((action) => action.id === key)?.run()}
        >
          {actions.map((action) => (
            <MenuItem key={action.id} id={action.id} className={styles.item ?? ''} textValue={action.label}>
              {action.icon}
              <span className={styles.text}>{action.label}</span>
              {action.shortcut !== undefined && <kbd className={styles.shortcut}>{action.shortcut}</kbd>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
