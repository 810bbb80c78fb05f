/** One of the eight note colours, as a group of radio buttons: arrows walk, the name is said and shown. */
import { useId } from 'react';
import { NOTE_COLORS, type NoteColor } from '../../../shared/theme/tokens.ts';
import { useT } from '../../i18n/Messages.tsx';
import styles from './TagsDialog.module.css';

interface ColorChoiceProps {
  label: string;
  value: NoteColor;
  onValue: (color: NoteColor) => void;
}

export function ColorChoice({ label, value, onValue }: ColorChoiceProps) {
  const t = useT();
  const name = useId();
  return (
    <fieldset className={styles.colors}>
      <legend className={styles.legend}>
        {label} <span className={styles.colorName}>{t(`editor.color.${value}`)}</span>
      </legend>
      {NOTE_COLORS.map((color) => (
        <label key={color} className={styles.color} title={t(`editor.color.${color}`)}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={color === value}
            aria-label={t(`editor.color.${color}`)}
            onChange={() => onValue(color)}
          />
          <span data-color="" className={styles.swatch} style={{ background: `var(--note-${color})` }} />
        </label>
      ))}
    </fieldset>
  );
}
