/** Clusters of the selected notes by a value, with the names the page knows: colours in words, people by the name they gave. */
import type { Editor } from '../../editor/Editor.ts';
import { groupBy } from '../../editor/sorting/groupBy.ts';
import type { GroupBy } from '../../editor/sorting/groupOf.ts';
import { scopeOf } from '../../editor/sorting/sortable.ts';
import type { useT } from '../../i18n/Messages.tsx';
import type { BoardSession } from '../../sync/BoardSession.ts';
import type { Toast } from '../../ui/Toasts.tsx';
import { undoThis } from '../undoThis.ts';

export interface GroupingPage {
  readonly editor: Editor;
  readonly session: BoardSession;
  readonly t: ReturnType<typeof useT>;
  readonly toast: (toast: Toast) => void;
}

export function groupNow({ editor, session, t, toast }: GroupingPage, by: GroupBy): void {
  const { board, extras, selection } = editor;
  const { people } = session.state.getState().roster;
  const groups = groupBy(board, scopeOf(board, selection.ids), by, {
    color: (color) => t(`editor.color.${color}`),
    person: (id) => people.find(({ participant }) => participant === id)?.name || t('sorting.someone'),
    none: t('sorting.none'),
  });
  extras.with(({ sorting }) => {
    const count = sorting.makeGroups(groups);
    const made = count === 0 ? 0 : groups.length;
    toast({
      text: t('sorting.say.grouped', { groups: made, count }),
      ...(made > 0 && { action: undoThis(editor, t, toast) }),
    });
  });
}
