/**
 * The tools and which of them is in the hand. A change of tool gives up what the last one had under way. On a wall that several people touch,
 * each finger has the same tool, and a machine of its own for it.
 */
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { createHandTool } from './hand.ts';
import { TOOLS } from './registry.ts';
import { type PointerInput, TOOL_IDS, type Tool, type ToolId } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

export interface Tools {
  readonly current: Tool;
  /** The tool as a further hand holds it; 0 is the first, the one of `current`. */
  of(hand: number): Tool;
  /** The element that the tool would take hold of; `null`: the bare wall; `undefined` for tools that draw, whatever lies there. */
  over(input: PointerInput): ElementId | null | undefined;
  /** The hand, for as long as space or the middle button is held. */
  readonly hand: Tool;
  use(id: ToolId): void;
  /** Gives up what is under way in every hand; the tool stays. */
  cancel(): void;
}

type Toolbox = Readonly<Record<ToolId, Tool>>;

const createToolbox = (ports: ToolPorts): Toolbox =>
  Object.fromEntries(TOOL_IDS.map((id) => [id, TOOLS[id].create(ports)])) as Record<ToolId, Tool>;

/** `portsOf`: what the tools of a further hand may do. */
export function createTools(ports: ToolPorts, portsOf: (hand: number) => ToolPorts = () => ports): Tools {
  const boxes: Toolbox[] = [createToolbox(ports)];
  const boxOf = (hand: number): Toolbox => {
    boxes[hand] ??= createToolbox(portsOf(hand));
    return boxes[hand];
  };
  const cancel = (): void => {
    for (const box of boxes) box?.[ports.tool.current()].cancel();
  };
  return {
    get current() {
      return boxOf(0)[ports.tool.current()];
    },
    of: (hand) => boxOf(hand)[ports.tool.current()],
    over(input) {
      const tool = ports.tool.current();
      if (tool === 'hand') return null;
      return tool === 'select' ? ports.hit.element(input) : undefined;
    },
    hand: createHandTool(ports),
    use(id) {
      cancel();
      ports.tool.set(id);
    },
    cancel,
  };
}
