/**
 * What comes onto the wall and leaves it and needs the page for it: tables ask what shall become of them, copies as a table speak the
 * language of whoever copies, pictures go to the clipboard or to the downloads. Its dialog and what it reads files with come when wanted.
 */
import { type ComponentType, useEffect, useState } from 'react';
import { NOTE_COLORS } from '../../../../shared/theme/tokens.ts';
import type { TableArrival } from '../../../editor/clipboard/Clipboard.ts';
import { useLocale, useT } from '../../../i18n/Messages.tsx';
import { useBoard } from '../../../session/BoardContext.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import type { PasteTableDialogProps } from './PasteTableDialog.tsx';

type Wanted = { readonly Dialog: ComponentType<PasteTableDialogProps>; readonly arrival: TableArrival };

export function Transfers() {
  const t = useT();
  const toast = useToast();
  const locale = useLocale();
  const { editor, session } = useBoard();
  const [wanted, setWanted] = useState<Wanted | null>(null);

  useEffect(
    () =>
      editor.clipboard.onTable((arrival) => {
        import('./PasteTableDialog.tsx').then(
          ({ PasteTableDialog: Dialog }) => setWanted({ Dialog, arrival }),
          () => toast({ text: t('table.unavailable'), tone: 'danger' }),
        );
      }),
    [editor, toast, t],
  );

  useEffect(() => {
    const person = (id: string): string | undefined => editor.names.of(id);
    const stop = editor.clipboard.speak(() => ({
      text: t('transfer.column.text'),
      area: t('transfer.column.area'),
      tags: t('transfer.column.tags'),
      color: t('transfer.column.color'),
      author: t('transfer.column.author'),
      colorName: (color) => {
        const known = NOTE_COLORS.find((name) => name === color);
        return known ? t(`editor.color.${known}`) : color;
      },
      person,
    }));
    const copyPicture = async (): Promise<void> => {
      const { copyPicture: copy } = await import('./copyPicture.ts');
      const { downloadBlob } = await import('../dialogs/downloadBlob.ts');
      const { pictureFileName } = await import('../dialogs/pictureFileName.ts');
      const copied = await copy(editor.board, editor.selection.ids, {
        ...{ locale, person },
        loadPicture: (hash, pixels) => editor.pictures.load(hash, pixels),
      });
      if (copied.at === 'nowhere') toast({ text: t('transfer.picture.tooLarge'), tone: 'danger' });
      else if (copied.at === 'clipboard') toast({ text: t('transfer.picture.copied') });
      else {
        const file = pictureFileName(session.state.getState().control?.title ?? '');
        downloadBlob(copied.blob, file);
        toast({ text: t('transfer.picture.saved', { file }) });
      }
    };
    const stopAsking = editor.requests.subscribe((request) => {
      if (request !== 'copyPicture') return;
      copyPicture().catch(() => toast({ text: t('dialog.unavailable'), tone: 'danger' }));
    });
    return () => {
      stop();
      stopAsking();
    };
  }, [editor, session, toast, t, locale]);

  return wanted && <wanted.Dialog arrival={wanted.arrival} onClose={() => setWanted(null)} />;
}
