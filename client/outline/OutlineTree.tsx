/**
 * The lines as one accessible tree: only those in sight stand in the page (and the one with the focus), each with its level, its place
 * and how many it is among, so that a screen reader knows the whole. One line takes Tab; the arrow keys walk.
 */
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useT } from '../i18n/Messages.tsx';
import { useEditorState } from '../session/BoardContext.tsx';
import { useMediaQuery } from '../ui/useMediaQuery.ts';
import { useLines, useOutline, useOutlineState } from './OutlineContext.ts';
import { OutlineRow } from './OutlineRow.tsx';
import styles from './OutlineTree.module.css';
import { handleOutlineKey, type OutlineKeyPorts } from './outlineKeys.ts';
import type { RowMeasures } from './rows.ts';

const SIZES = {
  fine: { line: 36, tall: 56, field: 132 },
  coarse: { line: 48, tall: 64, field: 144 },
} as const satisfies Record<string, Omit<RowMeasures, 'width'>>;

/** Drawn beyond what is in sight, so that scrolling shows no holes. */
const BEYOND_PX = 400;

export function OutlineTree({ keys }: { keys: Omit<OutlineKeyPorts, 'page'> }) {
  const t = useT();
  const { controller } = useOutline();
  const model = useLines();
  const active = useOutlineState((state) => state.active);
  const editing = useOutlineState((state) => state.editing);
  const moves = useOutlineState((state) => state.moves);
  const selection = useEditorState((state) => state.selection);
  const sizes = SIZES[useMediaQuery('(pointer: coarse)') ? 'coarse' : 'fine'];
  const tree = useRef<HTMLDivElement>(null);
  const hadFocus = useHadFocus(tree);
  const [view, setView] = useState({ top: 0, height: 600 });

  useLayoutEffect(() => {
    const element = tree.current;
    if (!element) return;
    const measure = (): void => {
      const { clientWidth, clientHeight } = element;
      if (clientHeight === 0) return;
      model.measure({ width: clientWidth, ...sizes });
      setView((old) => (old.height === clientHeight ? old : { ...old, height: clientHeight }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [model, sizes]);

  // The line one stands on comes into sight; as long as the tree has the focus, that line has it.
  useLayoutEffect(() => {
    const element = tree.current;
    const index = active === null ? -1 : model.indexOf(active);
    if (!element || index < 0) return;
    const [top, bottom] = [model.top(index), model.top(index + 1)];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
  }, [model, active, moves]);
  // Lines that change places are carried through the page, and lose the focus on the way.
  useLayoutEffect(() => {
    if (!hadFocus.current) return;
    const row = rowElement(tree.current, editing ?? active);
    const target = editing === null ? row : (row?.querySelector('textarea') ?? null);
    if (target && document.activeElement !== target) target.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const page = (): number => Math.max(1, Math.floor(view.height / sizes.tall) - 1);
    if (!handleOutlineKey(event, controller, { ...keys, page })) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onScroll = useCallback((): void => {
    const top = tree.current?.scrollTop ?? 0;
    // A new picture of the lines every few of them is enough.
    setView((old) => (Math.abs(old.top - top) < BEYOND_PX / 4 ? old : { ...old, top }));
  }, []);

  const shown = model.window(view.top - BEYOND_PX, view.top + view.height + BEYOND_PX, [active, editing]);
  const height = model.top(model.rows.length);
  const inner = useMemo(() => ({ height }), [height]);
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t('outline.tree')}
      aria-multiselectable="true"
      className={styles.tree}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
    >
      <div role="none" className={styles.lines} style={inner}>
        {shown.map((index) => {
          const row = model.rows[index];
          if (!row) return null;
          const top = model.top(index);
          return (
            <OutlineRow
              key={row.id}
              row={row}
              top={top}
              height={model.top(index + 1) - top}
              isActive={row.id === active}
              isSelected={selection.has(row.id)}
              isEditing={row.id === editing}
            />
          );
        })}
      </div>
    </div>
  );
}

export const rowElement = (tree: HTMLElement | null, id: string | null): HTMLElement | null =>
  id === null ? null : (tree?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? null);

/** Whether the focus is in the tree, or was and fell out of the page because its line has gone. */
function useHadFocus(tree: React.RefObject<HTMLElement | null>): React.RefObject<boolean> {
  const had = useRef(false);
  useEffect(() => {
    // A line that leaves the page takes the focus along without a word: no event, the focus is then nowhere.
    const onFocusIn = (event: FocusEvent): void => {
      had.current = event.target instanceof Node && (tree.current?.contains(event.target) ?? false);
    };
    // A press beside every control leaves the tree on purpose.
    const onPointerDown = (event: PointerEvent): void => {
      if (!(event.target instanceof Node && tree.current?.contains(event.target))) had.current = false;
    };
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('pointerdown', onPointerDown);
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('pointerdown', onPointerDown);
    };
  }, [tree]);
  return had;
}
