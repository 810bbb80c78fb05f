import { describe, expect, it } from 'vitest';
import { type Key, matches } from './keyboard.ts';

const key = (name: string, more: Partial<Key> = {}): Key => ({
  key: name,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe('matches', () => {
  it('takes ctrl or ⌘ for mod, and counts shift with letters', () => {
    expect(matches('mod+z', key('z', { ctrlKey: true }))).toBe(true);
    expect(matches('mod+z', key('z', { metaKey: true }))).toBe(true);
    expect(matches('mod+z', key('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(matches('mod+shift+z', key('Z', { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(matches('n', key('n', { ctrlKey: true }))).toBe(false);
  });
  it('finds signs and digits on any keyboard, AZERTY included', () => {
    expect(matches('+', key('+', { shiftKey: true }))).toBe(true);
    expect(matches('0', key('à', { code: 'Digit0' }))).toBe(true);
    expect(matches('0', key('0', { code: 'Digit0', shiftKey: true }))).toBe(true);
    expect(matches('1', key('&', { code: 'Digit1' }))).toBe(true);
  });
  it('knows named keys with and without shift', () => {
    expect(matches('shift+tab', key('Tab', { shiftKey: true }))).toBe(true);
    expect(matches('tab', key('Tab', { shiftKey: true }))).toBe(false);
    expect(matches('delete', key('Delete'))).toBe(true);
  });
});
