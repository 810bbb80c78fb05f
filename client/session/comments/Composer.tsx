/** A field to write a comment in: Ctrl + Enter sends, Escape leaves it where it can be left. What could not be sent stays in it. */
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './CommentsPanel.module.css';

interface ComposerProps {
  label: string;
  action: string;
  text?: string;
  /** Where words that are not sent yet are kept, and under which name. */
  begun?: Map<string, string>;
  about?: string;
  /** Whether it could be sent. */
  onSend: (text: string) => boolean;
  onCancel?: () => void;
  /** Whether the caret goes there at once. */
  isFirst?: boolean;
}

export function Composer({
  label,
  action,
  text: written = '',
  begun,
  about = '',
  onSend,
  onCancel,
  isFirst = false,
}: ComposerProps) {
  const t = useT();
  const [text, setText] = useState(begun?.get(about) ?? written);
  const change = (words: string): void => {
    setText(words);
    if (words.trim() === '') begun?.delete(about);
    else begun?.set(about, words);
  };
  const cancel = (): void => {
    begun?.delete(about);
    onCancel?.();
  };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const field = form.current?.querySelector('textarea');
    if (!isFirst || !field) return;
    field.focus({ preventScroll: false });
    field.setSelectionRange(field.value.length, field.value.length);
  }, [isFirst]);
  const words = text.trim();
  const tooMany = words.length - LIMITS.commentChars;
  const send = (): void => {
    if (words === '' || tooMany > 0) return;
    if (!onSend(words)) return;
    begun?.delete(about);
    setText('');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape' && onCancel) {
      event.stopPropagation();
      cancel();
    }
  };
  return (
    <form ref={form} className={styles.composer} onSubmit={submit} onKeyDown={onKeyDown}>
      <TextField
        label={label}
        rows={words.length > 120 ? 5 : 2}
        value={text}
        error={tooMany > 0 ? t('comments.tooLong', { count: tooMany }) : undefined}
        onValue={change}
      />
      {(words !== '' || onCancel) && (
        <div className={styles.actions}>
          <Button type="submit" variant="primary" disabled={words === '' || tooMany > 0}>
            {action}
          </Button>
          {onCancel && <Button onClick={cancel}>{t('common.cancel')}</Button>}
        </div>
      )}
    </form>
  );
}
