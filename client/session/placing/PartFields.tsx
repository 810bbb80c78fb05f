/** The parts of a matrix: a preset to begin with, how many there are, what each is called, whether they are tinted. */
import type { Element } from '../../../shared/elements/ElementKind.ts';
import { MATRIX_PRESETS, nameOfPreset, propsOfPreset } from '../../../shared/elements/matrix/presets.ts';
import { MATRIX_LIMITS, type MatrixProps } from '../../../shared/elements/matrix/props.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { useBoard } from '../BoardContext.tsx';
import { withParts } from './axisEdits.ts';
import { Check, LineField, Pick } from './LineField.tsx';
import styles from './Placing.module.css';
import { PresetChoice } from './PresetChoice.tsx';

const COUNTS = Array.from({ length: MATRIX_LIMITS.parts }, (_, n) => String(n + 1));

export function PartFields({ matrix, isFixed }: { matrix: Element<MatrixProps>; isFixed: boolean }) {
  const t = useT();
  const locale = useLocale();
  const { editor } = useBoard();
  const { quadrants = [], columns, rows, tint } = matrix.props;
  const write = (props: Partial<MatrixProps>): void => void editor.writes.style([matrix.id], props);
  const setParts = (across: number, down: number): void => {
    const quadrants = withParts(matrix.props, across, down);
    editor.writes.style([matrix.id], { columns: across, rows: down, quadrants });
  };
  const setName = (n: number, name: string): void => {
    const names = Array.from({ length: columns * rows }, (_, at) => (at === n ? name : (quadrants[at] ?? '')));
    editor.writes.style([matrix.id], { quadrants: names.some((one) => one !== '') ? names : undefined });
  };
  const counts = COUNTS.map((value) => ({ value, label: value }));
  return (
    <fieldset className={styles.axis} disabled={isFixed}>
      <legend className={styles.legend}>{t('matrix.parts')}</legend>
      <div className={styles.pair}>
        <Pick
          label={t('matrix.parts.columns')}
          options={counts}
          value={String(columns)}
          onValue={(value) => setParts(Number(value), rows)}
        />
        <Pick
          label={t('matrix.parts.rows')}
          options={counts}
          value={String(rows)}
          onValue={(value) => setParts(columns, Number(value))}
        />
      </div>
      {Array.from({ length: columns * rows }, (_, n) => (
        <LineField
          key={n}
          label={t('matrix.parts.name', { row: Math.floor(n / columns) + 1, column: (n % columns) + 1 })}
          value={quadrants[n] ?? ''}
          onCommit={(name) => setName(n, name)}
        />
      ))}
      <Check
        label={t('matrix.tint.quadrants')}
        checked={tint !== 'none'}
        onValue={(isTinted) =>
          isTinted ? editor.writes.style([matrix.id], { tint: undefined }) : write({ tint: 'none' })
        }
      />
      <PresetChoice
        presets={MATRIX_PRESETS}
        nameOf={(preset) => nameOfPreset(preset, locale)}
        onApply={(preset) => editor.writes.style([matrix.id], propsOfPreset(preset, locale))}
        isFixed={isFixed}
      />
    </fieldset>
  );
}
