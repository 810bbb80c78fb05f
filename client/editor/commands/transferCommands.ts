/** Copies for other programs: words, a table, a picture. */
import type { CopyFormat } from '../clipboard/Clipboard.ts';
import type { Command, CommandId } from './Command.ts';
import type { CommandPorts } from './registry.ts';

export function createTransferCommands({ ask, clipboard, notify, store }: CommandPorts): Command[] {
  const hasSelection = (): boolean => store.getState().selection.size > 0;
  /** The browser's own copy fires the event the canvas listens to, on plain http as well. */
  const copyAs = (format: CopyFormat): void => {
    clipboard.nextFormat = format;
    const isCopied = document.execCommand('copy');
    // Where the browser did not ask, the next copy by keys is an ordinary one.
    clipboard.nextFormat = 'elements';
    if (!isCopied) notify({ kind: 'notice', id: 'editor.notice.copyByKeyboard' });
  };
  const copy = (id: CommandId, label: Command['label'], icon: string, run: () => void): Command => ({
    ...{ id, label, icon, run },
    group: 'clipboard',
    writes: false,
    enabled: hasSelection,
  });
  return [
    copy('edit.copyText', 'transfer.copyText', 'file-text', () => copyAs('text')),
    copy('edit.copyTable', 'transfer.copyTable', 'table-2', () => copyAs('table')),
    copy('edit.copyPicture', 'transfer.copyPicture', 'image-down', () => ask('copyPicture')),
  ];
}
