/** Asks what is seen on a picture that stands on the wall. */
import { type FormEvent, useId, useState } from 'react';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useBoard } from '../BoardContext.tsx';
import { DESCRIPTION_CHARS, describe } from './describe.ts';

export function DescribeDialog({ id, onClose }: { id: ElementId; onClose: () => void }) {
  const t = useT();
  const form = useId();
  const { editor } = useBoard();
  const [text, setText] = useState(() => editor.board.get(id)?.text ?? '');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    describe(editor, id, text);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('pictures.question')}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={form}>
            {t('pictures.save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit}>
        <TextField
          label={t('pictures.question')}
          description={t('pictures.question.help')}
          value={text}
          onValue={setText}
          maxLength={DESCRIPTION_CHARS}
          rows={3}
        />
      </form>
    </Dialog>
  );
}
