/** A text to take away: shown whole in a field one can select, with a button that copies it and says so. */
import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import styles from './CopyField.module.css';
import { copyText } from './copyText.ts';

export interface CopyFieldProps {
  /** What the text is, for those who hear it. */
  label: string;
  value: string;
  copyLabel: string;
  copiedLabel: string;
}

const SAID_MS = 2_500;

export function CopyField({ label, value, copyLabel, copiedLabel }: CopyFieldProps) {
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    if (await copyText(value)) setCopied(true);
    else {
      // The person can finish by hand: the text is selected for them.
      field.current?.focus();
      field.current?.select();
    }
  };
  return (
    <div className={styles.row}>
      <input
        ref={field}
        className={styles.field}
        readOnly
        aria-label={label}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        aria-label={`${copied ? copiedLabel : copyLabel} (${label})`}
        icon={copied ? <Check size={18} strokeWidth={2} /> : <Copy size={18} strokeWidth={1.75} />}
        className={styles.button}
        onClick={copy}
      >
        {copied ? copiedLabel : copyLabel}
      </Button>
      <span className="visually-hidden" role="status">
        {copied ? copiedLabel : ''}
      </span>
    </div>
  );
}
