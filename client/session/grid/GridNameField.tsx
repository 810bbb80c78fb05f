/** The name of one row or column, written where it stands. Enter keeps it, Tab goes on to the next one, Escape leaves it as it was. */
import { useLayoutEffect, useRef, useState } from 'react';
import { asGrid, type LaneRef } from '../../../shared/elements/grid/props.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { lanesOf } from '../../editor/grid/lanesOf.ts';
import { useT } from '../../i18n/Messages.tsx';
import { useBoard } from '../BoardContext.tsx';
import styles from './GridNameField.module.css';

export function GridNameField({ lane }: { lane: LaneRef }) {
  const t = useT();
  const { editor } = useBoard();
  const { board, camera, grids, store } = editor;
  const field = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  const grid = asGrid(board.get(lane.grid));
  const lanes = grid ? lanesOf(grid, lane.axis) : [];
  const at = lanes.findIndex(({ id }) => id === lane.id);
  const [name, setName] = useState(lanes[at]?.name ?? '');

  useLayoutEffect(() => {
    const place = (): void => {
      const cursor = lane.axis === 'row' ? { row: lane.id, column: null } : { row: null, column: lane.id };
      const box = grids.boxOf({ grid: lane.grid, ...cursor });
      const element = field.current;
      if (!box || !element) return;
      const { zoom } = camera.current;
      const { x, y } = camera.toScreen({ x: box.x, y: box.y } as Parameters<typeof camera.toScreen>[0]);
      element.style.width = `${Math.max(140, Math.round(box.w * zoom))}px`;
      element.style.height = `${Math.max(36, Math.round(Math.min(box.h * zoom, 64)))}px`;
      element.style.transform = `translate(${Math.round(Math.max(4, x))}px, ${Math.round(Math.max(4, y))}px)`;
    };
    place();
    field.current?.focus({ preventScroll: true });
    field.current?.select();
    const stopStore = store.subscribe((state, old) => {
      if (state.camera !== old.camera || state.viewport !== old.viewport) place();
    });
    const stopBoard = board.onChange(place);
    return () => {
      stopStore();
      stopBoard();
    };
  }, [board, camera, grids, store, lane]);

  const end = (isKept: boolean, next: LaneRef | null = null): void => {
    if (isOver.current) return;
    isOver.current = true;
    if (isKept && name.trim() !== (lanes[at]?.name ?? '').trim())
      editor.extras.with((parts) => parts.lanes.change(lane, { name: name.trim() }));
    grids.rename(next);
  };
  /** By a key: on to the next name, else back to the wall. */
  const leave = (isKept: boolean, next: LaneRef | null = null): void => {
    end(isKept, next);
    if (next && grids.store.getState().naming === next) grids.standOn(next);
    else document.querySelector<HTMLElement>('[data-surface]')?.focus({ preventScroll: true });
  };

  return (
    <input
      ref={field}
      className={styles.field}
      value={name}
      maxLength={LIMITS.titleChars}
      aria-label={t(lane.axis === 'row' ? 'grid.name.row' : 'grid.name.column', { position: at + 1 })}
      onChange={(event) => setName(event.currentTarget.value)}
      // Whoever goes elsewhere keeps the focus there; another window in front is no end.
      onBlur={() => document.hasFocus() && end(true)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') leave(false);
        else if (event.key === 'Enter') leave(true);
        else if (event.key === 'Tab') {
          const beside = lanes[at + (event.shiftKey ? -1 : 1)];
          leave(true, beside ? { ...lane, id: beside.id } : null);
        } else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
