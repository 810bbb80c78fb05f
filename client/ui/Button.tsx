/** A button that says what it does. `primary` once a view; `quiet` where it must not draw the eye. */
import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './Button.module.css';
import { classNames } from './classNames.ts';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'm' | 'l';
  icon?: ReactNode;
  /** Something is under way: the button keeps its width and its focus, and does nothing meanwhile. */
  pending?: boolean;
  /** There is nothing to do for now: it keeps its focus and does nothing. */
  resting?: boolean;
}

export function Button({
  variant = 'secondary',
  size = 'm',
  icon,
  pending = false,
  resting = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={pending || resting || undefined}
      className={classNames(styles.button, styles[variant], styles[size], pending && styles.pending, className)}
      onClick={pending || resting ? (event) => event.preventDefault() : onClick}
    >
      {icon}
      <span className={styles.label}>{children}</span>
    </button>
  );
}
