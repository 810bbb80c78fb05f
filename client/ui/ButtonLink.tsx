/** A link that looks like a button: it leads somewhere (another page, a mail program) instead of doing something here. */
import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './Button.module.css';
import { classNames } from './classNames.ts';

export interface ButtonLinkProps extends ComponentPropsWithRef<'a'> {
  variant?: 'primary' | 'secondary' | 'quiet';
  size?: 'm' | 'l';
  icon?: ReactNode;
}

export function ButtonLink({ variant = 'secondary', size = 'm', icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={classNames(styles.button, styles[variant], styles[size], className)}>
      {icon}
      <span className={styles.label}>{children}</span>
    </a>
  );
}
