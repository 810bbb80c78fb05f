/** An icon with a name: the name is its accessible label and its tooltip, with the shortcut where there is one. */
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type PressEvent, Tooltip, TooltipTrigger } from 'react-aria-components';
import { classNames } from './classNames.ts';
import styles from './IconButton.module.css';

export interface IconButtonProps {
  /** Also the accessible name. */
  label: string;
  icon: ReactNode;
  /** As people read it, e.g. « Ctrl + Z ». */
  shortcut?: string | undefined;
  /** For two-state buttons: whether it is on. */
  pressed?: boolean | undefined;
  /** For buttons that open something: whether it is open. */
  expanded?: boolean | undefined;
  /** What it opens. */
  opens?: 'menu' | 'dialog' | undefined;
  disabled?: boolean | undefined;
  /** There is nothing to do for now, at the end of a list for example: it keeps the focus and does nothing. */
  resting?: boolean | undefined;
  placement?: 'right' | 'top' | 'bottom' | 'left';
  size?: 'm' | 'l';
  /** Shown beside the icon where there is room. */
  text?: string | undefined;
  className?: string | undefined;
  /** A name by which guides find it on the page. */
  mark?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
  onPress?: (event: PressEvent) => void;
  onKeyDown?: (event: { readonly key: string }) => void;
}

export function IconButton({
  label,
  icon,
  shortcut,
  pressed,
  expanded,
  opens,
  disabled = false,
  resting = false,
  placement = 'bottom',
  size = 'm',
  text,
  className,
  mark,
  ref,
  onPress,
  onKeyDown,
}: IconButtonProps) {
  return (
    <TooltipTrigger delay={450} closeDelay={80}>
      <AriaButton
        {...(ref && { ref })}
        aria-label={label}
        {...(mark !== undefined && { 'data-mark': mark })}
        {...(pressed !== undefined && { 'aria-pressed': pressed })}
        {...(expanded !== undefined && { 'aria-expanded': expanded })}
        isDisabled={disabled}
        {...(resting && { 'aria-disabled': true })}
        {...(opens !== undefined && { 'aria-haspopup': opens })}
        {...(onPress && !resting && { onPress })}
        {...(onKeyDown && { onKeyDown })}
        className={classNames(
          styles.button,
          size === 'l' && styles.large,
          (pressed || expanded) && styles.pressed,
          text !== undefined && styles.withText,
          className,
        )}
      >
        {icon}
        {text !== undefined && (
          <span className={styles.text} aria-hidden="true">
            {text}
          </span>
        )}
      </AriaButton>
      <Tooltip placement={placement} offset={8} className={styles.tooltip ?? ''}>
        {label}
        {shortcut !== undefined && <kbd className={styles.shortcut}>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
