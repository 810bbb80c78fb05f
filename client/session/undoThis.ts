/** « Annuler » in a message: takes back the edit the message is about, and nothing that was done since. */
import type { Editor } from '../editor/Editor.ts';
import type { useT } from '../i18n/Messages.tsx';
import type { Toast } from '../ui/Toasts.tsx';

/** To be asked right after the edit; the action of the message that tells of it. */
export function undoThis(
  { history, commands }: Pick<Editor, 'history' | 'commands'>,
  t: ReturnType<typeof useT>,
  toast: (toast: Toast) => void,
): NonNullable<Toast['action']> {
  const edit = history.past.at(-1);
  return {
    label: t('sorting.undo'),
    run: () => {
      if (history.past.at(-1) === edit) commands.run('edit.undo');
      else toast({ text: t('outline.undo.late') });
    },
  };
}
