/** The outline, fetched when it is first wanted. What cannot be fetched is a message, never the end of the page. */
import type { ComponentType } from 'react';
import type { OutlinePanelProps } from './OutlinePanel.tsx';

/** The panel; `null` when it could not be fetched. */
export const loadOutline = (): Promise<ComponentType<OutlinePanelProps> | null> =>
  import('./OutlinePanel.tsx').then(
    ({ OutlinePanel }) => OutlinePanel,
    () => null,
  );
