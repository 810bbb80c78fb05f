// @vitest-environment happy-dom
/** Comments in their panel: what « Annuler » takes back, what becomes of words that are not sent yet, and who is named. */
import { act, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { commentKey } from '../../../shared/elements/marks/markKeys.ts';
import { threadsOf } from '../../../shared/elements/marks/threads.ts';
import { type EditingPerson, openEditor, put } from '../../../tests/helpers/editing.ts';
import { resolveThread, writeComment } from '../../editor/marks/markWrites.ts';
import { fr } from '../../i18n/fr/index.ts';
import { MessagesProvider } from '../../i18n/Messages.tsx';
import { markPortsOf } from '../../session/marks/markPorts.ts';
import { INITIAL_SESSION_STATE, type SessionState } from '../../sync/SessionState.ts';
import { ToastHost, ToastProvider } from '../../ui/Toasts.tsx';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { CommentsPanel } from './CommentsPanel.tsx';

describe('the comments', () => {
  let person: EditingPerson;
  let note: string;
  let ref: string;
  let begun: Map<string, string>;
  let page: ReturnType<typeof render>;
  const state = createStore<SessionState>(() => ({ ...INITIAL_SESSION_STATE }));

  const settle = (): void => act(() => void vi.advanceTimersByTime(1_000));
  const open = (): void => {
    page = render(
      <MessagesProvider locale="fr" messages={fr}>
        <ToastProvider closeLabel="Fermer">
          <BoardContext value={{ editor: person.editor, session: { state } } as unknown as OpenedBoard}>
            <ToastHost />
            <CommentsPanel onClose={() => undefined} begun={begun} />
          </BoardContext>
        </ToastProvider>
      </MessagesProvider>,
    );
    settle();
  };
  const press = (name: string): void => {
    fireEvent.click(page.getByRole('button', { name }));
    settle();
  };
  const said = (): readonly string[] => (person.board.get(note)?.marks.comments ?? []).map(({ text }) => text);
  const x = (): number | undefined => person.board.frame(note)?.x;
  const select = (...ids: string[]): void => {
    act(() => person.editor.selection.set(ids));
    settle();
  };
  const field = (): HTMLTextAreaElement | null =>
    page.queryByLabelText(fr['comments.edit.of']) as HTMLTextAreaElement | null;

  beforeEach(() => {
    vi.useFakeTimers();
    person = openEditor();
    note = put(person.board, 'note', [0, 0], { text: 'Un banc à l’ombre' });
    ref = writeComment(markPortsOf(person.editor), note, 'Sous le tilleul ?') as string;
    begun = new Map();
  });
  afterEach(() => {
    page.unmount();
    vi.useRealTimers();
  });

  it('come back by « Annuler » when one of them was deleted', () => {
    open();
    press(fr['comments.delete']);
    expect(said()).toEqual([]);
    press(fr['sorting.undo']);
    expect(said()).toEqual(['Sous le tilleul ?']);
  });

  it('leave what was done since their deletion as it is', () => {
    open();
    press(fr['comments.delete']);
    for (let n = 0; n < 5; n++) person.editor.writes.move([note], { x: 100, y: 0 }, null);
    press(fr['sorting.undo']);
    expect([x(), said()]).toEqual([500, []]);
    expect(page.getByText(fr['outline.undo.late'])).toBeTruthy();
  });

  it('offer nothing to take back where somebody else had deleted it a moment before', () => {
    person.editor.writes.move([note], { x: 100, y: 0 }, null);
    open();
    // The panel still shows it: it reads the board a few times a second.
    act(() => {
      person.board.doc.transact(
        () => void person.board.doc.getMap<Map<string, unknown>>('elements').get(note)?.delete(commentKey(ref)),
        'remote',
      );
      fireEvent.click(page.getByRole('button', { name: fr['comments.delete'] }));
    });
    settle();
    expect(page.getByText(fr['comments.deleted'])).toBeTruthy();
    expect(page.queryByRole('button', { name: fr['sorting.undo'] })).toBeNull();
    expect(x()).toBe(100);
  });

  it('keep the words of one that is being changed when its note is selected', () => {
    put(person.board, 'note', [300, 0], { text: 'Une fontaine' });
    open();
    press(fr['comments.edit']);
    fireEvent.change(field() as HTMLTextAreaElement, { target: { value: 'Sous le grand tilleul, côté école' } });
    const wall = document.createElement('button');
    document.body.append(wall);
    wall.focus();
    select(note);
    // It moves in the list, and takes the focus from nobody.
    expect([field()?.value, document.activeElement]).toEqual(['Sous le grand tilleul, côté école', wall]);
    wall.remove();
    select();
    press(fr['common.save']);
    expect([said(), field(), begun.size]).toEqual([['Sous le grand tilleul, côté école'], null, 0]);
  });

  it('keep them when the panel is closed, and when somebody settles the thread', () => {
    open();
    press(fr['comments.edit']);
    fireEvent.change(field() as HTMLTextAreaElement, { target: { value: 'Sous le tilleul, avec un dossier' } });
    page.unmount();
    open();
    expect(field()?.value).toBe('Sous le tilleul, avec un dossier');
    const [thread] = threadsOf(person.board.get(note)?.marks ?? expect.fail());
    act(() => void resolveThread(markPortsOf(person.editor), note, thread ?? expect.fail(), true));
    settle();
    act(
      () =>
        void resolveThread(markPortsOf(person.editor), note, { ...(thread ?? expect.fail()), isResolved: true }, false),
    );
    settle();
    expect(field()?.value).toBe('Sous le tilleul, avec un dossier');
    press(fr['common.cancel']);
    expect([field(), begun.size, said()]).toEqual([null, 0, ['Sous le tilleul ?']]);
  });

  it('name whoever wrote them and has gone home, once that is known', () => {
    act(() => {
      const marks = { [commentKey('paul.c1')]: { text: 'Plutôt au soleil', at: 1 } };
      person.board.edit('test', (write) => write.set(note, { marks }));
    });
    open();
    expect(page.getByText(fr['comments.somebody'])).toBeTruthy();
    act(() => person.editor.names.learn([['paul', 'Paul']]));
    expect(page.getByText('Paul')).toBeTruthy();
  });
});
