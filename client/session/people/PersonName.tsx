/** A person's name as a field: one's own, or another's for whoever facilitates. */
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useCommand } from '../useCommand.ts';
import styles from './PeoplePanel.module.css';
import type { PersonHere } from './people.ts';

export function PersonName({ person, onDone }: { person: PersonHere; onDone: () => void }) {
  const t = useT();
  const { pending, run } = useCommand();
  const [name, setName] = useState(person.name);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.select(), []);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (pending) return;
    const wanted = name.trim();
    const whose = person.me ? {} : { participant: person.id };
    if (wanted === person.name || (await run({ type: 'rename', ...whose, name: wanted }))) onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onDone();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} onKeyDown={onKeyDown}>
      <TextField
        label={t(person.me ? 'join.name' : 'people.theirName')}
        hint={t('join.optional')}
        value={name}
        maxLength={LIMITS.nameChars}
        autoComplete={person.me ? 'name' : 'off'}
        onValue={setName}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" pending={pending}>
          {t('common.save')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
