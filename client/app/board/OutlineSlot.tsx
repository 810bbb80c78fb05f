/** Where the outline opens on the board page: fetched when it is first wanted, a message where it cannot be. */
import { loadOutline } from '../../outline/loadOutline.ts';
import type { OutlinePanelProps } from '../../outline/OutlinePanel.tsx';
import { useApp } from '../AppContext.tsx';
import { useLoaded } from './useLoaded.ts';

export function OutlineSlot({ isSheet, onClose }: Pick<OutlinePanelProps, 'isSheet' | 'onClose'>) {
  const { storage } = useApp();
  const Panel = useLoaded(true, loadOutline, onClose);
  return Panel && <Panel isSheet={isSheet} onClose={onClose} storage={storage} />;
}
