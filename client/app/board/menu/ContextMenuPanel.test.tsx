// @vitest-environment happy-dom
/** The menu on what is selected, opened by keyboard where a mouse rests: what lies under the mouse waits until somebody points at it. */
import { act, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScreenPoint } from '../../../../shared/geometry/vec.ts';
import { openEditor, put } from '../../../../tests/helpers/editing.ts';
import { fr } from '../../../i18n/fr/index.ts';
import { MessagesProvider } from '../../../i18n/Messages.tsx';
import { BoardContext, type OpenedBoard } from '../../../session/BoardContext.tsx';
import { ContextMenuPanel } from './ContextMenuPanel.tsx';

describe('the menu under a mouse that rests', () => {
  let page: ReturnType<typeof render>;
  const folded = (): HTMLElement => page.getByRole('menuitem', { name: fr['help.group.color'] });
  const isOpen = (): boolean => folded().getAttribute('aria-expanded') === 'true';
  const pass = (ms: number): void => {
    act(() => void vi.advanceTimersByTime(ms));
  };
  /** The mouse is there, or comes there. */
  const over = (one: HTMLElement, x: number): void => {
    const at = { pointerType: 'mouse', screenX: x, screenY: 300, clientX: x, clientY: 300 };
    act(() => {
      fireEvent.pointerEnter(one, at);
      fireEvent.pointerMove(one, at);
    });
  };
  const out = (one: HTMLElement): void => {
    act(() => void fireEvent.pointerLeave(one, { pointerType: 'mouse' }));
  };

  const open = (isPointed: boolean): void => {
    const { editor, board } = openEditor();
    editor.selection.set([put(board, 'note', [0, 0], { text: 'Personne ne voit la rampe' })]);
    page = render(
      <MessagesProvider locale="fr" messages={fr}>
        <BoardContext value={{ editor } as OpenedBoard}>
          <ContextMenuPanel at={{ x: 100, y: 100 } as ScreenPoint} isPointed={isPointed} onClose={() => undefined} />
        </BoardContext>
      </MessagesProvider>,
    );
    pass(100);
  };

  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    page.unmount();
    vi.useRealTimers();
  });

  it('does not open the folded part that has come under it', () => {
    open(false);
    over(folded(), 140);
    pass(5_000);
    expect(isOpen()).toBe(false);
  });

  it('opens it once the mouse has moved and points at it', () => {
    open(false);
    over(folded(), 140);
    out(folded());
    over(folded(), 150);
    out(folded());
    over(folded(), 150);
    pass(5_000);
    expect(isOpen()).toBe(true);
  });

  it('opens it at its first move where a pointer has asked for the menu', () => {
    open(true);
    over(folded(), 140);
    pass(5_000);
    expect(isOpen()).toBe(true);
  });
});
