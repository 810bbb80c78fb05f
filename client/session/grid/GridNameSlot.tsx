/** Where the name of a row or a column is written, over its place on the wall; the field is fetched when it is first wanted. */
import { useStore } from 'zustand';
import { useLoaded } from '../../app/board/useLoaded.ts';
import { useBoard } from '../BoardContext.tsx';

const loadField = () => import('./GridNameField.tsx').then(({ GridNameField }) => GridNameField).catch(() => null);

export function GridNameSlot() {
  const { editor } = useBoard();
  const naming = useStore(editor.grids.store, (state) => state.naming);
  const Field = useLoaded(naming !== null, loadField);
  return Field && naming && <Field key={`${naming.axis} ${naming.id}`} lane={naming} />;
}
