/** One line: an arrow where it opens, the colour, the text, a lock, how many lie in it. Draws again only when its own line has changed. */
import { ChevronRight, Lock } from 'lucide-react';
import { type MouseEvent, memo, useCallback } from 'react';
import type { Locale } from '../../shared/control/Control.ts';
import { sayPlacing } from '../../shared/elements/placing.ts';
import { type MessageId, useLocale, useT } from '../i18n/Messages.tsx';
import { classNames } from '../ui/classNames.ts';
import { useOutline } from './OutlineContext.ts';
import styles from './OutlineRow.module.css';
import { RowField } from './RowField.tsx';
import { RowMarks, wordsOf } from './RowMarks.tsx';
import { INDENT_PX, isVirtual, type Row, WALL } from './rows.ts';

export interface OutlineRowProps {
  readonly row: Row;
  readonly top: number;
  readonly height: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isEditing: boolean;
}

type T = (id: MessageId, values?: Record<string, string | number>) => string;

/** What people read on a line; a screen reader hears `nameOf`. */
export const textOf = (row: Row, t: T): string =>
  isVirtual(row.id)
    ? t(row.id === WALL ? 'outline.wall' : 'outline.found')
    : row.reads
      ? t(row.reads.id, row.reads.values)
      : row.text || t(row.view?.untitled ?? (row.isArea ? 'outline.untitled' : 'outline.empty'));

/** A line in words: text, kind, colour, what is in it, lock. */
export function nameOf(row: Row, t: T, locale: Locale): string {
  const text = textOf(row, t);
  const { count } = row;
  if (!row.view) return t('outline.row.group', { text, count });
  const kind = t(row.view.label);
  const name = row.isArea
    ? t('outline.row.area', { text, kind, count })
    : row.color
      ? t('outline.row.colored', { text, kind, color: t(`editor.color.${row.color}`).toLocaleLowerCase() })
      : t('outline.row.item', { text, kind });
  const locked = row.isLocked ? t('outline.row.locked', { row: name }) : name;
  const place = sayPlacing(row.placing, locale);
  return [locked, ...(place === '' ? [] : [place]), ...(row.said ? wordsOf(row.said, t) : [])].join(', ');
}

export const OutlineRow = memo(function OutlineRow({
  row,
  top,
  height,
  isActive,
  isSelected,
  isEditing,
}: OutlineRowProps) {
  const t = useT();
  const locale = useLocale();
  const { controller, model } = useOutline();
  const isFolder = row.count > 0;
  const onClick = useCallback(
    (event: MouseEvent) => {
      const isMod = event.ctrlKey || event.metaKey;
      controller.stand(row.id, event.shiftKey ? 'extend' : isMod ? 'toggle' : 'only');
    },
    [controller, row.id],
  );
  const text = textOf(row, t);
  const place = isEditing ? '' : sayPlacing(row.placing, locale);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of all lines are read by the tree around them
    <div
      role="treeitem"
      data-row={row.id}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-selected={isVirtual(row.id) ? undefined : isSelected}
      aria-expanded={isFolder ? row.isExpanded : undefined}
      aria-label={isEditing ? undefined : nameOf(row, t, locale)}
      tabIndex={isActive && !isEditing ? 0 : -1}
      className={classNames(
        styles.row,
        row.isArea && styles.area,
        isSelected && styles.selected,
        isEditing && styles.editing,
      )}
      style={{ transform: `translateY(${top}px)`, height, paddingLeft: 8 + (row.level - 1) * INDENT_PX }}
      onClick={onClick}
      onDoubleClick={() => (row.isArea ? model.toggle(row.id, !row.isExpanded) : controller.edit())}
    >
      {isFolder ? (
        <span
          className={classNames(styles.arrow, row.isExpanded && styles.open)}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            model.toggle(row.id, !row.isExpanded);
          }}
        >
          <ChevronRight size={18} strokeWidth={1.75} />
        </span>
      ) : (
        <span className={styles.mark} aria-hidden="true">
          {row.color && (
            <span data-color="" className={styles.swatch} style={{ background: `var(--note-${row.color})` }} />
          )}
        </span>
      )}
      {isEditing ? (
        <RowField id={row.id} label={t(row.isArea ? 'outline.edit' : 'outline.field')} />
      ) : (
        <span className={classNames(styles.text, row.text === '' && !row.reads && !isVirtual(row.id) && styles.faint)}>
          {text}
        </span>
      )}
      {place !== '' && (
        <span className={styles.place} aria-hidden="true" title={place}>
          {place}
        </span>
      )}
      {row.said && !isEditing && <RowMarks said={row.said} t={t} />}
      {row.isLocked && !isEditing && (
        <span className={styles.lock} title={t('outline.locked')}>
          <Lock size={14} strokeWidth={2} aria-hidden="true" />
        </span>
      )}
      {row.isArea && !isEditing && (
        <span className={styles.count} aria-hidden="true">
          {row.count}
        </span>
      )}
    </div>
  );
});
