/** All cards of a deck side by side: one chooses some, by mouse, finger or keys, and takes them, or copies of them, to the wall. */
import { Check } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useBoard } from '../BoardContext.tsx';
import { CardPicture } from './CardPicture.tsx';
import styles from './GalleryDialog.module.css';
import { useDeck } from './useDeck.ts';

export function GalleryDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { editor } = useBoard();
  const deck = useDeck();
  const [chosen, setChosen] = useState<ReadonlySet<ElementId>>(new Set());
  const cards = deck?.cards ?? [];
  // Another person may have taken one meanwhile.
  const taken = cards.filter(({ id }) => chosen.has(id));
  const toggle = (id: ElementId): void =>
    setChosen((old) => new Set(old.has(id) ? [...old].filter((one) => one !== id) : [...old, id]));
  const take = (ids: readonly ElementId[]): void => {
    if (!deck || ids.length === 0) return;
    onClose();
    editor.extras.with(({ dealing }) => {
      const [first] = dealing.draw(deck.id, ids);
      const bounds = first === undefined ? null : editor.board.bounds(first);
      if (bounds) editor.camera.reveal(bounds);
    });
  };
  const title = deck?.title ? t('deck.gallery.title', { deck: deck.title }) : t('deck.gallery.untitled');
  return (
    <Dialog
      open
      size="l"
      onClose={onClose}
      title={title}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" disabled={taken.length === 0} onClick={() => take(taken.map(({ id }) => id))}>
            {t(deck?.draw === 'copy' ? 'deck.gallery.copy' : 'deck.gallery.take', { count: taken.length })}
          </Button>
        </>
      }
    >
      <p className={styles.help}>{t('deck.gallery.help')}</p>
      <Cards cards={cards} chosen={chosen} onToggle={toggle} onTake={(id) => take([id])} />
    </Dialog>
  );
}

interface CardsProps {
  cards: readonly Element[];
  chosen: ReadonlySet<ElementId>;
  onToggle: (id: ElementId) => void;
  onTake: (id: ElementId) => void;
}

function Cards({ cards, chosen, onToggle, onTake }: CardsProps) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const onKeyDown = (event: KeyboardEvent): void => {
    const options = [...(list.current?.children ?? [])] as HTMLElement[];
    const to = nextOf(event.key, Math.min(at, options.length - 1), options);
    const card = cards[at];
    if (to !== null) {
      setAt(to);
      options[to]?.focus();
    } else if (event.key === ' ' && card) onToggle(card.id);
    else if (event.key === 'Enter' && card && chosen.size === 0) onTake(card.id);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      role="listbox"
      aria-multiselectable="true"
      aria-label={t('deck.gallery.cards')}
      className={styles.cards}
      onKeyDown={onKeyDown}
    >
      {cards.map((card, n) => (
        <button
          key={card.id}
          type="button"
          role="option"
          aria-selected={chosen.has(card.id)}
          aria-label={kindOf(card).outline(card) || t('deck.gallery.unnamed', { number: n + 1 })}
          title={kindOf(card).outline(card)}
          tabIndex={n === Math.min(at, cards.length - 1) ? 0 : -1}
          className={classNames(styles.card, chosen.has(card.id) && styles.chosen)}
          onFocus={() => setAt(n)}
          onClick={() => onToggle(card.id)}
          onDoubleClick={() => onTake(card.id)}
        >
          <CardPicture card={card} width={176} height={132} />
          {chosen.has(card.id) && (
            <span className={styles.check}>
              <Check size={18} strokeWidth={2.5} aria-hidden="true" />
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

/** Where a key leads among cards that stand in rows: sideways by one, up and down by what lies there. `null`: it is none of the list's keys. */
function nextOf(key: string, at: number, options: readonly HTMLElement[]): number | null {
  const last = options.length - 1;
  if (last < 0) return null;
  const rows = options.findIndex(({ offsetTop }) => offsetTop !== options[0]?.offsetTop);
  const columns = rows === -1 ? options.length : rows;
  switch (key) {
    case 'ArrowRight':
      return Math.min(last, at + 1);
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'ArrowDown':
      return at + columns <= last ? at + columns : at;
    case 'ArrowUp':
      return at - columns >= 0 ? at - columns : at;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
