/** Fields of a panel whose value is written when one leaves them or presses Enter: one change, one step of undo. Escape takes back. */
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { TextField } from '../../ui/TextField.tsx';
import { useDraft } from '../../ui/useDraft.ts';
import styles from './Placing.module.css';

export interface LineFieldProps {
  label: string;
  value: string;
  /** `false`: it cannot be taken; the field then keeps what was typed. */
  onCommit: (value: string) => unknown;
  /** Escape, or the old words typed again where others were refused: what was typed is not meant any more. */
  onTakeBack?: () => void;
  /** Said while what was typed could not be taken. */
  refusal?: string | undefined;
  disabled?: boolean | undefined;
  type?: 'text' | 'date';
  inputMode?: 'decimal';
  error?: string | undefined;
  maxLength?: number;
  className?: string | undefined;
}

export function LineField({
  label,
  value,
  onCommit,
  onTakeBack,
  refusal,
  disabled,
  type = 'text',
  inputMode,
  error,
  maxLength,
  className,
}: LineFieldProps) {
  const { draft, setDraft, written } = useDraft(value);
  const [isRefused, setRefused] = useState(false);
  // What is written now is refused by nobody: what was typed elsewhere has made it right, or others have written another value.
  useEffect(() => setRefused(false), [value]);
  const commit = (): void => {
    const words = draft.trim();
    const isOld = words === value;
    const isTaken = isOld || onCommit(words) !== false;
    if (isOld && isRefused) onTakeBack?.();
    setRefused(!isTaken);
    if (isTaken) written(words);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    else if (event.key === 'Escape' && draft !== value) {
      event.stopPropagation();
      setDraft(value);
      setRefused(false);
      onTakeBack?.();
    }
  };
  return (
    <TextField
      label={label}
      value={draft}
      onValue={setDraft}
      onBlur={commit}
      onKeyDown={onKeyDown}
      disabled={disabled}
      type={type}
      maxLength={maxLength ?? LIMITS.nameChars}
      autoComplete="off"
      {...(inputMode && { inputMode })}
      error={error ?? (isRefused ? refusal : undefined)}
      {...(className !== undefined && { className })}
    />
  );
}

export interface PickProps<V extends string> {
  label: string;
  options: readonly { readonly value: V; readonly label: string }[];
  value: V;
  onValue: (value: V) => void;
  disabled?: boolean | undefined;
}

/** One of several, under its label: the device's own list. */
export function Pick<V extends string>({ label, options, value, onValue, disabled }: PickProps<V>) {
  const id = useId();
  return (
    <div className={styles.pick}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onValue(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Check({
  label,
  checked,
  onValue,
  disabled,
}: {
  label: string;
  checked: boolean;
  onValue: (checked: boolean) => void;
  disabled?: boolean | undefined;
}) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onValue(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
