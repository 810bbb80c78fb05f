/** Undo and redo of one's own edits; what another person has changed since is left, and said. */
import type { HistoryOutcome } from '../../../shared/board/History.ts';
import { undoNotice } from '../undoNotice.ts';
import type { Command } from './Command.ts';
import type { CommandPorts } from './registry.ts';

export function createHistoryCommands({ history, selection, notify, tools, store }: CommandPorts): Command[] {
  const tell = (outcome: HistoryOutcome | null, id: 'editor.say.undone' | 'editor.say.redone'): void => {
    if (!outcome) return;
    const { done } = outcome;
    // One looks at what has just changed; a text being typed in keeps its field.
    if (done.length > 0 && store.getState().editing === null) selection.set(done);
    const notice = undoNotice(outcome);
    if (notice) notify(notice);
    else notify({ kind: 'announce', id });
  };
  return [
    {
      id: 'edit.undo',
      label: 'editor.command.undo',
      icon: 'undo-2',
      shortcut: ['mod+z'],
      group: 'history',
      writes: true,
      enabled: () => history.canUndo,
      run: () => {
        tools.cancel();
        tell(history.undo(), 'editor.say.undone');
      },
    },
    {
      id: 'edit.redo',
      label: 'editor.command.redo',
      icon: 'redo-2',
      shortcut: ['mod+shift+z', 'mod+y'],
      group: 'history',
      writes: true,
      enabled: () => history.canRedo,
      run: () => {
        tools.cancel();
        tell(history.redo(), 'editor.say.redone');
      },
    },
  ];
}
