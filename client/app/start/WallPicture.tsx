/** What a wall looks like in use: a quiet picture beside the words of the start page, in the product's own notes. */
import type { NoteColor } from '../../../shared/theme/tokens.ts';
import { type MessageId, useT } from '../../i18n/Messages.tsx';
import styles from './WallPicture.module.css';

interface PicturedNote {
  readonly x: number;
  readonly y: number;
  readonly color: NoteColor;
  readonly turn: number;
  readonly text: MessageId;
}

const NOTES: readonly PicturedNote[] = [
  { x: 36, y: 72, color: 'yellow', turn: -1.2, text: 'start.picture.note1' },
  { x: 196, y: 60, color: 'blue', turn: 0.8, text: 'start.picture.note2' },
  { x: 356, y: 76, color: 'pink', turn: -0.6, text: 'start.picture.note3' },
  { x: 48, y: 228, color: 'green', turn: 1, text: 'start.picture.note4' },
  { x: 206, y: 222, color: 'yellow', turn: -0.8, text: 'start.picture.note5' },
];

export function WallPicture() {
  const t = useT();
  return (
    <div className={styles.wall} aria-hidden="true">
      <span className={styles.title}>{t('start.picture.area')}</span>
      <span className={styles.area} />
      {NOTES.map(({ x, y, color, turn, text }) => (
        <span
          key={text}
          data-color=""
          className={styles.note}
          style={{
            left: `${x / 5.4}%`,
            top: `${y / 4}%`,
            background: `var(--note-${color})`,
            transform: `rotate(${turn}deg)`,
          }}
        >
          {t(text)}
        </span>
      ))}
      <Pointer left={72} top={77} hue={2} name="Inès" />
      <Pointer left={33} top={47} hue={6} name="Marc" />
    </div>
  );
}

function Pointer({ left, top, hue, name }: { left: number; top: number; hue: number; name: string }) {
  return (
    <span className={styles.pointer} style={{ left: `${left}%`, top: `${top}%` }}>
      <svg width="18" height="20" viewBox="0 0 18 20" aria-hidden="true" focusable="false">
        <path
          d="M2 1.5 16 9l-6.3 1.7L6.6 17 2 1.5Z"
          fill={`var(--person-${hue})`}
          stroke="var(--on-person)"
          strokeWidth="1.5"
        />
      </svg>
      <span className={styles.name} style={{ background: `var(--person-${hue})` }}>
        {name}
      </span>
    </span>
  );
}
