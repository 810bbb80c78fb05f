/** Rules of zones and cells: what each takes in, how many notes that is now, and the button that does it. */
import { Frame } from 'lucide-react';
import { useCallback } from 'react';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Locale } from '../../../shared/control/Control.ts';
import type { Takes } from '../../../shared/elements/takes.ts';
import { type Ruled, ruledAreas, ruledGrids } from '../../editor/sorting/zones.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { useBoard } from '../BoardContext.tsx';
import { useBoardValue } from '../marks/useBoardValue.ts';
import { CellRules } from './CellRules.tsx';
import styles from './Sorting.module.css';
import type { ViewProps } from './SortingPanel.tsx';
import { TakesFields } from './TakesFields.tsx';

const overview = (board: BoardDoc, locale: Locale) => ({
  areas: ruledAreas(board, locale),
  grids: ruledGrids(board, locale),
  tags: tagNames(board),
});

function tagNames(board: BoardDoc): string[] {
  const names = new Set<string>();
  for (const { marks } of board.elements()) for (const { name } of marks.tags) names.add(name);
  return [...names].sort((a, b) => a.localeCompare(b));
}

export function ZonesView({ done }: ViewProps) {
  const t = useT();
  const { editor } = useBoard();
  const locale = useLocale();
  const look = useCallback((board: BoardDoc) => overview(board, locale), [locale]);
  const { areas, grids, tags } = useBoardValue(look);
  const total = areas.reduce((sum, { notes }) => sum + notes.length, 0);
  const apply = (one?: Ruled): void =>
    editor.extras.with(({ sorting }) => {
      const count = sorting.applyRules(one);
      done(t('sorting.say.moved', { count }), count > 0);
    });
  const rule = ({ id, key, cell }: Ruled, takes: Takes | null): void =>
    editor.extras.with(({ sorting }) => {
      if (cell === null) sorting.setRule(id, takes);
      else sorting.setCellRule(id, key, takes && { ...takes, cell });
    });
  if (areas.length === 0 && grids.length === 0) {
    return (
      <EmptyPlace icon={<Frame size={32} strokeWidth={1.5} />} title={t('sorting.zones.none')}>
        {t('sorting.zones.none.how')}
      </EmptyPlace>
    );
  }
  return (
    <section className={styles.view}>
      <p>{t('sorting.zones.help')}</p>
      {areas.map((area) => (
        <Zone
          key={`${area.id} ${area.key}`}
          area={area}
          tags={tags}
          onRule={(takes) => rule(area, takes)}
          onApply={() => apply(area)}
        />
      ))}
      {grids.map((grid) => (
        <CellRules
          key={grid.id}
          grid={grid}
          tags={tags}
          onAdd={(added) => editor.extras.with(({ sorting }) => sorting.setCellRule(grid.id, null, added))}
        />
      ))}
      {total > 0 && (
        <div className={styles.foot}>
          <Button variant="primary" onClick={() => apply()}>
            {t('sorting.zones.applyAll', { count: total })}
          </Button>
        </div>
      )}
    </section>
  );
}

interface ZoneProps {
  area: Ruled;
  tags: readonly string[];
  onRule: (takes: Takes | null) => void;
  onApply: () => void;
}

function Zone({ area, tags, onRule, onApply }: ZoneProps) {
  const t = useT();
  const name = area.name || t('sorting.unnamed');
  return (
    <section className={styles.zone}>
      <h3 className={styles.heading}>{name}</h3>
      <TakesFields
        name={name}
        takes={area.takes ?? {}}
        tags={tags}
        onTakes={(takes) => onRule(Object.keys(takes).length > 0 ? takes : null)}
      />
      {area.takes && (
        <div className={styles.actions}>
          <p role="status" className={styles.quiet}>
            {t('sorting.zones.preview', { count: area.notes.length })}
          </p>
          {area.notes.length > 0 && <Button onClick={onApply}>{t('sorting.zones.apply')}</Button>}
          {area.cell !== null && (
            <Button variant="quiet" aria-label={t('sorting.zones.removeRuleOf', { name })} onClick={() => onRule(null)}>
              {t('sorting.zones.removeRule')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
