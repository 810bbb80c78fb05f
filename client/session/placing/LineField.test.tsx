// @vitest-environment happy-dom
/** A field of a panel never goes on saying what is not on the board. */
import { act, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LineField } from './LineField.tsx';

describe('a field of a panel', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const open = (onCommit: (value: string) => unknown, value = '50') => {
    const page = render(<LineField label="Effort" value={value} onCommit={onCommit} refusal="Écrivez un nombre." />);
    const field = page.getByLabelText(/Effort/u) as HTMLInputElement;
    const write = (text: string): void => {
      fireEvent.change(field, { target: { value: text } });
      fireEvent.blur(field);
    };
    const later = (): void => act(() => void vi.advanceTimersByTime(1_000));
    return { page, field, write, later };
  };

  it('shows what came of its words where they changed nothing: a lock, a step, a bound', () => {
    const onCommit = vi.fn();
    const { page, field, write, later } = open(onCommit);
    write('250');
    expect([onCommit.mock.calls, field.value]).toEqual([[['250']], '250']);
    later();
    expect(field.value).toBe('50');
    page.unmount();
  });

  it('leaves whoever types on what they have typed', () => {
    const { page, field, write, later } = open(() => undefined);
    write('60');
    fireEvent.change(field, { target: { value: '6' } });
    later();
    expect(field.value).toBe('6');
    page.unmount();
  });

  it('takes back what could not be taken once the old words stand there again, and at once where they come about', () => {
    const onTakeBack = vi.fn();
    const show = (value: string) => (
      <LineField label="Effort" value={value} onCommit={() => false} onTakeBack={onTakeBack} refusal="Non." />
    );
    const page = render(show('0'));
    const field = page.getByLabelText(/Effort/u) as HTMLInputElement;
    const write = (text: string): void => {
      fireEvent.change(field, { target: { value: text } });
      fireEvent.blur(field);
    };
    fireEvent.blur(field);
    expect(onTakeBack).not.toHaveBeenCalled();
    write('200');
    expect([onTakeBack.mock.calls.length, page.queryByText('Non.') !== null]).toEqual([0, true]);
    write('0');
    expect([onTakeBack.mock.calls.length, page.queryByText('Non.')]).toEqual([1, null]);
    write('200');
    // What was typed beside it has made it right.
    page.rerender(show('200'));
    expect([field.value, page.queryByText('Non.')]).toEqual(['200', null]);
    page.unmount();
  });

  it('keeps what cannot be read, and says so until it is written anew', () => {
    const { page, field, write, later } = open((text) => text !== 'beaucoup');
    write('beaucoup');
    later();
    expect([field.value, page.queryByText('Écrivez un nombre.') !== null]).toEqual(['beaucoup', true]);
    write('60');
    expect(page.queryByText('Écrivez un nombre.')).toBeNull();
    page.unmount();
  });
});
