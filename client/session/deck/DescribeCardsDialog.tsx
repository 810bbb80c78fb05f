/** Asks of the pictures of a deck, one after the other, what is seen on them; begins at the first that nobody has described. */
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { viewOf } from '../../elements/registry.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useBoard } from '../BoardContext.tsx';
import { DESCRIPTION_CHARS, describe } from '../pictures/describe.ts';
import { CardPicture } from './CardPicture.tsx';
import styles from './DescribeCardsDialog.module.css';
import { useDeck } from './useDeck.ts';

export function DescribeCardsDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const form = useId();
  const { editor } = useBoard();
  const field = useRef<HTMLInputElement>(null);
  const pictures = (useDeck()?.cards ?? []).filter((card) => viewOf(card).untitled !== undefined);
  // By its id: others may shuffle the deck, or draw this very card, while somebody writes.
  const [current, setCurrent] = useState(() => (pictures.find(({ text }) => text.trim() === '') ?? pictures[0])?.id);
  const found = pictures.findIndex((one) => one.id === current);
  const place = useRef(0);
  if (found !== -1) place.current = found;
  const at = Math.min(place.current, pictures.length - 1);
  const card = (current === undefined ? undefined : editor.board.get(current)) ?? pictures[at];
  const [text, setText] = useState(card?.text ?? '');
  const id = card?.id;
  useEffect(() => {
    setText(id === undefined ? '' : (editor.board.get(id)?.text ?? ''));
    field.current?.focus();
  }, [id, editor]);
  const keep = (): void => {
    if (card && text.trim() !== card.text.trim()) describe(editor, card.id, text);
  };
  // Where the card has gone, another has come to its place.
  const following = found === -1 ? place.current : at + 1;
  const go = (to: number): void => {
    keep();
    const next = pictures[Math.max(0, to)];
    if (next) setCurrent(next.id);
    else onClose();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    go(following);
  };
  const left = pictures.filter((one) => (one.id === card?.id ? text : one.text).trim() === '').length;
  const isLast = following >= pictures.length;
  return (
    <Dialog
      open
      onClose={() => {
        keep();
        onClose();
      }}
      title={t('deck.describe.title')}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button disabled={at <= 0} onClick={() => go(at - 1)}>
            {t('deck.describe.previous')}
          </Button>
          <Button variant="primary" type="submit" form={form}>
            {t(isLast ? 'deck.describe.done' : 'deck.describe.next')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit} className={styles.form}>
        <div className={styles.picture}>{card && <CardPicture card={card} width={400} height={280} />}</div>
        <p className={styles.count} role="status">
          {t('deck.describe.at', { number: Math.min(at + 1, pictures.length), count: pictures.length })}
          {' · '}
          {t('deck.describe.left', { count: left })}
        </p>
        <TextField
          ref={field}
          label={t('deck.describe.question')}
          description={t('deck.describe.help')}
          value={text}
          onValue={setText}
          maxLength={DESCRIPTION_CHARS}
          autoComplete="off"
        />
      </form>
    </Dialog>
  );
}
