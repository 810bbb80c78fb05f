/** What shall become of a table that was pasted or dropped: a note a cell or a row, tags, colours, areas; with a preview of what comes. */
import { useEffect, useMemo, useState } from 'react';
import { LIMITS } from '../../../../shared/protocol/limits.ts';
import type { NoteColor } from '../../../../shared/theme/tokens.ts';
import type { TableArrival } from '../../../editor/clipboard/Clipboard.ts';
import { readTableFile, type TableFile } from '../../../editor/clipboard/readTableFile.ts';
import type { Table } from '../../../editor/clipboard/table.ts';
import {
  COLUMN_ROLES,
  type ColumnRole,
  guessChoices,
  planTable,
  type TableChoices,
  type TablePlan,
} from '../../../editor/clipboard/tableNotes.ts';
import type { Editor } from '../../../editor/Editor.ts';
import { nextPropsOf } from '../../../editor/EditorState.ts';
import { useT } from '../../../i18n/Messages.tsx';
import { useBoard } from '../../../session/BoardContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import styles from './PasteTableDialog.module.css';

export interface PasteTableDialogProps {
  arrival: TableArrival;
  onClose: () => void;
}

type Problem = Extract<TableFile, { readonly ok: false }>['why'] | 'unreadable';

type Reading =
  | { readonly at: 'reading'; readonly done: number }
  | { readonly at: 'read'; readonly table: Table; readonly left: number }
  | { readonly at: 'failed'; readonly problem: Problem };

export function PasteTableDialog({ arrival, onClose }: PasteTableDialogProps) {
  const t = useT();
  const reading = useReading(arrival);
  const file = 'file' in arrival.from ? arrival.from.file : null;
  const title = file ? t('table.titleFile', { name: file.name }) : t('table.title');
  if (reading.at === 'read') {
    const { table, left } = reading;
    return <TableChoicesDialog {...{ title, table, left, arrival, onClose }} isFile={file !== null} />;
  }
  return (
    <Dialog open onClose={onClose} title={title} closeLabel={t('common.close')}>
      {reading.at === 'reading' ? (
        <p role="status">{t('table.reading', { percent: Math.round(reading.done * 100) })}</p>
      ) : (
        <p role="alert" className={styles.problem}>
          {t(`table.failed.${reading.problem}`)}
        </p>
      )}
    </Dialog>
  );
}

function useReading({ from }: TableArrival): Reading {
  const [reading, setReading] = useState<Reading>(() =>
    'table' in from ? { at: 'read', table: from.table, left: 0 } : { at: 'reading', done: 0 },
  );
  useEffect(() => {
    if (!('file' in from)) return;
    let isWanted = true;
    const show = (next: Reading): void => {
      if (isWanted) setReading(next);
    };
    readTableFile(from.file, (done) => show({ at: 'reading', done })).then(
      (read) =>
        show(read.ok ? { at: 'read', table: read.table, left: read.left } : { at: 'failed', problem: read.why }),
      () => show({ at: 'failed', problem: 'unreadable' }),
    );
    return () => {
      isWanted = false;
    };
  }, [from]);
  return reading;
}

interface ChoosingProps {
  title: string;
  table: Table;
  left: number;
  isFile: boolean;
  arrival: TableArrival;
  onClose: () => void;
}

function TableChoicesDialog({ title, table, left, isFile, arrival, onClose }: ChoosingProps) {
  const t = useT();
  const { editor } = useBoard();
  const [choices, setChoices] = useState<TableChoices>(() => guessChoices(table, { isFile }));
  const [isPlacing, setIsPlacing] = useState(false);
  const change = (patch: Partial<TableChoices>): void => setChoices((old) => ({ ...old, ...patch }));
  const options = useMemo(() => planOptions(editor), [editor]);
  const plan = useMemo(() => planTable(table, choices, options), [table, choices, options]);
  const room = LIMITS.elementsPerBoard - editor.board.size;
  const isTooMany = plan.notes.length + plan.areas.length > room;

  const place = (): void => {
    setIsPlacing(true);
    // The word is on the screen before the notes are made.
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (editor.clipboard.placeTable(plan, arrival.at) > 0) onClose();
        else setIsPlacing(false);
      }),
    );
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      size="l"
      closeLabel={t('common.close')}
      footer={
        <>
          <p role="status" className={styles.counts}>
            {isPlacing ? t('table.placing') : <Counts plan={plan} />}
          </p>
          <Button
            variant="primary"
            size="l"
            pending={isPlacing}
            disabled={plan.notes.length === 0 || isTooMany}
            onClick={place}
          >
            {t('table.place', { count: plan.notes.length })}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <ChoiceField
          legend={t('table.each')}
          value={choices.each}
          onValue={(each) => change({ each })}
          choices={[
            { value: 'cell', label: t('table.each.cell') },
            { value: 'row', label: t('table.each.row') },
          ]}
          compact
        />
        {choices.each === 'cell' ? (
          <ChoiceField
            legend={t('table.header')}
            value={choices.header}
            onValue={(header) => change({ header })}
            choices={(['none', 'tags', 'areas'] as const).map((value) => ({
              value,
              label: t(`table.header.${value}`),
            }))}
            compact
          />
        ) : (
          <Columns table={table} choices={choices} onChange={change} />
        )}
        <Preview table={table} choices={choices} />
        {choices.each === 'row' && !choices.roles.includes('text') && (
          <p role="alert" className={styles.problem}>
            {t('table.noText')}
          </p>
        )}
        {isTooMany && (
          <p role="alert" className={styles.problem}>
            {t('table.tooMany', { room })}
          </p>
        )}
        {plan.cut > 0 && <p className={styles.muted}>{t('table.cut', { count: plan.cut })}</p>}
        {left > 0 && <p className={styles.muted}>{t('table.left', { count: left })}</p>}
      </div>
    </Dialog>
  );
}

/** Notes look as the last one did; tags that the board has keep their colour. Read once: the dialog is short-lived. */
function planOptions({ board, store }: Editor) {
  const known = new Map<string, NoteColor>();
  for (const { marks } of board.elements()) for (const { name, color } of marks.tags) known.set(name, color);
  const color = (nextPropsOf(store.getState(), 'note').color ?? 'yellow') as NoteColor;
  return { color, tagColor: (name: string) => known.get(name) };
}

function Counts({ plan }: { plan: TablePlan }) {
  const t = useT();
  const parts = [
    t('table.count.notes', { count: plan.notes.length }),
    plan.areas.length > 0 ? t('table.count.areas', { count: plan.areas.length }) : '',
    plan.tags.size > 0 ? t('table.count.tags', { count: plan.tags.size }) : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

interface ColumnsProps {
  table: Table;
  choices: TableChoices;
  onChange: (patch: Partial<TableChoices>) => void;
}

/** Columns that can be given one column only. */
const ALONE: readonly ColumnRole[] = ['area', 'color'];

function Columns({ table, choices, onChange }: ColumnsProps) {
  const t = useT();
  const { hasNames, roles } = choices;
  const width = table[0]?.length ?? 0;
  const give = (at: number, role: ColumnRole): void =>
    onChange({ roles: roles.map((own, n) => (n === at ? role : own === role && ALONE.includes(role) ? 'none' : own)) });
  return (
    <div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={hasNames}
          onChange={(event) => onChange({ hasNames: event.currentTarget.checked })}
        />
        {t('table.hasNames')}
      </label>
      <h3 className={styles.title}>{t('table.columns')}</h3>
      <ul className={styles.columns}>
        {Array.from({ length: width }, (_, at) => {
          const name = (hasNames && table[0]?.[at]) || t('table.column', { number: at + 1 });
          const sample = table.slice(hasNames ? 1 : 0, 40).find((row) => row[at] !== '')?.[at] ?? '';
          return (
            <li key={`${at}`} className={styles.column}>
              <span className={styles.name}>
                {name}
                <span className={styles.sample}>{sample}</span>
              </span>
              <SelectField
                label={name}
                value={roles[at] ?? 'none'}
                onValue={(role) => give(at, role)}
                options={COLUMN_ROLES.map((value) => ({ value, label: t(`table.role.${value}`) }))}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const ROWS_SHOWN = 5;
const COLUMNS_SHOWN = 12;
const CHARS_SHOWN = 80;

function Preview({ table, choices }: { table: Table; choices: TableChoices }) {
  const t = useT();
  const isNamed = choices.each === 'row' ? choices.hasNames : choices.header !== 'none';
  const names = isNamed ? (table[0] ?? null) : null;
  const rest = isNamed ? table.slice(1) : table;
  const shown = rest.slice(0, ROWS_SHOWN);
  const crop = (row: readonly string[]): string[] =>
    row.slice(0, COLUMNS_SHOWN).map((cell) => (cell.length > CHARS_SHOWN ? `${cell.slice(0, CHARS_SHOWN)}…` : cell));
  return (
    <div>
      <h3 className={styles.title} id="table-preview">
        {t('table.preview')}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: reason: what scrolls sideways must be reached by keys */}
      <section className={styles.scroll} aria-labelledby="table-preview" tabIndex={0}>
        <table className={styles.preview}>
          {names && (
            <thead>
              <tr>
                {crop(names).map((cell, at) => (
                  <th key={`${at}`} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {shown.map((row, y) => (
              <tr key={`${y}`}>
                {crop(row).map((cell, at) => (
                  <td key={`${at}`}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rest.length > shown.length && (
        <p className={styles.muted}>{t('table.preview.rest', { count: rest.length - shown.length })}</p>
      )}
    </div>
  );
}
