/**
 * The legend of a map: its pins in the order of their numbers, each with the note it stands for. All that one does with pins by mouse on the
 * wall is done here by keyboard: add, move with the arrows, renumber, write or choose the note, remove.
 */
import { MapPinned, MapPinPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { type MapProps, pinsOf } from '../../../shared/elements/map/pins.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDraft } from '../../ui/useDraft.ts';
import { useBoard, useEditorState } from '../BoardContext.tsx';
import { useBoardValue } from '../marks/useBoardValue.ts';
import { PinRow, type ShownPin } from './PinRow.tsx';
import styles from './PinsPanel.module.css';

interface ShownMap {
  readonly id: ElementId;
  readonly title: string;
  readonly alt: string;
  readonly hasPicture: boolean;
  readonly isLocked: boolean;
  readonly pins: readonly ShownPin[];
}

export function PinsPanel({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { editor } = useBoard();
  const readOnly = useEditorState((state) => state.readOnly);
  const single = useEditorState(({ selection }) => (selection.size === 1 ? [...selection][0] : undefined));
  const chosenPin = useEditorState((state) => state.pin);
  const maps = useBoardValue(gatherMaps);
  const [wanted, setWanted] = useState<ElementId | null>(null);
  // The map that is selected, or whose pin is chosen; else the one looked at last.
  const pointed = chosenPin?.on ?? (maps.some(({ id }) => id === single) ? single : undefined);
  const map = maps.find(({ id }) => id === (pointed ?? wanted)) ?? maps[0];
  useEffect(() => {
    if (pointed !== undefined) setWanted(pointed);
  }, [pointed]);
  if (!map) {
    return (
      <SidePanel title={t('pins.panel')} closeLabel={t('common.close')} onClose={onClose}>
        <EmptyPlace icon={<MapPinned size={32} strokeWidth={1.5} aria-hidden="true" />} title={t('pins.noMap')}>
          {t('pins.noMap.help')}
        </EmptyPlace>
      </SidePanel>
    );
  }
  const mayWrite = !readOnly && !map.isLocked;
  return (
    <SidePanel
      title={map.title === '' ? t('pins.panel') : t('pins.panel.of', { map: map.title })}
      closeLabel={t('common.close')}
      onClose={onClose}
    >
      {maps.length > 1 && (
        <SelectField
          framed
          label={t('pins.which')}
          options={maps.map(({ id, title }) => ({ value: id, label: title || t('pins.untitled') }))}
          value={map.id}
          onValue={(id) => {
            setWanted(id);
            editor.selection.set([id]);
          }}
        />
      )}
      {map.pins.length === 0 && (
        <EmptyPlace icon={<MapPinned size={32} strokeWidth={1.5} aria-hidden="true" />} title={t('pins.none')}>
          {t('pins.none.help')}
        </EmptyPlace>
      )}
      {map.pins.length > 0 && mayWrite && <p className={styles.help}>{t('pins.move.help')}</p>}
      <ol className={styles.list}>
        {map.pins.map((pin) => (
          <PinRow
            key={pin.id}
            on={map.id}
            pin={pin}
            count={map.pins.length}
            mayWrite={mayWrite}
            isChosen={chosenPin?.on === map.id && chosenPin.id === pin.id}
          />
        ))}
      </ol>
      {mayWrite && (
        <Button
          icon={<MapPinPlus size={20} strokeWidth={1.75} aria-hidden="true" />}
          onClick={() => editor.extras.with(({ pinEdits }) => pinEdits.add(map.id))}
        >
          {t('pins.add')}
        </Button>
      )}
      {mayWrite && map.hasPicture && <Description key={map.id} id={map.id} alt={map.alt} />}
    </SidePanel>
  );
}

/** What is seen on the map's picture; written when one leaves the field. */
function Description({ id, alt }: { id: ElementId; alt: string }) {
  const t = useT();
  const { editor } = useBoard();
  const { draft, setDraft, written } = useDraft(alt);
  const keep = (): void => {
    const next = draft.trim();
    if (next === alt) return;
    editor.writes.style([id], { alt: next === '' ? undefined : next }, 'describe');
    written(next);
  };
  return (
    <div className={styles.alt}>
      <TextField
        label={t('pins.alt')}
        description={t('pins.alt.help')}
        value={draft}
        onValue={setDraft}
        onBlur={keep}
        maxLength={500}
        rows={2}
      />
    </div>
  );
}

/** Every map of the board with its pins, in no order but that of the board. */
function gatherMaps(board: BoardDoc): readonly ShownMap[] {
  return [...board.pins.maps].flatMap((id): ShownMap[] => {
    const element = board.get(id);
    if (!element) return [];
    const props = element.props as MapProps;
    const pins = pinsOf(props).map(({ id: pin, of }, at): ShownPin => {
      const note = of === undefined ? undefined : board.get(of);
      return { id: pin, number: at + 1, of: note ? note.id : null, text: note ? kindOf(note).outline(note) : '' };
    });
    const { text, lock } = element;
    return [
      { id, title: text.trim(), alt: props.alt ?? '', hasPicture: props.hash !== undefined, isLocked: lock, pins },
    ];
  });
}
