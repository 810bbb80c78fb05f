/** Putting the selection in order, and how the hand helps at it: lining up, tidying, groups, turning, snapping. */
import { isMeantIn } from '../../../shared/elements/placing.ts';
import type { Edge } from '../../../shared/geometry/align.ts';
import type { Axis } from '../../../shared/geometry/distribute.ts';
import type { ArrangeMessageId } from '../../i18n/fr/arrange.ts';
import { refuseElement } from '../rights.ts';
import { hasProp } from '../takesProps.ts';
import { TIDY_BY, type TidyBy } from '../tidyBy.ts';
import type { Command, CommandId } from './Command.ts';
import type { CommandPorts } from './registry.ts';

const ALIGN: Readonly<Record<Edge, { id: CommandId; label: ArrangeMessageId; icon: string }>> = {
  left: { id: 'arrange.alignLeft', label: 'arrange.alignLeft', icon: 'align-start-vertical' },
  center: { id: 'arrange.alignCenter', label: 'arrange.alignCenter', icon: 'align-center-vertical' },
  right: { id: 'arrange.alignRight', label: 'arrange.alignRight', icon: 'align-end-vertical' },
  top: { id: 'arrange.alignTop', label: 'arrange.alignTop', icon: 'align-start-horizontal' },
  middle: { id: 'arrange.alignMiddle', label: 'arrange.alignMiddle', icon: 'align-center-horizontal' },
  bottom: { id: 'arrange.alignBottom', label: 'arrange.alignBottom', icon: 'align-end-horizontal' },
};

const DISTRIBUTE: Readonly<Record<Axis, { id: CommandId; label: ArrangeMessageId; icon: string }>> = {
  x: { id: 'arrange.distributeX', label: 'arrange.distributeX', icon: 'align-horizontal-distribute-center' },
  y: { id: 'arrange.distributeY', label: 'arrange.distributeY', icon: 'align-vertical-distribute-center' },
};

const TIDY: Readonly<
  Record<TidyBy, { id: CommandId; label: ArrangeMessageId; icon: string; shortcut?: readonly string[] }>
> = {
  grid: { id: 'arrange.tidyGrid', label: 'arrange.tidyGrid', icon: 'layout-grid', shortcut: ['shift+g'] },
  color: { id: 'arrange.tidyColor', label: 'arrange.tidyColor', icon: 'palette' },
  author: { id: 'arrange.tidyAuthor', label: 'arrange.tidyAuthor', icon: 'users' },
  tag: { id: 'arrange.tidyTag', label: 'arrange.tidyTag', icon: 'tags' },
  text: { id: 'arrange.tidyText', label: 'arrange.tidyText', icon: 'arrow-down-a-z' },
  length: { id: 'arrange.tidyLength', label: 'arrange.tidyLength', icon: 'arrow-down-narrow-wide' },
  time: { id: 'arrange.tidyTime', label: 'arrange.tidyTime', icon: 'history' },
};

/** Degrees a turn by keys takes. */
const TURN = 15;

export function createArrangeCommands(ports: CommandPorts): Command[] {
  return [...lineUpCommands(ports), ...groupCommands(ports), ...lookCommands(ports), ...handCommands(ports)];
}

function lineUpCommands({ board, extras, index, selection, store }: CommandPorts): Command[] {
  const many = (least: number) => (): boolean => store.getState().selection.size >= least;
  /** Whether the place of what lies there says something, as a score on a matrix does: tidying would falsify it. */
  const isMeant = (area: string | null): boolean => isMeantIn(index.get(area ?? '')?.kind);
  const canTidy = (): boolean => {
    const { single } = selection;
    if (single !== null) {
      const kind = index.get(single)?.kind;
      return kind?.isContainer === true && !isMeant(single) && board.tree.children(single).length > 1;
    }
    return selection.ids.size > 1 && ![...selection.ids].some((id) => isMeant(board.tree.parent(id)));
  };
  return [
    // In the order they are written in above; what lines up comes when it is asked for.
    ...(Object.keys(ALIGN) as Edge[]).map(
      (edge): Command => ({
        ...ALIGN[edge],
        group: 'arrange',
        writes: true,
        enabled: many(2),
        run: () => extras.with(({ ordering }) => ordering.align(edge)),
      }),
    ),
    ...(['x', 'y'] as const).map(
      (axis): Command => ({
        ...DISTRIBUTE[axis],
        group: 'arrange',
        writes: true,
        enabled: many(3),
        run: () => extras.with(({ ordering }) => ordering.distribute(axis)),
      }),
    ),
    ...TIDY_BY.map(
      (by): Command => ({
        ...TIDY[by],
        group: 'arrange',
        writes: true,
        enabled: canTidy,
        run: () => extras.with(({ ordering }) => ordering.tidy(by)),
      }),
    ),
    {
      id: 'arrange.sameSize',
      label: 'arrange.sameSize',
      icon: 'ruler-dimension-line',
      group: 'arrange',
      writes: true,
      enabled: many(2),
      run: () => extras.with(({ ordering }) => ordering.sameSize()),
    },
  ];
}

function groupCommands({ board, extras, selection, store }: CommandPorts): Command[] {
  const some = (): boolean => store.getState().selection.size > 0;
  return [
    {
      id: 'arrange.group',
      label: 'arrange.group',
      icon: 'group',
      shortcut: ['mod+g'],
      group: 'arrange',
      writes: true,
      enabled: () => selection.ids.size > 1,
      run: () => extras.with(({ ordering }) => ordering.group()),
    },
    {
      id: 'arrange.ungroup',
      label: 'arrange.ungroup',
      icon: 'ungroup',
      shortcut: ['mod+shift+g'],
      group: 'arrange',
      writes: true,
      enabled: () => [...selection.ids].some((id) => board.get(id)?.group !== undefined),
      run: () => extras.with(({ ordering }) => ordering.ungroup()),
    },
    {
      id: 'order.forward',
      label: 'arrange.forward',
      icon: 'chevron-up',
      // The brackets cannot be typed with Ctrl on an AZERTY keyboard.
      shortcut: ['mod+arrowup', 'mod+]'],
      group: 'order',
      writes: true,
      enabled: some,
      run: () => extras.with(({ ordering }) => ordering.step(1)),
    },
    {
      id: 'order.backward',
      label: 'arrange.backward',
      icon: 'chevron-down',
      shortcut: ['mod+arrowdown', 'mod+['],
      group: 'order',
      writes: true,
      enabled: some,
      run: () => extras.with(({ ordering }) => ordering.step(-1)),
    },
  ];
}

function lookCommands({ board, extras, selection, store }: CommandPorts): Command[] {
  /** Whether something selected has such a prop and may be changed. */
  const some = (prop: string) => (): boolean =>
    [...selection.ids].some((id) => {
      const element = board.get(id);
      if (!element || !hasProp(element.kind, prop)) return false;
      return refuseElement(store.getState().who, board, id, 'edit') !== 'step';
    });
  const turn = (id: CommandId, label: ArrangeMessageId, icon: string, by: number | null, key?: string): Command => ({
    id,
    label,
    icon,
    ...(key !== undefined && { shortcut: [key] }),
    group: 'arrange',
    writes: true,
    enabled: some('angle'),
    run: () => extras.with(({ ordering }) => ordering.turn(by)),
  });
  return [
    turn('arrange.turnRight', 'arrange.turnRight', 'rotate-cw', TURN, '>'),
    turn('arrange.turnLeft', 'arrange.turnLeft', 'rotate-ccw', -TURN, '<'),
    turn('arrange.turnReset', 'arrange.turnReset', 'circle-slash-2', null),
    ...([25, 50, 75, 100] as const).map(
      (percent): Command => ({
        id: `arrange.opacity${percent}`,
        label: `arrange.opacity${percent}`,
        group: 'arrange',
        writes: true,
        enabled: some('opacity'),
        active: () => [...selection.ids].every((id) => (board.get(id)?.props.opacity ?? 100) === percent),
        run: () => extras.with(({ ordering }) => ordering.opacity(percent)),
      }),
    ),
  ];
}

function handCommands({ notify, store }: CommandPorts): Command[] {
  return [
    {
      id: 'view.snap',
      label: 'arrange.snap',
      icon: 'magnet',
      group: 'view',
      writes: false,
      enabled: () => true,
      active: () => store.getState().isSnapping,
      run: () => {
        const isSnapping = !store.getState().isSnapping;
        store.setState({ isSnapping });
        notify({ kind: 'announce', id: isSnapping ? 'arrange.say.snapOn' : 'arrange.say.snapOff' });
      },
    },
    {
      id: 'view.severalHands',
      label: 'arrange.severalHands',
      icon: 'hand-helping',
      group: 'view',
      writes: false,
      enabled: () => true,
      active: () => store.getState().hasSeveralHands,
      run: () => {
        const hasSeveralHands = !store.getState().hasSeveralHands;
        store.setState({ hasSeveralHands });
        notify({ kind: 'notice', id: hasSeveralHands ? 'arrange.say.handsOn' : 'arrange.say.handsOff' });
      },
    },
  ];
}
