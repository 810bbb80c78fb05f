/** Tools that ask the page for something as soon as they are chosen (files, a deck); nothing stays in the hand, and on the board they do nothing. */
import type { Tool, ToolId } from './Tool.ts';

export const createOpeningTool = (id: Extract<ToolId, 'image' | 'deck'>): Tool => ({
  id,
  state: 'idle',
  cursor: () => 'default',
  onPointerDown: () => undefined,
  onPointerMove: () => undefined,
  onPointerUp: () => undefined,
  cancel: () => undefined,
});
