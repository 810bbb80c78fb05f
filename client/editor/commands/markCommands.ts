/** What is said of the selection, and the format of notes: reactions, comments, square and wide. Tags have names: they are in the bar. */
import { REACTIONS, type ReactionKind } from '../../../shared/elements/marks/markKeys.ts';
import { viewOf } from '../../elements/registry.ts';
import { commentable, hasReacted, toggleReaction } from '../marks/markWrites.ts';
import type { Command } from './Command.ts';
import type { CommandPorts } from './registry.ts';

const ICONS: Readonly<Record<ReactionKind, string>> = {
  like: 'thumbs-up',
  love: 'heart',
  question: 'circle-question-mark',
  warning: 'circle-alert',
};

export function createMarkCommands({ ask, board, notify, selection, store, writes }: CommandPorts): Command[] {
  const ports = () => ({ board, who: store.getState().who });
  const reactions = REACTIONS.map(
    (kind): Command => ({
      id: `mark.${kind}`,
      label: `marks.${kind}`,
      icon: ICONS[kind],
      group: 'edit',
      // Not `writes`: who may change nothing on the wall in this step may still react.
      writes: false,
      enabled: () => selection.ids.size > 0 && commentable(ports(), selection.ids).length > 0,
      active: () => [...selection.ids].every((id) => hasReacted(board.get(id), store.getState().who.id, kind)),
      run: () => {
        const done = toggleReaction(ports(), selection.ids, kind);
        if (done === null) return;
        const terms = { reaction: `marks.${kind}` } as const;
        notify({ kind: 'announce', id: done === 'given' ? 'marks.given' : 'marks.taken', terms });
      },
    }),
  );
  const hasFormats = (id: string): boolean => {
    const element = board.get(id);
    return element !== undefined && element.problem === undefined && viewOf(element).hasFormats === true;
  };
  const formatted = (): string[] => [...selection.ids].filter(hasFormats);
  const isWide = (id: string): boolean => {
    const [w = 0, h = 0] = board.get(id)?.size ?? [];
    return w > h * 1.25;
  };
  const format = (ratio: number): void => writes.reshape(formatted(), ([, h]) => [Math.round(h * ratio), h], 'resize');
  return [
    ...reactions,
    {
      id: 'mark.comment',
      label: 'comments.title',
      icon: 'message-square',
      shortcut: ['c'],
      group: 'edit',
      writes: false,
      enabled: () => true,
      run: () => ask('comments'),
    },
    {
      id: 'note.square',
      label: 'note.square',
      icon: 'square',
      group: 'edit',
      writes: true,
      enabled: () => formatted().some(isWide),
      run: () => format(1),
    },
    {
      id: 'note.wide',
      label: 'note.wide',
      icon: 'rectangle-horizontal',
      group: 'edit',
      writes: true,
      enabled: () => formatted().some((id) => !isWide(id)),
      run: () => format(1.6),
    },
  ];
}
