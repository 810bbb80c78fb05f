/** The subject of the workshop and the title of the board as fields. Only what was changed here is sent: others may change the rest. */
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { SUBJECT_KEYS, type SubjectFields } from '../../../shared/control/Control.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useSession } from '../BoardContext.tsx';
import { useCommand } from '../useCommand.ts';
import styles from './Subject.module.css';

export function SubjectForm({ onClose }: { onClose: () => void }) {
  const t = useT();
  const control = useSession((state) => state.control);
  const { pending, run } = useCommand();
  /** What was typed here, by field; the rest is shown as it is. */
  const [typed, setTyped] = useState<SubjectFields & { readonly title?: string }>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);

  const field = (key: keyof SubjectFields) => ({
    label: t(`subject.${key}`),
    value: typed[key] ?? control?.fields[key] ?? '',
    onValue: (value: string) => setTyped((before) => ({ ...before, [key]: value })),
    maxLength: LIMITS.fieldChars,
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (pending) return;
    const { title, ...rest } = typed;
    const changed = SUBJECT_KEYS.filter(
      (key) => rest[key] !== undefined && rest[key].trim() !== (control?.fields[key] ?? ''),
    );
    const wanted = title?.trim() ?? '';
    if (wanted !== '' && wanted !== control?.title && !(await run({ type: 'renameBoard', title: wanted }))) return;
    const fields: SubjectFields = Object.fromEntries(changed.map((key) => [key, rest[key]]));
    if (changed.length > 0 && !(await run({ type: 'setFields', fields }))) return;
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} onKeyDown={onKeyDown} aria-label={t('subject.section')}>
      <TextField rows={3} {...field('question')} />
      <TextField
        label={t('subject.name')}
        value={typed.title ?? control?.title ?? ''}
        maxLength={LIMITS.titleChars}
        onValue={(title) => setTyped((before) => ({ ...before, title }))}
      />
      <TextField {...field('sponsor')} />
      <TextField {...field('facilitation')} />
      <div className={styles.pair}>
        <TextField type="date" {...field('date')} />
        <TextField type="time" {...field('time')} />
      </div>
      <TextField {...field('place')} />
      <TextField type="text" inputMode="url" spellCheck={false} {...field('visio')} />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" pending={pending}>
          {t('common.save')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
