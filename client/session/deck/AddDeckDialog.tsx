/** What deck to put on the wall: one that comes with the product, one of one's own pictures, or an empty one. */
import { ImagePlus, Layers } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Element, ElementId, Props } from '../../../shared/elements/ElementKind.ts';
import { NO_MARKS } from '../../../shared/elements/marks/Marks.ts';
import { findKind } from '../../../shared/elements/registry.ts';
import type { ShippedDeck } from '../../../shared/templates/decks/shippedDecks.ts';
import { SHIPPED_DECKS } from '../../../shared/templates/decks/shippedDecks.ts';
import type { NewCard, NewDeck } from '../../editor/decks/Dealing.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useBoard } from '../BoardContext.tsx';
import styles from './AddDeckDialog.module.css';
import { CardPicture } from './CardPicture.tsx';

const ICON = { size: 32, strokeWidth: 1.5 } as const;
/** Cards of a shipped deck shown beside its name. */
const SHOWN = 3;

export function AddDeckDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const locale = useLocale();
  const { editor } = useBoard();
  const add = (deck: NewDeck, then?: (id: ElementId) => void): void => {
    onClose();
    editor.extras.with(({ dealing }) => {
      const id = dealing.make(deck, editor.clipboard.target);
      const bounds = id === null ? null : editor.board.bounds(id);
      if (id === null || !bounds) return;
      editor.camera.reveal(bounds);
      then?.(id);
    });
  };
  const empty = (title: string, props: Props, then?: (id: ElementId) => void): void =>
    add({ title, props, cards: [] }, then);
  const addOwn = (): void =>
    empty(t('deck.own.title'), { draw: 'copy' }, (id) => {
      const frame = editor.board.frame(id);
      // At once: a browser opens a file dialog only while the person's own press is being answered.
      if (frame) editor.ask({ picturesAt: { x: frame.x + frame.w / 2, y: frame.y + frame.h / 2 } });
    });
  return (
    <Dialog open size="l" onClose={onClose} title={t('deck.add.title')} closeLabel={t('common.close')}>
      <ul className={styles.choices}>
        {SHIPPED_DECKS.map((deck) => {
          const made = deckFrom(deck, locale);
          return (
            <Choice
              key={deck.id}
              title={deck.title[locale]}
              help={t('deck.add.about', { purpose: deck.purpose[locale], count: made.cards.length })}
              onChoose={() => add(made)}
            >
              <span className={styles.fan}>
                {made.cards.slice(-SHOWN).map((card, n) => (
                  <CardPicture key={n} card={elementOf(card, n)} width={116} height={88} />
                ))}
              </span>
            </Choice>
          );
        })}
        <Choice title={t('deck.add.own')} help={t('deck.add.ownHelp')} onChoose={addOwn}>
          <ImagePlus {...ICON} aria-hidden="true" />
        </Choice>
        <Choice
          title={t('deck.add.empty')}
          help={t('deck.add.emptyHelp')}
          onChoose={() => empty(t('deck.new.title'), {})}
        >
          <Layers {...ICON} aria-hidden="true" />
        </Choice>
      </ul>
    </Dialog>
  );
}

interface ChoiceProps {
  title: string;
  help: string;
  onChoose: () => void;
  children: ReactNode;
}

function Choice({ title, help, onChoose, children }: ChoiceProps) {
  return (
    <li>
      <button type="button" className={styles.choice} onClick={onChoose}>
        <span className={styles.picture}>{children}</span>
        <span className={styles.title}>{title}</span>
        <span className={styles.help}>{help}</span>
      </button>
    </li>
  );
}

/** A shipped deck in one language. */
function deckFrom({ element }: ShippedDeck, locale: 'fr' | 'en'): NewDeck {
  const cards = (element.children ?? []).map(
    ({ kind, size, text, props = {} }): NewCard => ({
      ...{ kind, size, text: text?.[locale] ?? '' },
      props: { ...findKind(kind)?.defaultProps, ...props },
    }),
  );
  return { title: element.text?.[locale] ?? '', props: element.props ?? {}, cards };
}

/** A card that stands on no board yet, to be painted. */
const elementOf = ({ kind, size, text, props }: NewCard, n: number): Element =>
  ({
    id: `card-${n}`,
    kind,
    v: 1,
    place: [null, 0, 0],
    size,
    z: 'a0',
    lock: false,
    text,
    props,
    marks: NO_MARKS,
    rev: 0,
  }) as const;
