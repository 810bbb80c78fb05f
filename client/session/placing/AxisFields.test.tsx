// @vitest-environment happy-dom
/** The ends of an axis as fields: both may be written anew, in whatever order; what cannot be read is said. */
import { act, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asMatrix } from '../../../shared/elements/matrix/props.ts';
import { type EditingPerson, openEditor, put } from '../../../tests/helpers/editing.ts';
import { fr } from '../../i18n/fr/index.ts';
import { MessagesProvider } from '../../i18n/Messages.tsx';
import { BoardContext, type OpenedBoard } from '../BoardContext.tsx';
import { AxisFields } from './AxisFields.tsx';

describe('the ends of an axis', () => {
  let person: EditingPerson;
  let matrix: string;
  let page: ReturnType<typeof render>;
  const axis = () => asMatrix(person.board.get(matrix))?.props.x;
  const show = () => (
    <MessagesProvider locale="fr" messages={fr}>
      <BoardContext value={{ editor: person.editor } as OpenedBoard}>
        <AxisFields matrix={asMatrix(person.board.get(matrix)) as never} which="x" isFixed={false} />
      </BoardContext>
    </MessagesProvider>
  );
  const field = (label: string): HTMLInputElement => page.getByLabelText(label) as HTMLInputElement;
  const write = (label: string, text: string): void => {
    act(() => void fireEvent.change(field(label), { target: { value: text } }));
    act(() => void fireEvent.blur(field(label)));
    page.rerender(show());
  };

  beforeEach(() => {
    person = openEditor();
    const plain = (name: string) => ({ name, scale: 'linear', min: 0, max: 100 });
    matrix = put(person.board, 'matrix', [0, 0], { props: { x: plain('Effort'), y: plain('Impact') } });
    page = render(show());
  });
  afterEach(() => page.unmount());

  it('may both go beyond where the other was: the first waits for the second, and says so', () => {
    write(fr['matrix.axis.min'], '200');
    expect([axis(), page.queryByText(fr['matrix.axis.problem.range']) !== null]).toMatchObject([{ min: 0 }, true]);
    write(fr['matrix.axis.max'], '300');
    expect(axis()).toMatchObject({ min: 200, max: 300 });
    expect([page.queryByText(fr['matrix.axis.problem.range']), field(fr['matrix.axis.min']).value]).toEqual([
      null,
      '200',
    ]);
    person.editor.commands.run('edit.undo');
    expect(axis()).toMatchObject({ min: 0, max: 100 });
  });

  it('forget what was taken back', () => {
    write(fr['matrix.axis.min'], '200');
    act(() => void fireEvent.keyDown(field(fr['matrix.axis.min']), { key: 'Escape' }));
    expect(page.queryByText(fr['matrix.axis.problem.range'])).toBeNull();
    write(fr['matrix.axis.max'], '300');
    expect(axis()).toMatchObject({ min: 0, max: 300 });
  });

  it('say what cannot be read', () => {
    write(fr['matrix.axis.max'], 'beaucoup');
    expect([axis()?.max, page.queryByText(fr['placing.noNumber']) !== null]).toEqual([100, true]);
  });
});
