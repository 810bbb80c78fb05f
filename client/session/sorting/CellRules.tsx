/** A new rule for a cell of a grid: which row and column, and what it takes in. Added when both are said; changed and taken away beside the others. */
import { Columns3, Plus, Rows3 } from 'lucide-react';
import { useState } from 'react';
import type { Takes } from '../../../shared/elements/takes.ts';
import type { RuledGrid } from '../../editor/sorting/zones.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import styles from './Sorting.module.css';
import { TakesFields } from './TakesFields.tsx';

interface CellRulesProps {
  grid: RuledGrid;
  tags: readonly string[];
  onAdd: (rule: Takes & { readonly cell: string }) => void;
}

export function CellRules({ grid, tags, onAdd }: CellRulesProps) {
  const t = useT();
  const [row, setRow] = useState('');
  const [column, setColumn] = useState('');
  const [takes, setTakes] = useState<Takes>({});
  const name = grid.name || t('sorting.unnamed');
  // A row that somebody has taken away meanwhile is chosen no longer.
  const at = [grid.rows.find(({ id }) => id === row), grid.columns.find(({ id }) => id === column)] as const;
  const [chosenRow = grid.rows[0], chosenColumn = grid.columns[0]] = at;
  if (!chosenRow || !chosenColumn) return null;
  const isWhole = takes.color !== undefined || takes.tag !== undefined;
  const options = (lanes: RuledGrid['rows']) => lanes.map(({ id, name: label }) => ({ value: id, label }));
  return (
    <section className={styles.zone}>
      <h3 className={styles.heading}>{t('sorting.zones.cell', { name })}</h3>
      <SelectField
        framed
        label={t('sorting.zones.row', { name })}
        icon={<Rows3 size={18} strokeWidth={1.75} aria-hidden="true" />}
        value={chosenRow.id}
        onValue={setRow}
        options={options(grid.rows)}
      />
      <SelectField
        framed
        label={t('sorting.zones.column', { name })}
        icon={<Columns3 size={18} strokeWidth={1.75} aria-hidden="true" />}
        value={chosenColumn.id}
        onValue={setColumn}
        options={options(grid.columns)}
      />
      <TakesFields name={name} takes={takes} tags={tags} onTakes={setTakes} />
      <div className={styles.actions}>
        <Button
          icon={<Plus size={18} strokeWidth={1.75} aria-hidden="true" />}
          resting={!isWhole}
          onClick={() => {
            onAdd({ ...takes, cell: `${chosenRow.id}:${chosenColumn.id}` });
            setTakes({});
          }}
        >
          {t('sorting.zones.addRule')}
        </Button>
      </div>
    </section>
  );
}
