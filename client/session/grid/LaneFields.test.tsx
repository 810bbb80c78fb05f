// @vitest-environment happy-dom
/** The fields of a row in the panel of a grid: they end by saying what the grid says, whatever became of what was typed. */
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OPEN_STEP } from '../../../shared/access/Step.ts';
import { findPreset, presetProps } from '../../../shared/elements/grid/presets.ts';
import { asGrid, rowsOf } from '../../../shared/elements/grid/props.ts';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { fr } from '../../i18n/fr/index.ts';
import { MessagesProvider } from '../../i18n/Messages.tsx';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { GridPanel } from './GridPanel.tsx';

describe('the rows of a grid, in its panel', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('keep the name they have where the step in force takes no other', () => {
    const { editor, board, notices } = openEditor();
    const grid = put(board, 'grid', [0, 0], { props: presetProps(findPreset('journey'), 'fr') });
    const names = () => rowsOf(asGrid(board.get(grid))?.props ?? ({} as never)).map(({ name }) => name);
    editor.selection.set([grid]);
    const page = render(
      <MessagesProvider locale="fr" messages={fr}>
        <BoardContext value={{ editor } as OpenedBoard}>
          <GridPanel onClose={() => undefined} />
        </BoardContext>
      </MessagesProvider>,
    );
    const [field] = page.container.querySelectorAll<HTMLInputElement>('ol input:not([type])');
    const [first = ''] = names();
    const write = (name: string): void =>
      act(() => {
        fireEvent.change(field as HTMLInputElement, { target: { value: name } });
        fireEvent.blur(field as HTMLInputElement);
      });
    editor.setWho({ role: 'participant', group: null, step: { ...OPEN_STEP, edit: 'none' }, id: 'ana' });
    write('Ce que je vois');
    act(() => void vi.advanceTimersByTime(1_000));
    expect([names()[0], field?.value, notices.at(-1)?.id]).toEqual([first, first, 'editor.notice.step']);
    editor.setWho({ role: 'participant', group: null, step: undefined, id: 'ana' });
    write('Ce que je vois');
    act(() => void vi.advanceTimersByTime(1_000));
    expect([names()[0], field?.value]).toEqual(['Ce que je vois', 'Ce que je vois']);
  });
});
