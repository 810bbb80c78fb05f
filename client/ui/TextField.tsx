/** A labelled line (or paragraph) of text, with what helps to fill it in and what is wrong with it. */
import { type ComponentPropsWithRef, useId } from 'react';
import { classNames } from './classNames.ts';
import styles from './TextField.module.css';

export interface TextFieldProps extends Omit<ComponentPropsWithRef<'input'>, 'onChange' | 'value' | 'size'> {
  label: string;
  value: string;
  onValue: (value: string) => void;
  /** Said after the label, in words: « facultatif ». */
  hint?: string | undefined;
  description?: string | undefined;
  error?: string | undefined;
  /** A paragraph instead of a line. */
  rows?: number | undefined;
  size?: 'm' | 'l' | undefined;
}

export function TextField({
  label,
  value,
  onValue,
  hint,
  description,
  error,
  rows,
  size = 'm',
  className,
  ...rest
}: TextFieldProps) {
  const id = useId();
  const described = [description && `${id}-d`, error && `${id}-e`].filter(Boolean).join(' ');
  const shared = {
    id,
    value,
    className: classNames(styles.input, styles[size], error && styles.wrong),
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
  };
  return (
    <div className={classNames(styles.field, className)}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {hint && <span className={styles.hint}> {hint}</span>}
      </label>
      {rows === undefined ? (
        <input {...rest} {...shared} onChange={(event) => onValue(event.currentTarget.value)} />
      ) : (
        <textarea
          {...(rest as ComponentPropsWithRef<'textarea'>)}
          {...shared}
          rows={rows}
          onChange={(event) => onValue(event.currentTarget.value)}
        />
      )}
      {description && (
        <p id={`${id}-d`} className={styles.description}>
          {description}
        </p>
      )}
      {error && (
        <p id={`${id}-e`} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
