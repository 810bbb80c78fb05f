import { describe, expect, it } from 'vitest';
import { openEditor } from '../../../tests/helpers/editing.ts';
import { createMemoryStorage } from '../../ui/DeviceStorage.ts';
import { keepHandPreferences, readHandPreferences } from './handPreferences.ts';

const screen = (innerWidth: number, isTouch: boolean) => ({
  innerWidth,
  matchMedia: () => ({ matches: isTouch }) as unknown as MediaQueryList,
});

describe('hand preferences', () => {
  it('keeps on this device what was chosen, and begins with it the next time', () => {
    const storage = createMemoryStorage();
    const { editor } = openEditor(readHandPreferences(storage, screen(1440, false)));
    keepHandPreferences(editor, storage);
    editor.commands.run('view.snap');
    editor.commands.run('view.severalHands');
    const { editor: next } = openEditor(readHandPreferences(storage, screen(1440, false)));
    const { isSnapping, hasSeveralHands } = next.store.getState();
    expect({ isSnapping, hasSeveralHands }).toEqual({ isSnapping: false, hasSeveralHands: true });
  });

  it('offers several hands once, on a large touch screen only', () => {
    const storage = createMemoryStorage();
    const offered = (width: number, isTouch: boolean): number => {
      const { editor, notices } = openEditor(readHandPreferences(storage, screen(width, isTouch)));
      editor.offerSeveralHands();
      editor.offerSeveralHands();
      return notices.filter(({ offer }) => offer?.command === 'view.severalHands').length;
    };
    expect([offered(1920, true), offered(1920, false), offered(820, true)]).toEqual([1, 0, 0]);
  });
});
