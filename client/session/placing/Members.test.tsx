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
  const press = (name: string, label = removing(name)): void => {
    const button = page.getByRole('button', { name: label });
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

  it('are all in the list where two people have added one too many at once: none is lost, whichever one moves', () => {
    const nine = Array.from({ length: 9 }, (_, n) => [`ring:r${n}`, { name: `Cercle ${n}`, z: `a${n}` }]);
    const gone = { 'ring:a': undefined, 'ring:b': undefined };
    person.board.edit('test', (write) => write.set(radar, { props: { ...gone, ...Object.fromEntries(nine) } }));
    page.rerender(show());
    const listed = (): string[] => (page.getAllByRole('textbox') as HTMLInputElement[]).map(({ value }) => value);
    const eight = nine.slice(0, 8).map((_, n) => `Cercle ${n}`);
    expect([listed(), names()]).toEqual([[...eight, 'Cercle 8'], eight]);
    const beyond = /^Au-delà de 8/u;
    expect(page.getAllByText(beyond)).toHaveLength(1);
    press('Cercle 6', fr['radar.down'].replace('{name}', 'Cercle 6'));
    expect(names()).toEqual([...eight.slice(0, 6), 'Cercle 7', 'Cercle 6']);
    press('Cercle 8', fr['radar.up'].replace('{name}', 'Cercle 8'));
    expect(names()).toEqual([...eight.slice(0, 6), 'Cercle 7', 'Cercle 8']);
    press('Cercle 0');
    expect(names()).toEqual([...eight.slice(1, 6), 'Cercle 7', 'Cercle 8', 'Cercle 6']);
    expect(page.queryByText(beyond)).toBeNull();
  });

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
