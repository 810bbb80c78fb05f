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

  const range = fr['matrix.axis.problem.range'];

  it('forget what the old number was typed over: nothing of it is written with the next change', () => {
    write(fr['matrix.axis.min'], '200');
    write(fr['matrix.axis.min'], '0');
    expect(page.queryByText(range)).toBeNull();
    write(fr['matrix.axis.max'], '300');
    expect(axis()).toMatchObject({ min: 0, max: 300 });
  });

  it('keep the one that waits while the other is taken back, and write it once it is right by itself', () => {
    write(fr['matrix.axis.min'], '200');
    write(fr['matrix.axis.max'], '150');
    expect([axis()?.max, page.queryByText(range) !== null]).toEqual([100, true]);
    write(fr['matrix.axis.min'], '0');
    expect([axis(), page.queryByText(range)]).toMatchObject([{ min: 0, max: 150 }, null]);
    write(fr['matrix.axis.min'], '400');
    write(fr['matrix.axis.min'], 'rien');
    write(fr['matrix.axis.max'], '500');
    expect(axis()).toMatchObject({ min: 0, max: 500 });
  });

  it('go on waiting, and say so, while the axis is named', () => {
    write(fr['matrix.axis.min'], '200');
    write(fr['matrix.axis.name'], 'Coût');
    expect([axis()?.name, page.queryByText(range) !== null]).toEqual(['Coût', true]);
    write(fr['matrix.axis.max'], '300');
    expect(axis()).toMatchObject({ name: 'Coût', min: 200, max: 300 });
    expect([page.queryByText(range), page.queryByText(fr['placing.noNumber'])]).toEqual([null, null]);
  });

  it('are no larger than a board takes', () => {
    write(fr['matrix.axis.max'], '2000000000');
    expect([axis()?.max, page.queryByText(fr['matrix.axis.problem.number']) !== null]).toEqual([100, true]);
  });

  it('say what cannot be read', () => {
    write(fr['matrix.axis.max'], 'beaucoup');
    expect([axis()?.max, page.queryByText(fr['placing.noNumber']) !== null]).toEqual([100, true]);
  });

  describe('in steps', () => {
    const problem = fr['matrix.axis.problem.steps'];
    const steps = (): readonly string[] | undefined => axis()?.steps;
    const lines = (count: number): string => Array.from({ length: count }, (_, n) => `Niveau ${n + 1}`).join('\n');

    beforeEach(() => {
      const step = { name: 'Effort', scale: 'ordinal', min: 1, max: 3, steps: ['faible', 'moyen', 'fort'] };
      person.board.edit('test', (to) => to.set(matrix, { props: { x: step } }));
      page.rerender(show());
    });

    it('are from two to twelve: more are refused and said, not lost', () => {
      write(fr['matrix.axis.steps'], lines(13));
      expect([steps()?.length, page.queryByText(problem) !== null, field(fr['matrix.axis.steps']).value]).toEqual([
        ...[3, true, lines(13)],
      ]);
      write(fr['matrix.axis.steps'], lines(12));
      expect([steps()?.length, page.queryByText(problem)]).toEqual([12, null]);
    });

    it('are said to be wrong no longer once the old ones stand there again', () => {
      write(fr['matrix.axis.steps'], 'seul');
      expect(page.queryByText(problem)).not.toBeNull();
      write(fr['matrix.axis.steps'], 'faible\nmoyen\nfort');
      expect([page.queryByText(problem), steps()?.length]).toEqual([null, 3]);
    });
  });
});
