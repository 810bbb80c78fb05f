/** One pin of the legend: its number, which one presses and then moves with the arrows; its note; what can be done with both. */
import { ArrowDown, ArrowUp, Link, MapPinOff, StickyNote, Unlink } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { arrowOf } from '../../editor/keyboard.ts';
import { useT } from '../../i18n/Messages.tsx';
import { classNames } from '../../ui/classNames.ts';
import { focusBeside } from '../../ui/focusBeside.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useBoard } from '../BoardContext.tsx';
import { NoteChoice } from './NoteChoice.tsx';
import styles from './PinsPanel.module.css';

export interface ShownPin {
  readonly id: string;
  readonly number: number;
  /** The note it stands for, where that is on the board. */
  readonly of: ElementId | null;
  readonly text: string;
}

interface PinRowProps {
  on: ElementId;
  pin: ShownPin;
  count: number;
  mayWrite: boolean;
  isChosen: boolean;
}

const ICON = { size: 18, strokeWidth: 1.75 } as const;

export function PinRow({ on, pin, count, mayWrite, isChosen }: PinRowProps) {
  const t = useT();
  const { editor } = useBoard();
  const { extras, mapPins } = editor;
  const [isChoosing, setChoosing] = useState(false);
  const tie = useRef<HTMLButtonElement>(null);
  const { number } = pin;
  const text = pin.of === null ? t('pins.noNote') : pin.text || t('pins.emptyNote');
  const found = () => mapPins.find(on, pin.id);
  const choose = (): void => {
    mapPins.choose({ on, id: pin.id });
    const frame = editor.board.frame(on);
    if (frame) editor.camera.reveal(frame);
  };
  const remove = (button: Element): void => {
    const chosen = found();
    const focus = focusBeside(button);
    if (chosen && mapPins.remove(chosen)) focus();
  };
  /** The choice of a note goes: the focus returns to the button it came from. */
  const endChoice = (): void => {
    setChoosing(false);
    tie.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!mayWrite) return;
    const chosen = found();
    const direction = arrowOf(event.nativeEvent);
    if (!chosen) return;
    if (direction) {
      if (!isChosen) choose();
      mapPins.nudge(direction, event.shiftKey);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (!event.repeat) remove(event.currentTarget);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <li className={classNames(styles.row, isChosen && styles.chosen)}>
      <button
        type="button"
        className={styles.pin}
        aria-pressed={isChosen}
        aria-label={t('pins.numberOf', { number, text })}
        onClick={choose}
        onKeyDown={onKeyDown}
      >
        <span className={classNames(styles.number, pin.of === null && styles.bare)}>{number}</span>
        <span className={classNames(styles.text, pin.of === null && styles.none)}>{text}</span>
      </button>
      {mayWrite && (
        <div className={styles.actions}>
          <IconButton
            label={pin.of === null ? t('pins.writeNote') : t('pins.openNote')}
            icon={<StickyNote {...ICON} />}
            onPress={() => {
              const chosen = found();
              if (chosen) extras.with(({ pinEdits }) => pinEdits.open(chosen));
            }}
          />
          {pin.of === null ? (
            <IconButton
              ref={tie}
              label={t('pins.chooseNote')}
              icon={<Link {...ICON} />}
              expanded={isChoosing}
              onPress={() => setChoosing(!isChoosing)}
            />
          ) : (
            <IconButton
              ref={tie}
              label={t('pins.unlink')}
              icon={<Unlink {...ICON} />}
              onPress={() => {
                const chosen = found();
                if (chosen) extras.with(({ pinEdits }) => pinEdits.link(chosen, null));
              }}
            />
          )}
          <IconButton
            label={t('pins.earlier')}
            icon={<ArrowUp {...ICON} />}
            resting={number === 1}
            onPress={() => {
              const chosen = found();
              if (chosen) extras.with(({ pinEdits }) => pinEdits.renumber(chosen, -1));
            }}
          />
          <IconButton
            label={t('pins.later')}
            icon={<ArrowDown {...ICON} />}
            resting={number === count}
            onPress={() => {
              const chosen = found();
              if (chosen) extras.with(({ pinEdits }) => pinEdits.renumber(chosen, 1));
            }}
          />
          <IconButton
            label={t('pins.remove')}
            icon={<MapPinOff {...ICON} />}
            onPress={({ target }) => remove(target)}
          />
        </div>
      )}
      {isChoosing && pin.of === null && (
        <NoteChoice
          onChoose={(of) => {
            const chosen = found();
            if (chosen) extras.with(({ pinEdits }) => pinEdits.link(chosen, of));
            endChoice();
          }}
          onCancel={endChoice}
        />
      )}
    </li>
  );
}
