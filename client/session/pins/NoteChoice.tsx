/** Finds the note a pin is to stand for: those that have the words one types, the first few of them. */
import { useMemo, useState } from 'react';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { foldText } from '../../../shared/text/foldText.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useBoard } from '../BoardContext.tsx';
import styles from './PinsPanel.module.css';

const SHOWN = 8;

export function NoteChoice({ onChoose, onCancel }: { onChoose: (id: ElementId) => void; onCancel: () => void }) {
  const t = useT();
  const { editor } = useBoard();
  const [words, setWords] = useState('');
  const notes = useMemo(
    () =>
      [...editor.board.elements()].flatMap((element) => {
        const kind = kindOf(element);
        const text = kind.isContainer || kind.row(element) === null ? '' : kind.outline(element);
        return text === '' ? [] : [{ id: element.id, text, folded: foldText(text) }];
      }),
    [editor],
  );
  const wanted = foldText(words);
  const found = notes.filter(({ id, folded }) => folded.includes(wanted) && editor.board.get(id) !== undefined);
  return (
    <fieldset
      className={styles.choice}
      aria-label={t('pins.chooseNote')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextField
        autoFocus
        type="search"
        label={t('pins.find')}
        value={words}
        onValue={setWords}
        autoComplete="off"
        spellCheck={false}
      />
      <p className="visually-hidden" role="status">
        {t('pins.found', { count: found.length })}
      </p>
      <ul className={styles.found}>
        {found.slice(0, SHOWN).map(({ id, text }) => (
          <li key={id}>
            <button type="button" className={styles.note} onClick={() => onChoose(id)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
      <Button variant="quiet" onClick={onCancel}>
        {t('pins.chooseCancel')}
      </Button>
    </fieldset>
  );
}
