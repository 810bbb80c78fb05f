/** One of a few: radio buttons drawn as cards side by side, each with an icon and a word. */
import { type ReactNode, useId } from 'react';
import styles from './ChoiceField.module.css';
import { classNames } from './classNames.ts';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: ReactNode;
}

export interface ChoiceFieldProps<V extends string> {
  legend: string;
  choices: readonly Choice<V>[];
  value: V;
  onValue: (value: V) => void;
  compact?: boolean;
}

export function ChoiceField<V extends string>({
  legend,
  choices,
  value,
  onValue,
  compact = false,
}: ChoiceFieldProps<V>) {
  const name = useId();
  return (
    <fieldset className={classNames(styles.field, compact && styles.compact)}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice.value} className={classNames(styles.choice, choice.value === value && styles.chosen)}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onValue(choice.value)}
            />
            {choice.icon}
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
