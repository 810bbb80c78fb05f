/** Where the bar of the selection stands. Fetched ahead in a quiet moment; what could not be had then is asked for with each new selection. */
import { useEditorState } from '../../session/BoardContext.tsx';
import { loadSelectionBar } from './loadPanel.ts';
import { useLoaded } from './useLoaded.ts';

/** The person is told by then. */
const onMissing = (): void => undefined;

export function SelectionSlot({ docked = false }: { docked?: boolean }) {
  const isWanted = useEditorState(({ selection, readOnly }) => selection.size > 0 && !readOnly);
  const Bar = useLoaded(isWanted, loadSelectionBar, onMissing);
  return Bar && <Bar docked={docked} />;
}
