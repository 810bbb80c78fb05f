/** Where to put what is selected: the areas of the wall by name, in order, and the bare wall. Enter moves there. */
import { Check } from 'lucide-react';
import { type CSSProperties, useMemo } from 'react';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import { nameOf } from '../editor/nameOf.ts';
import { refuseArea } from '../editor/rights.ts';
import { useT } from '../i18n/Messages.tsx';
import { useBoard, useSession } from '../session/BoardContext.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './MoveDialog.module.css';
import { useOutline } from './OutlineContext.ts';
import { INDENT_PX, WALL } from './rows.ts';
import { whoOf } from './who.ts';

interface Destination {
  readonly id: string;
  readonly title: string;
  readonly depth: number;
  readonly count: number;
  readonly isHere: boolean;
  readonly isClosed: boolean;
}

export function MoveDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { editor } = useBoard();
  const { controller, model } = useOutline();
  const who = whoOf(useSession((state) => state));
  // The areas as they stood when the question was asked: a list that moves under one's finger is no list.
  const { ids, destinations } = useMemo(() => {
    const moved = controller.targets();
    const { board } = editor;
    const isWithin = (area: string): boolean =>
      moved.some((id) => id === area || board.tree.ancestors(area).includes(id));
    const isHere = (area: string | null): boolean =>
      moved.every((id) => board.tree.parent(id) === area && !(area === null && board.tree.orphans.has(id)));
    const wall: Destination = {
      id: WALL,
      title: t('outline.wall'),
      depth: 0,
      count: model.row(WALL)?.count ?? 0,
      isHere: isHere(null),
      isClosed: refuseArea(who, board, null, 'move') !== null,
    };
    const areas = model
      .areas()
      .filter(({ id }) => !isWithin(id))
      .map(
        ({ id, depth }): Destination => ({
          id,
          title: nameOf(board.get(id)) || t('outline.untitled'),
          depth,
          count: board.tree.children(id).length,
          isHere: isHere(id),
          isClosed: refuseArea(who, board, id, 'move') !== null,
        }),
      );
    return { ids: moved, destinations: [...areas, wall] };
  }, []);
  const choose = (id: string): void => {
    onClose();
    controller.moveInto(id === WALL ? null : id);
  };
  return (
    <Dialog open onClose={onClose} title={t('outline.moveTitle', { count: ids.length })} closeLabel={t('common.close')}>
      <ListBox
        aria-label={t('outline.moveList')}
        className={styles.list ?? ''}
        autoFocus="first"
        items={destinations}
        disabledKeys={destinations.filter((one) => one.isHere || one.isClosed).map((one) => one.id)}
        onAction={(key) => choose(String(key))}
      >
        {({ id, title, depth, count, isHere, isClosed }) => (
          <ListBoxItem
            id={id}
            textValue={title}
            data-depth={depth}
            className={styles.item ?? ''}
            style={{ '--depth': `${depth * INDENT_PX}px` } as CSSProperties}
          >
            <Text slot="label" className={styles.title ?? ''}>
              {title}
            </Text>
            <Text slot="description" className={styles.note ?? ''}>
              {isHere ? (
                <>
                  <Check size={16} strokeWidth={2} aria-hidden="true" /> {t('outline.moveCurrent')}
                </>
              ) : (
                t(isClosed ? 'outline.moveStep' : 'outline.areaCount', { count })
              )}
            </Text>
          </ListBoxItem>
        )}
      </ListBox>
    </Dialog>
  );
}
