// @vitest-environment happy-dom
/** The colours of what is selected, on a real board: an area loses its tint again, a note keeps one. */
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Element } from '../../../../shared/elements/ElementKind.ts';
import { openEditor, put } from '../../../../tests/helpers/editing.ts';
import type { Control } from '../../../elements/ElementView.ts';
import { loadMessages, type Messages, MessagesProvider } from '../../../i18n/Messages.tsx';
import { ControlField } from './ControlField.tsx';
import { choose } from './ControlsPanel.tsx';
import { lacking, sharedValue } from './controls.ts';

const COLOR: Control = { type: 'color', prop: 'color' };

describe('the colours of what is selected', () => {
  let messages: Messages;
  beforeEach(async () => {
    messages = await loadMessages('fr');
  });
  afterEach(cleanup);

  /** The field as it stands in the bar, for these elements; answers the names of its choices, and which is pressed. */
  const field = (elements: readonly Element[], onValue: (value: unknown) => void) => {
    cleanup();
    const { getAllByRole, getByRole } = render(
      <MessagesProvider locale="fr" messages={messages}>
        <ControlField
          control={COLOR}
          value={sharedValue(elements, COLOR)}
          onValue={onValue}
          isOpen
          placement="top"
          mayLack={lacking(elements, COLOR).length > 0}
        />
      </MessagesProvider>,
    );
    const buttons = getAllByRole('button');
    const nameOf = (one: HTMLElement): string => one.getAttribute('aria-label') ?? '';
    return {
      names: buttons.map(nameOf),
      pressed: buttons.filter((one) => one.getAttribute('aria-pressed') === 'true').map(nameOf),
      press: (name: string) => fireEvent.click(getByRole('button', { name })),
    };
  };

  it('offer « Sans couleur » for areas, take the tint away and show that there is none', () => {
    const { editor, board } = openEditor();
    const area = put(board, 'frame', [0, 0], { props: { color: 'blue' } });
    const note = put(board, 'note', [0, 0], { props: { color: 'pink' } });
    editor.selection.set([area, note]);
    const elements = (): Element[] => [area, note].map((id) => board.get(id) as Element);
    const offered = field(elements(), (value) => choose(editor, elements(), COLOR, value));
    expect(offered.names).toContain('Sans couleur');
    offered.press('Sans couleur');
    expect([board.get(area)?.props.color, board.get(note)?.props.color]).toEqual([undefined, 'pink']);
    expect(field([board.get(area) as Element], () => undefined).pressed).toEqual(['Sans couleur']);
    editor.history.undo();
    expect(board.get(area)?.props.color).toBe('blue');
  });

  it('offer notes only the colours there are', () => {
    const { board } = openEditor();
    const note = board.get(put(board, 'note', [0, 0], { props: { color: 'pink' } })) as Element;
    const offered = field([note], () => undefined);
    expect([offered.names.includes('Sans couleur'), offered.pressed]).toEqual([false, ['Rose']]);
  });
});
