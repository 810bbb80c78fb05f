/** « J'ai un lien »: paste it, and in. What is not a link is told so, with what one looks like. */
import { ArrowRight } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useApp } from '../AppContext.tsx';
import { parseBoardLink } from '../router.ts';
import styles from './HaveLink.module.css';

export function HaveLink() {
  const t = useT();
  const { router } = useApp();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const link = parseBoardLink(text);
    if (link) router.go({ name: 'board', ...link });
    else setWrong(true);
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        className={styles.field}
        label={t('start.link.label')}
        placeholder={t('start.link.placeholder')}
        size="l"
        type="url"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={text}
        onValue={(value) => {
          setText(value);
          setWrong(false);
        }}
        error={wrong ? t(text.trim() === '' ? 'start.link.empty' : 'start.link.wrong') : undefined}
      />
      <Button type="submit" variant="primary" size="l" className={styles.button}>
        {t('start.link.go')}
        <ArrowRight size={20} strokeWidth={2} className={styles.arrow} />
      </Button>
    </form>
  );
}
