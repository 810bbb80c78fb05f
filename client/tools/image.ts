/** The picture tool: choosing it asks the page for files, and nothing stays in the hand. On the board it does nothing. */
import type { Tool } from './Tool.ts';

export const createImageTool = (): Tool => ({
  id: 'image',
  state: 'idle',
  cursor: () => 'default',
  onPointerDown: () => undefined,
  onPointerMove: () => undefined,
  onPointerUp: () => undefined,
  onDoubleClick: () => undefined,
  onLongPress: () => undefined,
  cancel: () => undefined,
});
