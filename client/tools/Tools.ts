/** The tools and which of them is in the hand. A change of tool gives up what the last one had under way. */
import { createFrameTool } from './frame.ts';
import { createHandTool } from './hand.ts';
import { createPlaceTool } from './place.ts';
import { createSelectTool } from './select.ts';
import type { Tool, ToolId } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

export interface Tools {
  readonly current: Tool;
  /** The hand, for as long as space or the middle button is held. */
  readonly hand: Tool;
  use(id: ToolId): void;
  /** Gives up what is under way; the tool stays. */
  cancel(): void;
}

export function createTools(ports: ToolPorts): Tools {
  const tools: Readonly<Record<ToolId, Tool>> = {
    select: createSelectTool(ports),
    hand: createHandTool(ports),
    note: createPlaceTool(ports, 'note'),
    text: createPlaceTool(ports, 'text'),
    frame: createFrameTool(ports),
  };
  return {
    get current() {
      return tools[ports.tool.current()];
    },
    hand: createHandTool(ports),
    use(id) {
      tools[ports.tool.current()].cancel();
      ports.tool.set(id);
    },
    cancel: () => tools[ports.tool.current()].cancel(),
  };
}
