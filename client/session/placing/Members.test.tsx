// @vitest-environment happy-dom
/** The rings of a radar as a list: what goes is said once it has gone, and the focus stays in the list. */
import { act, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OPEN_STEP } from '../../../shared/access/Step.ts';
import type { Element as BoardElement } from '../../../shared/elements/ElementKind.ts';
import { type RadarProps, ringsOf } from '../../../shared/elements/radar/props.ts';
import { type EditingPerson, openEditor, put } from '../../../tests/helpers/editing.ts';
import { fr } from '../../i18n/fr/index.ts';
import { MessagesProvider } from '../../i18n/Messages.tsx';
import { ToastHost, ToastProvider } from '../../ui/Toasts.tsx';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { Members } from './Members.tsx';

describe('the rings of a radar', () => {
  let person: EditingPerson;
  let radar: string;
  let page: ReturnType<typeof render>;
  const element = () => person.board.get(radar) as unknown as BoardElement<RadarProps>;
  const names = (): string[] => ringsOf(element().props).map(({ name }) => name);
  const show = () => (
    <MessagesProvider locale="fr" messages={fr}>
      <ToastProvider closeLabel="Fermer">
        <BoardContext value={{ editor: person.editor } as OpenedBoard}>
          <Members radar={element()} family="ring" isFixed={false} />
        </BoardContext>
        <ToastHost />
      </ToastProvider>
    </MessagesProvider>
  );
  const removing = (name: string): string => fr['radar.remove'].replace('{name}', name);
  const press = (name: string): void => {
    const button = page.getByRole('button', { name: removing(name) });
    act(() => button.focus());
    act(() => {
      fireEvent.keyDown(button, { key: 'Enter' });
      fireEvent.keyUp(button, { key: 'Enter' });
    });
    page.rerender(show());
  };

  beforeEach(() => {
    person = openEditor();
    const rings = { 'ring:a': { name: 'Au cœur', z: 'a0' }, 'ring:b': { name: 'À côté', z: 'a1' } };
    radar = put(person.board, 'radar', [0, 0], { props: { ...rings, 'sector:s': { name: 'Lieux', z: 'a0' } } });
    page = render(show());
  });
  afterEach(() => page.unmount());

  it('are said to have gone only once they have', () => {
    const step = { ...OPEN_STEP, edit: 'none' } as never;
    person.editor.setWho({ role: 'participant', group: null, step, id: 'ana' });
    press('Au cœur');
    expect([names(), page.queryByText(/est retiré/u)]).toEqual([['Au cœur', 'À côté'], null]);
    expect(person.notices.at(-1)?.id).toBe('editor.notice.step');
    person.editor.setWho({ role: 'participant', group: null, step: undefined, id: 'ana' });
    press('Au cœur');
    expect(names()).toEqual(['À côté']);
    expect(page.getAllByText(/est retiré/u).length).toBeGreaterThan(0);
    expect(document.activeElement).toBe(page.getByRole('button', { name: removing('À côté') }));
  });
});
