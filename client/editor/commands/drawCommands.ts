/** Drawing without a pointer: what is selected is joined by lines, one after the other. */
import { connect } from '../../../shared/elements/connector/connect.ts';
import { connector } from '../../../shared/elements/connector/connector.ts';
import { isAttachable } from '../../../shared/elements/connector/ends.ts';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { nextPropsOf } from '../EditorState.ts';
import type { Command } from './Command.ts';
import type { CommandPorts } from './registry.ts';

/** More at once is a slip of the hand: nobody reads a chain of so many. */
const MOST = 200;

export function createDrawCommands({ board, index, selection, store, writes, notify }: CommandPorts): Command[] {
  const joined = (): ElementId[] =>
    [...selection.ids].filter((id) => {
      const element = board.get(id);
      return element !== undefined && isAttachable(element);
    });
  return [
    {
      id: 'draw.connect',
      label: 'drawing.connect',
      group: 'arrange',
      icon: 'spline',
      shortcut: ['shift+x'],
      writes: true,
      enabled: () => selection.ids.size > 1 && selection.ids.size <= MOST && joined().length > 1,
      run() {
        const at = { x: 0, y: 0 };
        const ids = joined();
        const props = nextPropsOf(store.getState(), connector.kind);
        const drafts = ids.slice(1).map((id, n) => {
          const { box, ...ends } = connect(
            [
              { id: ids[n] as ElementId, at },
              { id, at },
            ],
            index.around,
          );
          const size = [box.w, box.h] as const;
          return { kind: connector.kind, at: box, size, props: { ...props, ...ends } };
        });
        const placed = writes.placeMany('connect', drafts);
        if (placed.length === 0) return;
        selection.set(placed);
        notify({ kind: 'announce', id: 'drawing.say.connected', values: { count: placed.length } });
      },
    },
  ];
}
