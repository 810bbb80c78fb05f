/** Shortcuts as they stand on the person's keyboard: `mod+shift+z` → « Ctrl + Maj + Z », or ⌘ ⇧ Z on a Mac. */
import type { MessageId } from '../../i18n/Messages.tsx';

const NAMED: Readonly<Record<string, MessageId>> = {
  shift: 'key.shift',
  alt: 'key.alt',
  enter: 'key.enter',
  escape: 'key.escape',
  delete: 'key.delete',
  backspace: 'key.backspace',
  tab: 'key.tab',
  contextmenu: 'key.contextmenu',
  space: 'key.space',
};

/** Keys that bear a sign. */
const SIGNS: Readonly<Record<string, string>> = { arrowup: '↑', arrowdown: '↓' };

const MAC: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥' };

export function shortcutText(shortcut: string, t: (id: MessageId) => string, mac: boolean): string {
  const keys = shortcut.split('+').map((key) => (key === '' ? '+' : key));
  // `+` alone splits into two empty parts.
  const parts = shortcut === '+' ? ['+'] : keys;
  return parts
    .map((key) => {
      if (mac && MAC[key]) return MAC[key];
      if (key === 'mod') return 'Ctrl';
      const id = NAMED[key];
      return id ? t(id) : (SIGNS[key] ?? key.toUpperCase());
    })
    .join(mac ? ' ' : ' + ');
}

/** Whether this keyboard has ⌘ where others have Ctrl. */
export const isMac = (navigator: Pick<Navigator, 'platform'>): boolean => /mac|iphone|ipad/i.test(navigator.platform);
