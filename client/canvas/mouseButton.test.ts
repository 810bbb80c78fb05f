import { describe, expect, it } from 'vitest';
import { buttonOf } from './mouseButton.ts';

describe('buttonOf', () => {
  it('takes ctrl and a click for the right button on a Mac, and nowhere else', () => {
    const press = { button: 0, ctrlKey: true };
    expect([buttonOf(press, 'MacIntel'), buttonOf(press, 'Win32'), buttonOf(press, 'Linux x86_64')]).toEqual([2, 0, 0]);
    expect([0, 1, 2].map((button) => buttonOf({ button, ctrlKey: false }, 'MacIntel'))).toEqual([0, 1, 2]);
  });
});
