/** Clusters of the selected notes by a value, with the names the page knows: colours in words, people by the name they gave. */
import type { Editor } from '../../editor/Editor.ts';
import { groupBy } from '../../editor/sorting/groupBy.ts';
import type { GroupBy } from '../../editor/sorting/groupOf.ts';
import { scopeOf } from '../../editor/sorting/sortable.ts';
import type { useT } from '../../i18n/Messages.tsx';
import type { Toast } from '../../ui/Toasts.tsx';
import { undoThis } from '../undoThis.ts';

export interface GroupingPage {
  readonly editor: Editor;
  readonly t: ReturnType<typeof useT>;
  readonly toast: (toast: Toast) => void;
}

export function groupNow({ editor, t, toast }: GroupingPage, by: GroupBy): void {
  const { board, extras, names, selection, store } = editor;
  const groups = groupBy(board, scopeOf(board, selection.ids), by, {
    locale: store.getState().locale,
    color: (color) => t(`editor.color.${color}`),
    person: (id) => names.of(id) ?? t('sorting.someone'),
    none: t('sorting.none'),
  });
  extras.with(({ sorting }) => {
    const made = sorting.makeGroups(groups);
    toast({
      text: t('sorting.say.grouped', { groups: made.groups, count: made.notes }),
      ...(made.groups > 0 && { action: undoThis(editor, t, toast) }),
    });
  });
}
