/** The device's own list of choices, in our clothes: nothing beats it on a phone. The label is read, not shown. */
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import styles from './SelectField.module.css';

export interface SelectFieldProps<V extends string> {
  label: string;
  icon?: ReactNode;
  options: readonly { readonly value: V; readonly label: string; readonly lang?: string }[];
  value: V;
  onValue: (value: V) => void;
  /** As wide as the form it is part of, with an edge like its other fields. */
  framed?: boolean;
}

export function SelectField<V extends string>({ label, icon, options, value, onValue, framed }: SelectFieldProps<V>) {
  return (
    <label className={classNames(styles.field, framed && styles.framed, framed && !icon && styles.bare)}>
      <span className="visually-hidden">{label}</span>
      {icon}
      <select
        className={styles.select}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onValue(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={16} strokeWidth={2} className={styles.chevron} aria-hidden="true" />
    </label>
  );
}
