/** One row or column of a grid in the panel: its name, what it asks for, its size, its day, its place. */
import { ChevronDown, ChevronUp, Trash2 } from 'lucide-react';
import { type Column, LANE, type LaneRef, ROW_TYPES, type Row } from '../../../shared/elements/grid/props.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { useT } from '../../i18n/Messages.tsx';
import { focusBeside } from '../../ui/focusBeside.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDraft } from '../../ui/useDraft.ts';
import { useBoard } from '../BoardContext.tsx';
import styles from './GridPanel.module.css';

interface LaneFieldsProps {
  lane: LaneRef;
  value: Row | Column;
  position: number;
  count: number;
  readOnly: boolean;
}

export function LaneFields({ lane, value, position, count, readOnly }: LaneFieldsProps) {
  const t = useT();
  const { editor } = useBoard();
  const { extras } = editor;
  const isRow = lane.axis === 'row';
  const change = (values: Readonly<Record<string, unknown>>): void =>
    extras.with(({ lanes }) => lanes.change(lane, values));
  return (
    <li className={styles.lane}>
      <NameField
        label={t(isRow ? 'grid.name.row' : 'grid.name.column', { position })}
        name={value.name}
        readOnly={readOnly}
        onName={(name) => change({ name })}
      />
      {!readOnly && (
        <>
          <div className={styles.buttons}>
            <IconButton
              label={t(isRow ? 'grid.up' : 'grid.left', { position })}
              icon={<ChevronUp size={18} strokeWidth={1.75} />}
              resting={position === 1}
              onPress={() => extras.with(({ lanes }) => lanes.shift(lane, -1))}
            />
            <IconButton
              label={t(isRow ? 'grid.down' : 'grid.right', { position })}
              icon={<ChevronDown size={18} strokeWidth={1.75} />}
              resting={position === count}
              onPress={() => extras.with(({ lanes }) => lanes.shift(lane, 1))}
            />
            <IconButton
              label={t(isRow ? 'grid.remove.row' : 'grid.remove.column', { position })}
              icon={<Trash2 size={18} strokeWidth={1.75} />}
              placement="left"
              onPress={({ target }) => {
                const focus = focusBeside(target);
                extras.with(({ lanes }) => lanes.remove(lane) && focus());
              }}
            />
          </div>
          <div className={styles.details}>
            {'type' in value ? (
              <select
                className={styles.measure}
                aria-label={t('grid.type.of', { position })}
                value={value.type}
                onChange={(event) => change({ type: event.currentTarget.value })}
              >
                {ROW_TYPES.map((type) => (
                  <option key={type} value={type}>
                    {t(`grid.type.${type}`)}
                  </option>
                ))}
              </select>
            ) : (
              <input
                type="date"
                className={styles.measure}
                aria-label={t('grid.date', { position })}
                value={value.date ?? ''}
                onChange={(event) => change({ date: event.currentTarget.value || undefined })}
              />
            )}
            <span className={styles.unit} aria-hidden="true">
              {t(isRow ? 'grid.height.short' : 'grid.width.short')}
            </span>
            <Measure
              label={t(isRow ? 'grid.height' : 'grid.width', { position })}
              value={'type' in value ? value.height : value.width}
              min={isRow ? LANE.minHeight : LANE.minWidth}
              max={isRow ? LANE.maxHeight : LANE.maxWidth}
              onValue={(size) => change({ [isRow ? 'height' : 'width']: size })}
            />
          </div>
        </>
      )}
    </li>
  );
}

interface NameFieldProps {
  label: string;
  name: string;
  readOnly: boolean;
  onName: (name: string) => void;
}

/** Written when one leaves it, or by Enter: one edit a name. */
function NameField({ label, name, readOnly, onName }: NameFieldProps) {
  const { draft, setDraft, written } = useDraft(name);
  const keep = (): void => {
    if (draft.trim() !== name) onName(draft.trim());
    written(draft.trim());
  };
  return (
    <TextField
      className={styles.name}
      label={label}
      placeholder={label}
      value={draft}
      readOnly={readOnly}
      maxLength={LIMITS.titleChars}
      onValue={setDraft}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
}

interface MeasureProps {
  label: string;
  value: number | undefined;
  min: number;
  max: number;
  onValue: (value: number | undefined) => void;
}

/** A size in board units; empty: as large as it must be. */
function Measure({ label, value, min, max, onValue }: MeasureProps) {
  const t = useT();
  const { draft, setDraft, written } = useDraft(value === undefined ? '' : String(value));
  const keep = (): void => {
    const size = draft === '' ? undefined : Math.round(Math.min(max, Math.max(min, Number(draft))));
    if (size !== value && (size === undefined || Number.isFinite(size))) onValue(size);
    written(size === undefined ? '' : String(size));
  };
  return (
    <input
      type="number"
      className={styles.measure}
      aria-label={label}
      title={label}
      placeholder={t('grid.size.own')}
      value={draft}
      min={min}
      max={max}
      step={8}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
}
