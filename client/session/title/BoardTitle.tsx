/** The title of the board in the top bar; whoever facilitates changes it in place. */
import { PencilLine } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { can } from '../../../shared/access/can.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { useT } from '../../i18n/Messages.tsx';
import { classNames } from '../../ui/classNames.ts';
import { useFocusReturn } from '../../ui/useFocusReturn.ts';
import { useSession } from '../BoardContext.tsx';
import { useCommand } from '../useCommand.ts';
import styles from './BoardTitle.module.css';

export function BoardTitle() {
  const t = useT();
  const title = useSession((state) => state.control?.title ?? '');
  const mayRename = useSession((state) => can(state.me?.role ?? 'viewer', 'facilitate'));
  const { pending, run } = useCommand();
  /** What is being typed; `null`: nothing. */
  const [draft, setDraft] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isEditing = draft !== null && mayRename;
  const button = useFocusReturn(isEditing);

  useEffect(() => {
    if (isEditing) field.current?.select();
  }, [isEditing]);

  const save = async (): Promise<void> => {
    if (draft === null || pending) return;
    const wanted = draft.trim();
    if (wanted !== '' && wanted !== title) await run({ type: 'renameBoard', title: wanted });
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') setDraft(null);
    else void save();
  };

  if (!mayRename) return <h1 className={styles.title}>{title}</h1>;
  return (
    <h1 className={classNames(styles.title, styles.editable)}>
      {isEditing ? (
        <span className={styles.frame}>
          {/* Gives the field the width of its text. */}
          <span className={styles.measure} aria-hidden="true">
            {draft}
          </span>
          <input
            ref={field}
            className={styles.field}
            aria-label={t('title.label')}
            aria-busy={pending}
            value={draft}
            maxLength={LIMITS.titleChars}
            onChange={(event) => setDraft(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={() => void save()}
          />
        </span>
      ) : (
        <button
          ref={button}
          type="button"
          className={styles.button}
          title={t('title.rename')}
          onClick={() => setDraft(title)}
        >
          <span className={styles.text}>{title}</span>
          <PencilLine size={15} strokeWidth={1.75} className={styles.pencil} aria-hidden="true" />
          <span className="visually-hidden">{t('title.rename')}</span>
        </button>
      )}
    </h1>
  );
}
