/** One axis of a matrix as fields: its name, its ends, its scale and values. What cannot be read is said and not written. */
import { useEffect, useId, useState } from 'react';
import type { Element } from '../../../shared/elements/ElementKind.ts';
import { type Axis, dayText, parseDay, problemOfAxis, SCALES } from '../../../shared/elements/matrix/axis.ts';
import type { MatrixProps } from '../../../shared/elements/matrix/props.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { useBoard } from '../BoardContext.tsx';
import { parseNumber, tidyAxis, withScale } from './axisEdits.ts';
import { Check, LineField, Pick } from './LineField.tsx';
import styles from './Placing.module.css';

const DAY_MS = 86_400_000;

/** The day it is here, as axes count it. */
function today(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY_MS;
}

export interface AxisFieldsProps {
  matrix: Element<MatrixProps>;
  which: 'x' | 'y';
  isFixed: boolean;
}

export function AxisFields({ matrix, which, isFixed }: AxisFieldsProps) {
  const t = useT();
  const locale = useLocale();
  const { editor } = useBoard();
  const axis = matrix.props[which];
  /** `false`: it is no axis, and nothing is written. */
  const write = (next: Axis): boolean => {
    if (problemOfAxis(next)) return false;
    editor.writes.style([matrix.id], { [which]: tidyAxis(next) });
    return true;
  };
  /** A part of the axis; `false` where it cannot be taken. */
  const set = (part: Partial<Axis>): boolean => write({ ...axis, ...part });
  return (
    <fieldset className={styles.axis} disabled={isFixed}>
      <legend className={styles.legend}>{t(which === 'x' ? 'matrix.axis.x' : 'matrix.axis.y')}</legend>
      <LineField label={t('matrix.axis.name')} value={axis.name} onCommit={(name) => set({ name })} />
      {axis.scale !== 'ordinal' && (
        <div className={styles.pair}>
          <LineField label={t('matrix.axis.low')} value={axis.low ?? ''} onCommit={(low) => set({ low })} />
          <LineField label={t('matrix.axis.high')} value={axis.high ?? ''} onCommit={(high) => set({ high })} />
        </div>
      )}
      <Pick
        label={t('matrix.axis.scale')}
        options={SCALES.map((scale) => ({ value: scale, label: t(`matrix.scale.${scale}`) }))}
        value={axis.scale}
        onValue={(scale) => write(withScale(axis, scale, locale, today()))}
        disabled={isFixed}
      />
      {axis.scale === 'ordinal' ? (
        <Steps steps={axis.steps ?? []} onSteps={(steps) => set({ steps, min: 1, max: Math.max(2, steps.length) })} />
      ) : (
        <Range axis={axis} set={set} />
      )}
      <Check
        label={t('matrix.axis.reversed')}
        checked={axis.isReversed === true}
        onValue={(isReversed) => set({ isReversed })}
      />
      <Check
        label={t('matrix.axis.less')}
        checked={axis.isLessBetter === true}
        onValue={(isLessBetter) => set({ isLessBetter })}
      />
    </fieldset>
  );
}

interface RangeProps {
  axis: Axis;
  set: (part: Partial<Axis>) => boolean;
}

/** A beginning that lies beyond the end is no axis, and waits for the end that is typed next. */
interface Waiting {
  readonly min?: number;
  readonly max?: number;
  /** The axis it was typed for: another one has taken its place since. */
  readonly of: string;
}

function Range({ axis, set }: RangeProps) {
  const { scale, min, max } = axis;
  const t = useT();
  const now = `${scale} ${min} ${max}`;
  const [waiting, setWaiting] = useState<Waiting>({ of: now });
  const { of, ...kept } = waiting;
  const typed: Omit<Waiting, 'of'> = of === now ? kept : {};
  const problem = Object.keys(typed).length > 0 ? problemOfAxis({ ...axis, ...typed }) : null;
  const error = problem === null ? undefined : t(`matrix.axis.problem.${problem}`);
  const isDate = scale === 'date';
  const said = (value: number): string => (isDate ? dayText(value) : String(value));
  const read = isDate ? parseDay : parseNumber;
  /** Writes what was typed, or lets it wait for what makes it right. */
  const take = (wanted: Omit<Waiting, 'of'>): boolean => {
    const isSet = set(wanted);
    setWaiting(isSet ? { of: now } : { ...wanted, of: now });
    return isSet;
  };
  /** One of the two is not meant any more; the other may have waited for that. */
  const takeBack = (key: 'min' | 'max') => (): void => {
    const rest: Omit<Waiting, 'of'> = Object.fromEntries(Object.entries(typed).filter(([one]) => one !== key));
    if (Object.keys(rest).length === 0) setWaiting({ of: now });
    else take(rest);
  };
  const commit =
    (key: 'min' | 'max') =>
    (text: string): boolean => {
      const value = read(text);
      if (value !== null) return take({ ...typed, [key]: value });
      takeBack(key)();
      return false;
    };
  const refusal = error === undefined ? t(isDate ? 'placing.noDay' : 'placing.noNumber') : undefined;
  const type = isDate ? ({ type: 'date' } as const) : ({ inputMode: 'decimal' } as const);
  return (
    <>
      <div className={styles.pair}>
        <LineField
          {...type}
          label={t(isDate ? 'matrix.axis.from' : 'matrix.axis.min')}
          refusal={refusal}
          value={said(min)}
          onCommit={commit('min')}
          onTakeBack={takeBack('min')}
        />
        <LineField
          {...type}
          label={t(isDate ? 'matrix.axis.to' : 'matrix.axis.max')}
          refusal={refusal}
          value={said(max)}
          onCommit={commit('max')}
          onTakeBack={takeBack('max')}
        />
      </div>
      {error !== undefined && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </>
  );
}

interface StepsProps {
  steps: readonly string[];
  /** `false`: they cannot be taken. */
  onSteps: (steps: readonly string[]) => boolean;
}

function Steps({ steps, onSteps }: StepsProps) {
  const t = useT();
  const id = useId();
  const value = steps.join('\n');
  const [draft, setDraft] = useState(value);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    setDraft(value);
    setRefused(false);
  }, [value]);
  const commit = (): void => {
    const next = draft
      .split('\n')
      .map((step) => step.trim().slice(0, LIMITS.nameChars))
      .filter((step) => step !== '');
    setRefused(next.join('\n') !== value && !onSteps(next));
  };
  return (
    <div className={styles.pick}>
      <label className={styles.label} htmlFor={id}>
        {t('matrix.axis.steps')}
      </label>
      <textarea
        id={id}
        className={styles.lines}
        rows={Math.min(8, Math.max(3, steps.length + 1))}
        value={draft}
        aria-invalid={isRefused || undefined}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
      />
      {isRefused && (
        <p className={styles.error} role="alert">
          {t('matrix.axis.problem.steps')}
        </p>
      )}
    </div>
  );
}
