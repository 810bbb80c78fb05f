// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { holdKeys } from './holdKeys.ts';

describe('keys typed before a field is there', () => {
  const wall = vi.fn();
  const press = (key: string, more: KeyboardEventInit = {}): void =>
    void document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

  afterEach(() => {
    document.body.removeEventListener('keydown', wall);
    wall.mockReset();
  });

  it('are kept for it and are no shortcuts of the wall; later ones go where they belong', () => {
    document.body.addEventListener('keydown', wall);
    const release = holdKeys();
    for (const key of ['R', 'e', 'h', 'Backspace', 'g', 'Enter']) press(key);
    expect(wall).not.toHaveBeenCalled();
    expect([release(), release()]).toEqual(['Reg\n', '']);
    press('r');
    expect(wall).toHaveBeenCalledTimes(1);
  });

  it('with a modifier, and those that write nothing, go their way', () => {
    document.body.addEventListener('keydown', wall);
    const release = holdKeys();
    press('k', { ctrlKey: true });
    press('Escape');
    press('Shift');
    expect([wall.mock.calls.length, release()]).toEqual([3, '']);
  });

  it('are held for a few seconds at most: no key is ever lost for good', () => {
    vi.useFakeTimers();
    document.body.addEventListener('keydown', wall);
    const release = holdKeys();
    press('a');
    vi.advanceTimersByTime(6_000);
    press('b');
    expect([wall.mock.calls.length, release()]).toEqual([1, 'a']);
    vi.useRealTimers();
  });
});
