/** What was found, one line each. Ten thousand lines are as quick as ten: only those in sight are drawn. */
import { useEffect, useRef, useState } from 'react';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { CommandIcon } from '../../app/board/icons.tsx';
import { viewOf } from '../../elements/registry.ts';
import { useT } from '../../i18n/Messages.tsx';
import { classNames } from '../../ui/classNames.ts';
import { useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useBoard } from '../BoardContext.tsx';
import styles from './FindPanel.module.css';

export const hitId = (list: string, hit: ElementId): string => `${list}-${hit}`;

/** Height of a line, as the style sheet has it: with a mouse, and under a finger. */
const ROW_PX = 36;
const TOUCH_ROW_PX = 44;
/** Lines drawn above and below those in sight. */
const AROUND = 6;

interface HitListProps {
  id: string;
  hits: readonly ElementId[];
  at: number;
  onGo: (at: number) => void;
}

export function HitList({ id, hits, at, onGo }: HitListProps) {
  const t = useT();
  const { editor } = useBoard();
  const row = useMediaQuery('(pointer: coarse)') ? TOUCH_ROW_PX : ROW_PX;
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(240);

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    setHeight(element.clientHeight);
    const from = at * row;
    if (from < element.scrollTop) element.scrollTop = from;
    else if (from + row > element.scrollTop + element.clientHeight)
      element.scrollTop = from + row - element.clientHeight;
    setTop(element.scrollTop);
  }, [at, row, hits]);

  const first = Math.max(0, Math.floor(top / row) - AROUND);
  const last = Math.min(hits.length, Math.ceil((top + height) / row) + AROUND);
  return (
    <div
      ref={list}
      id={`${id}-hits`}
      role="listbox"
      aria-label={t('find.hits')}
      tabIndex={-1}
      className={styles.list}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div role="presentation" className={styles.lines} style={{ height: hits.length * row }}>
        {hits.slice(first, last).map((hit, n) => {
          const element = editor.board.get(hit);
          const place = first + n;
          const text = element ? kindOf(element).outline(element) : '';
          const { color } = element?.props ?? {};
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: reason: the field above has the keys, as in every combobox
            <div
              key={hit}
              id={hitId(id, hit)}
              role="option"
              tabIndex={-1}
              aria-selected={place === at}
              aria-posinset={place + 1}
              aria-setsize={hits.length}
              className={classNames(styles.hit, place === at && styles.current)}
              style={{ top: place * row, height: row }}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onGo(place)}
            >
              {typeof color === 'string' ? (
                <span data-color="" className={styles.swatch} style={{ background: `var(--note-${color})` }} />
              ) : (
                <CommandIcon name={element && viewOf(element).icon} size={16} />
              )}
              <span className={styles.text}>{text.replace(/\s+/g, ' ') || t('find.noText')}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
