/**
 * What people choose about the look of things: of what is selected, in its bar, with what can be said of it; and of the next thing that the
 * tool in hand will make. Fetched after the wall: nobody chooses before there is something.
 */
import { useSyncExternalStore } from 'react';
import type { Element } from '../../../../shared/elements/ElementKind.ts';
import { findKind } from '../../../../shared/elements/registry.ts';
import { NOTE_COLORS } from '../../../../shared/theme/tokens.ts';
import type { Editor } from '../../../editor/Editor.ts';
import type { Control } from '../../../elements/ElementView.ts';
import { viewOf, viewOfKind } from '../../../elements/registry.ts';
import { useBoard, useCommands, useEditorState } from '../../../session/BoardContext.tsx';
import { MarksBar } from '../../../session/marks/MarksBar.tsx';
import { TOOLS } from '../../../tools/registry.ts';
import { CommandButton } from '../ToolRail.tsx';
import { ArrangeMenu } from './ArrangeMenu.tsx';
import { ControlField } from './ControlField.tsx';
import styles from './ControlsPanel.module.css';
import { lacking, mayLack, openControls, sharedControls, sharedValue } from './controls.ts';

const COLORS = NOTE_COLORS.length;

interface SelectionPartsProps {
  /** How many choices may stand open in the bar. */
  places: number;
}

export function SelectionParts({ places }: SelectionPartsProps) {
  const { editor } = useBoard();
  // Draws anew with whatever of the selection changes.
  useCommands();
  const selection = useEditorState((state) => state.selection);
  const elements = [...selection].flatMap((id) => editor.board.get(id) ?? []);
  const controls = sharedControls(elements.filter(({ lock }) => !lock));
  const open = openControls(controls, places, COLORS);
  return (
    <>
      <KindCommands elements={elements} />
      {controls.map((control) => (
        <ControlField
          key={`${control.type} ${control.prop}`}
          control={control}
          value={sharedValue(elements, control)}
          onValue={(value) => choose(editor, elements, control, value)}
          isOpen={open.has(control)}
          placement="top"
          mayLack={control.type === 'color' && lacking(elements, control).length > 0}
        />
      ))}
      {controls.length > 0 && <span className={styles.line} />}
      <MarksBar />
      <ArrangeMenu />
    </>
  );
}

/** What one does most with the one selected thing, and with what it lies in, where their kinds say so. */
function KindCommands({ elements }: { elements: readonly Element[] }) {
  const { editor } = useBoard();
  const [only] = elements.length === 1 ? elements : [];
  const parent = only && editor.board.tree.parent(only.id);
  const holder = parent ? editor.board.get(parent) : undefined;
  const offered = new Set([only, holder].flatMap((element) => (element && viewOf(element).commands) ?? []));
  return [...offered].map((id) => <CommandButton key={id} id={id} placement="top" hideDisabled />);
}

/** One choice serves both: what is selected now, and the next of its kind. */
export function choose(editor: Editor, chosen: readonly Element[], control: Control, value: unknown): void {
  const { prop, type } = control;
  const color = type === 'color' && NOTE_COLORS.find((one) => one === value);
  if (color) {
    // The command says it aloud, too.
    editor.commands.run(`color.${color}`);
    return;
  }
  const elements = type === 'color' ? lacking(chosen, control) : chosen;
  for (const kind of new Set(elements.map((element) => element.kind))) editor.setNextProps(kind, { [prop]: value });
  editor.writes.style(
    elements.map(({ id }) => id),
    { [prop]: value },
  );
}

interface NextStyleProps {
  places: number;
  placement: 'top' | 'right';
}

/** Of the next thing that the tool in hand will make; nothing where there is nothing to choose. */
export function NextStyle({ places, placement }: NextStyleProps) {
  const { editor } = useBoard();
  const tool = useSyncExternalStore(editor.store.subscribe, () => editor.store.getState().tool);
  const nextProps = useEditorState((state) => state.nextProps);
  const { adds: kind, look, fixed = [] } = TOOLS[tool];
  if (kind === undefined) return null;
  const name = look?.name ?? kind;
  const controls = (viewOfKind(kind).controls ?? []).filter(({ prop }) => !fixed.includes(prop));
  const open = openControls(controls, places, COLORS);
  const values = { ...findKind(kind)?.defaultProps, ...look?.props, ...nextProps[name] } as Readonly<
    Record<string, unknown>
  >;
  return controls.map((control) => (
    <ControlField
      key={`${control.type} ${control.prop}`}
      control={control}
      value={values[control.prop]}
      onValue={(value) => editor.setNextProps(name, { [control.prop]: value })}
      isOpen={open.has(control)}
      placement={placement}
      mayLack={control.type === 'color' && mayLack(kind, values, control.prop)}
    />
  ));
}
