/** The scores of the one note of a matrix that is selected, read and written exactly. */
import { useCallback } from 'react';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Element, Score } from '../../../shared/elements/ElementKind.ts';
import { type Axis, dayText, parseDay, valueAt } from '../../../shared/elements/matrix/axis.ts';
import { countsOn, type MatrixProps } from '../../../shared/elements/matrix/props.ts';
import { placeFor, scoreOf } from '../../../shared/elements/matrix/score.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { standingOf } from '../../../shared/elements/standing.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { useBoard } from '../BoardContext.tsx';
import { useBoardValue } from '../marks/useBoardValue.ts';
import { parseNumber } from './axisEdits.ts';
import { childOf } from './gather.ts';
import { LineField, Pick } from './LineField.tsx';
import styles from './Placing.module.css';

export interface SelectedScoresProps {
  matrix: Element<MatrixProps>;
  selected: string | null;
  readOnly: boolean;
}

interface Chosen {
  readonly id: string;
  readonly text: string;
  readonly frame: Box;
}

export function SelectedScores({ matrix, selected, readOnly }: SelectedScoresProps) {
  const t = useT();
  const { editor } = useBoard();
  const gather = useCallback(
    (board: BoardDoc): Chosen | null => {
      const id = selected === null ? null : childOf(board, matrix.id, selected);
      const element = id === null ? undefined : board.get(id);
      const frame = id === null ? null : board.frame(id);
      const outer = board.frame(matrix.id);
      if (!element || !frame || !outer || !countsOn(element)) return null;
      const at = { ...standingOf(element, frame), x: frame.x - outer.x, y: frame.y - outer.y };
      return { id: element.id, text: kindOf(element).outline(element), frame: at };
    },
    [matrix, selected],
  );
  const chosen = useBoardValue(gather);
  const scores = chosen && scoreOf(matrix, chosen.frame);
  const write = (which: 'x' | 'y', value: number): void => {
    // What is shown is a moment old; the other score stays what it is now.
    const now = gather(editor.board);
    if (!now) return;
    const is = scoreOf(matrix, now.frame);
    const both = { x: is?.x.value ?? middleOf(matrix.props.x), y: is?.y.value ?? middleOf(matrix.props.y) };
    editor.placing.putAndSay(matrix.id, now.id, placeFor(matrix, { ...both, [which]: value }, now.frame));
  };
  return (
    <section className={styles.section} aria-label={t('placing.selected')}>
      <h3 className={styles.heading}>{t('placing.selected')}</h3>
      {!chosen && <p className={styles.note}>{t('placing.selected.none')}</p>}
      {chosen && (
        <>
          <p className={styles.chosen}>{chosen.text || t('placing.noText')}</p>
          {!scores && <p className={styles.note}>{t('placing.notPlaced')}</p>}
          <div className={styles.pair}>
            {(['y', 'x'] as const).map((which) => (
              <ScoreField
                key={`${chosen.id} ${which}`}
                label={matrix.props[which].name || t(which === 'x' ? 'matrix.axis.x' : 'matrix.axis.y')}
                axis={matrix.props[which]}
                score={scores?.[which] ?? null}
                disabled={readOnly}
                onValue={(value) => write(which, value)}
              />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

const middleOf = (axis: Axis): number => valueAt(axis, 0.5).value;

interface ScoreFieldProps {
  label: string;
  axis: Axis;
  /** `null`: not placed yet. */
  score: Score | null;
  disabled: boolean;
  onValue: (value: number) => void;
}

function ScoreField({ label, axis, score, disabled, onValue }: ScoreFieldProps) {
  const t = useT();
  const locale = useLocale();
  const { scale, steps = [] } = axis;
  if (scale === 'ordinal') {
    const options = steps.map((step, n) => ({ value: String(n + 1), label: step }));
    return (
      <Pick
        label={label}
        options={score ? options : [{ value: '', label: '–' }, ...options]}
        value={score ? String(score.value) : ''}
        onValue={(value) => value !== '' && onValue(Number(value))}
        disabled={disabled}
      />
    );
  }
  if (scale === 'date') {
    return (
      <LineField
        label={label}
        type="date"
        value={score ? dayText(score.value) : ''}
        disabled={disabled}
        refusal={t('placing.noDay')}
        onCommit={(text) => {
          const day = parseDay(text);
          if (day === null) return false;
          onValue(day);
          return true;
        }}
      />
    );
  }
  return (
    <LineField
      label={label}
      inputMode="decimal"
      value={score ? shortNumber(score.value, locale) : ''}
      disabled={disabled}
      refusal={t('placing.noNumber')}
      onCommit={(text) => {
        const value = parseNumber(text);
        if (value === null) return false;
        onValue(value);
        return true;
      }}
    />
  );
}

/** With two decimals at most, and none that say nothing. */
const shortNumber = (value: number, locale: 'fr' | 'en'): string =>
  String(Number(value.toFixed(2))).replace('.', locale === 'fr' ? ',' : '.');
