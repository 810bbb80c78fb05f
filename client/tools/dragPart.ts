/** Takes hold of a part of an element: lines say meanwhile where it goes; it is written once, when the hand is lifted. */

import type { PartHold } from './DrawingPorts.ts';
import type { EndDrag } from './dragEnd.ts';
import type { ToolPorts } from './ToolPorts.ts';

export function dragPart(ports: ToolPorts, part: PartHold): EndDrag {
  return {
    cursor: part.cursor,
    move: (input) => ports.gesture.show({ guides: part.pull(input.page) }),
    finish(input) {
      part.drop(input.page);
      ports.gesture.end();
    },
    click: () => part.click(),
  };
}
