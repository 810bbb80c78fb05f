/** The rows and columns of a grid, as a list: names, contents, order, sizes, days; and the presets. All that a hand does on the wall. */
import { Table2 } from 'lucide-react';
import { useState } from 'react';
import type { Element } from '../../../shared/elements/ElementKind.ts';
import { findPreset, GRID_PRESETS, presetProps } from '../../../shared/elements/grid/presets.ts';
import { asGrid, columnsOf, type GridProps, rowsOf } from '../../../shared/elements/grid/props.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useBoard, useEditorState } from '../BoardContext.tsx';
import { AreaPanel } from '../placing/AreaPanel.tsx';
import styles from './GridPanel.module.css';
import { LaneFields } from './LaneFields.tsx';

export function GridPanel({ onClose }: { onClose: () => void }) {
  return (
    <AreaPanel<Element<GridProps>>
      title="grid.panel"
      none="grid.none"
      noneHelp="grid.none.help"
      icon={Table2}
      as={asGrid}
      onClose={onClose}
      content={(grid) => <Content grid={grid} />}
    />
  );
}

function Content({ grid }: { grid: Element<GridProps> }) {
  const t = useT();
  const { editor } = useBoard();
  const isFixed = useEditorState((state) => state.readOnly) || grid.lock;
  return (
    <>
      {isFixed && <p className={styles.note}>{t('placing.readOnly')}</p>}
      {(['row', 'column'] as const).map((axis) => {
        const lanes = axis === 'row' ? rowsOf(grid.props) : columnsOf(grid.props);
        return (
          <section key={axis} className={styles.section} aria-label={t(axis === 'row' ? 'grid.rows' : 'grid.columns')}>
            <h3 className={styles.title}>{t(axis === 'row' ? 'grid.rows' : 'grid.columns')}</h3>
            <ol className={styles.lanes}>
              {lanes.map((lane, n) => (
                <LaneFields
                  key={lane.id}
                  lane={{ grid: grid.id, axis, id: lane.id }}
                  value={lane}
                  position={n + 1}
                  count={lanes.length}
                  readOnly={isFixed}
                />
              ))}
            </ol>
            {!isFixed && (
              <Button onClick={() => editor.extras.with(({ lanes }) => lanes.add(grid, axis, null))}>
                {t(axis === 'row' ? 'grid.addRow' : 'grid.addColumn')}
              </Button>
            )}
          </section>
        );
      })}
      {!isFixed && (
        <>
          {rowsOf(grid.props).some(({ type }) => type === 'emotion') && (
            <label className={styles.labelled}>
              {t('grid.lines')}
              <select
                className={styles.measure}
                value={grid.props.lines ?? 'one'}
                onChange={({ currentTarget: { value } }) =>
                  editor.writes.style([grid.id], { lines: value === 'one' ? undefined : value })
                }
              >
                {(['one', 'color', 'tag'] as const).map((lines) => (
                  <option key={lines} value={lines}>
                    {t(`grid.lines.${lines}`)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={grid.props.counts === true}
              onChange={(event) =>
                editor.writes.style([grid.id], { counts: event.currentTarget.checked ? true : undefined })
              }
            />
            {t('grid.counts')}
          </label>
          <Presets grid={grid.id} />
        </>
      )}
    </>
  );
}

function Presets({ grid }: { grid: string }) {
  const t = useT();
  const locale = useLocale();
  const { editor } = useBoard();
  const [chosen, setChosen] = useState<string>(GRID_PRESETS[1].id);
  const [firstDay, setFirstDay] = useState(() => localDay(new Date()));
  const preset = findPreset(chosen);
  const isDated = preset.columns.some(({ day }) => day !== undefined);
  const apply = (): void => {
    const element = asGrid(editor.board.get(grid));
    const fresh = presetProps(preset, locale, firstDay);
    if (element) editor.extras.with(({ lanes }) => lanes.replace(element, fresh));
  };
  return (
    <section className={styles.section} aria-label={t('grid.preset')}>
      <h3 className={styles.title}>{t('grid.preset')}</h3>
      <div className={styles.choices}>
        <select
          className={styles.measure}
          aria-label={t('grid.preset')}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {GRID_PRESETS.map(({ id, name }) => (
            <option key={id} value={id}>
              {name[locale]}
            </option>
          ))}
        </select>
        {isDated && (
          <input
            type="date"
            className={`${styles.measure} ${styles.day}`}
            aria-label={t('grid.preset.first')}
            value={firstDay}
            onChange={(event) => event.currentTarget.value && setFirstDay(event.currentTarget.value)}
          />
        )}
      </div>
      <p className={styles.note}>{t('grid.preset.help')}</p>
      <Button onClick={apply}>{t('grid.preset.apply')}</Button>
    </section>
  );
}

/** The day it is here, of no time zone. */
const localDay = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
