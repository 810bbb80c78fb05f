/** The deck on the screen: taken anywhere but on its top card, as large as its cards, drawn from by a click on its back once it is selected. */
import { cardRoom, DECK, type DeckProps } from '../../../shared/elements/deck/cards.ts';
import { deck as kind } from '../../../shared/elements/deck/deck.ts';
import { contains } from '../../../shared/geometry/box.ts';
import { NOTE_COLORS } from '../../../shared/theme/tokens.ts';
import { areaCaption, areaTitleField } from '../areaTitle.ts';
import type { ElementView } from '../ElementView.ts';

export const deck: ElementView<DeckProps> = {
  label: 'editor.kind.deck',
  counted: 'editor.counted.deck',
  icon: 'layers',
  raster: 'vector',
  resize: 'none',
  discardEmpty: 'never',
  isMultiline: false,
  grabs: (element, point, _reach, around) => kind.hitTest(element, point, around),
  activate({ props, size }, point) {
    const [w, h] = cardRoom(size);
    const isOnBack = props.face === 'down' && contains({ x: DECK.pad, y: DECK.pad, w, h }, point);
    return isOnBack ? { type: 'draw' } : null;
  },
  caption: areaCaption,
  commands: ['deck.draw', 'deck.choose', 'deck.shuffle', 'deck.flip', 'deck.gather', 'deck.describe'],
  controls: [
    {
      type: 'choice',
      prop: 'draw',
      label: 'deck.drawing',
      options: [
        { value: 'take', label: 'deck.drawing.take', icon: 'arrow-up-right' },
        { value: 'copy', label: 'deck.drawing.copy', icon: 'layers' },
      ],
    },
    {
      type: 'choice',
      prop: 'back',
      label: 'deck.back',
      options: NOTE_COLORS.map((color) => ({
        value: color,
        label: `editor.color.${color}` as const,
        swatch: `var(--note-${color})`,
      })),
    },
  ],
  field: areaTitleField,
};
