/** Makes a deck of the selected notes and pictures: asks for its name, and whether a drawn card leaves it. */
import { CopyPlus, HandGrab } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import type { DeckProps } from '../../../shared/elements/deck/cards.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useBoard } from '../BoardContext.tsx';

const ICON = { size: 20, strokeWidth: 1.75 } as const;

export function MakeDeckDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const form = useId();
  const { editor } = useBoard();
  const [cards] = useState(() => editor.decks.loose(editor.selection.ids));
  const [title, setTitle] = useState('');
  const [draw, setDraw] = useState<DeckProps['draw']>('take');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    editor.extras.with(({ dealing }) => dealing.makeOf(cards, title.trim(), { draw }));
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('deck.make.title')}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" type="submit" form={form}>
            {t('deck.make.go', { count: cards.length })}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit} style={{ display: 'grid', gap: 'var(--space-4)' }}>
        <TextField label={t('deck.make.name')} value={title} onValue={setTitle} maxLength={200} autoComplete="off" />
        <ChoiceField
          legend={t('deck.make.how')}
          choices={[
            { value: 'take', label: t('deck.make.take'), icon: <HandGrab {...ICON} /> },
            { value: 'copy', label: t('deck.make.copy'), icon: <CopyPlus {...ICON} /> },
          ]}
          value={draw}
          onValue={setDraw}
        />
      </form>
    </Dialog>
  );
}
