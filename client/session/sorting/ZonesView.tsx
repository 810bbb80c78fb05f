/** Rules of zones: what each takes in, how many notes that is now, and the button that does it. */
import { Frame } from 'lucide-react';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Takes } from '../../../shared/elements/takes.ts';
import { NOTE_COLORS } from '../../../shared/theme/tokens.ts';
import { movesOf, type Ruled, ruledAreas } from '../../editor/sorting/zones.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { useBoard } from '../BoardContext.tsx';
import { useBoardValue } from '../marks/useBoardValue.ts';
import styles from './Sorting.module.css';
import type { ViewProps } from './SortingPanel.tsx';

const overview = (board: BoardDoc) => ({ areas: ruledAreas(board), tags: tagNames(board) });

function tagNames(board: BoardDoc): string[] {
  const names = new Set<string>();
  for (const { marks } of board.elements()) for (const { name } of marks.tags) names.add(name);
  return [...names].sort((a, b) => a.localeCompare(b));
}

export function ZonesView({ done }: ViewProps) {
  const t = useT();
  const { editor } = useBoard();
  const { areas, tags } = useBoardValue(overview);
  const total = areas.reduce((sum, { notes }) => sum + notes.length, 0);
  const apply = (area?: string): void =>
    editor.extras.with(({ sorting }) => {
      const count = sorting.moveInto(movesOf(ruledAreas(editor.board), area), 'zones');
      done(t('sorting.say.moved', { count }), count > 0);
    });
  if (areas.length === 0) {
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
          key={area.id}
          area={area}
          tags={tags}
          onRule={(takes) => editor.extras.with(({ sorting }) => sorting.setRule(area.id, takes))}
          onApply={() => apply(area.id)}
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
  const { color, tag } = area.takes ?? {};
  const known = tag !== undefined && !tags.includes(tag) ? [...tags, tag] : tags;
  const rule = (next: { color: Takes['color'] | undefined; tag: string | undefined }): void => {
    const takes = { ...(next.color && { color: next.color }), ...(next.tag && { tag: next.tag }) };
    onRule(Object.keys(takes).length > 0 ? takes : null);
  };
  return (
    <section className={styles.zone}>
      <h3 className={styles.heading}>{name}</h3>
      <SelectField
        label={t('sorting.zones.color', { name })}
        value={color ?? ''}
        onValue={(value) => rule({ color: value === '' ? undefined : value, tag })}
        options={[
          { value: '' as const, label: t('sorting.zones.anyColor') },
          ...NOTE_COLORS.map((value) => ({ value, label: t(`editor.color.${value}`) })),
        ]}
      />
      {known.length > 0 && (
        <SelectField
          label={t('sorting.zones.tag', { name })}
          value={tag ?? ''}
          onValue={(value) => rule({ color, tag: value })}
          options={[
            { value: '', label: t('sorting.zones.anyTag') },
            ...known.map((value) => ({ value, label: value })),
          ]}
        />
      )}
      {area.takes && (
        <div className={styles.actions}>
          <p role="status" className={styles.quiet}>
            {t('sorting.zones.preview', { count: area.notes.length })}
          </p>
          {area.notes.length > 0 && <Button onClick={onApply}>{t('sorting.zones.apply')}</Button>}
        </div>
      )}
    </section>
  );
}
