// @vitest-environment happy-dom
/** A bar of tools by keyboard: one stop of the tab key, arrows within it, and back to where one was. */
import { cleanup, fireEvent, render } from '@testing-library/react';
import { createPortal } from 'react-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Toolbar, type ToolbarProps } from './Toolbar.tsx';

const onPage = vi.fn();

/** What stands on the page: a bar of these tools, a wall before it and one behind it. */
function show(tools: ToolbarProps['children'], props: Partial<ToolbarProps> = {}) {
  return render(
    // biome-ignore lint/a11y/noStaticElementInteractions: the page, as keys reach it that nobody has taken
    <div onKeyDown={(event) => onPage(event.key)}>
      <button type="button">Mur</button>
      <Toolbar aria-label="Outils" {...props}>
        {tools}
      </Toolbar>
      <button type="button">Plan</button>
    </div>,
  );
}

const NAMES = ['Choisir', 'Note', 'Texte', 'Forme'];
const TOOLS = NAMES.map((name) => (
  <button key={name} type="button">
    {name}
  </button>
));
const tool = (name: string): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, a')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const focused = (): string | null | undefined =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
/** Presses a key where the focus is. Whether the browser may still do what it does with that key. */
const press = (key: string, more: object = {}): boolean =>
  fireEvent.keyDown(document.activeElement as Element, { key, ...more });
/** The tab key: what the page does with it, then the next, or the one before, as a browser has it. */
function tab(to: string, shiftKey = false): void {
  expect(press('Tab', { shiftKey })).toBe(true);
  tool(to).focus();
}

// A browser says so of whatever nobody has hidden.
beforeEach(() => document.documentElement.style.setProperty('visibility', 'visible'));
afterEach(() => {
  cleanup();
  onPage.mockClear();
});

describe('a bar of tools', () => {
  it('is told of as one bar, with its name and which way it goes', () => {
    const { getByRole } = show(TOOLS, { orientation: 'vertical' });
    const bar = getByRole('toolbar', { name: 'Outils' });
    expect(bar.getAttribute('aria-orientation')).toBe('vertical');
  });

  it.each([
    ['horizontal', 'ArrowRight', 'ArrowLeft', 'ArrowDown'],
    ['vertical', 'ArrowDown', 'ArrowUp', 'ArrowRight'],
  ] as const)(
    'goes from one to the next by the arrows of its axis (%s), and stays at its ends',
    (orientation, on, back, other) => {
      show(TOOLS, { orientation });
      tool('Choisir').focus();
      const way = [on, on, on, on, back, back, back, back].map((key) => {
        expect(press(key)).toBe(false);
        return focused();
      });
      expect(way).toEqual(['Note', 'Texte', 'Forme', 'Forme', 'Texte', 'Note', 'Choisir', 'Choisir']);
      // Nothing of it is heard of outside: on the wall the arrows move what is selected.
      expect(onPage).not.toHaveBeenCalled();
      expect(press(other)).toBe(true);
      expect([focused(), onPage.mock.calls]).toEqual(['Choisir', [[other]]]);
    },
  );

  it('goes to its first and its last by Home and End', () => {
    show(TOOLS);
    tool('Note').focus();
    const way = ['End', 'End', 'Home', 'Home'].map((key) => {
      expect(press(key)).toBe(false);
      return focused();
    });
    expect(way).toEqual(['Forme', 'Forme', 'Choisir', 'Choisir']);
    expect(onPage).not.toHaveBeenCalled();
  });

  it('leaves every other key to the tool it is pressed on', () => {
    show(TOOLS);
    tool('Note').focus();
    for (const key of ['Enter', ' ', 'Escape', 'a', 'PageDown']) expect(press(key)).toBe(true);
    expect([focused(), onPage.mock.calls.length]).toEqual(['Note', 5]);
  });

  it('passes over what cannot be used or is not seen, not over what says why it cannot', () => {
    show(
      <>
        <button type="button">Choisir</button>
        <button type="button" disabled>
          Couleur
        </button>
        <button type="button" hidden>
          Caché
        </button>
        <span inert>
          <button type="button">Inerte</button>
        </span>
        <button type="button" style={{ visibility: 'hidden' }}>
          Invisible
        </button>
        <button type="button">Replié</button>
        <button type="button" aria-disabled="true">
          Verrouillée
        </button>
        <a href="#aide">Aide</a>
        <span>Trait</span>
      </>,
    );
    // As a browser says it of what stands in something that is not shown.
    tool('Replié').getClientRects = () => [] as unknown as DOMRectList;
    tool('Choisir').focus();
    press('ArrowRight');
    expect(focused()).toBe('Verrouillée');
    press('ArrowRight');
    expect(focused()).toBe('Aide');
    press('ArrowRight');
    expect(focused()).toBe('Aide');
  });

  it('goes through groups within it as if they were none', () => {
    show(
      <>
        <button type="button">Choisir</button>
        <fieldset aria-label="Couleurs">
          <button type="button">Jaune</button>
          <button type="button">Bleu</button>
        </fieldset>
      </>,
    );
    tool('Choisir').focus();
    expect(['ArrowRight', 'ArrowRight', 'ArrowLeft'].map((key) => press(key) || focused())).toEqual([
      'Jaune',
      'Bleu',
      'Jaune',
    ]);
  });

  it('takes no key from a field that needs it', () => {
    show(
      <>
        <button type="button">Choisir</button>
        <input aria-label="Nom" />
        <input aria-label="Opacité" type="range" />
        <select aria-label="Police">
          <option>Marianne</option>
        </select>
      </>,
    );
    for (const name of ['Nom', 'Police']) {
      tool(name).focus();
      for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End']) expect(press(key)).toBe(true);
      expect(focused()).toBe(name);
    }
    // A slider is pushed by the arrows of the other axis.
    tool('Opacité').focus();
    for (const key of ['ArrowUp', 'Home', 'End']) expect(press(key)).toBe(true);
    expect([focused(), press('ArrowRight'), focused()]).toEqual(['Opacité', false, 'Police']);
  });

  it('takes no key from a menu that hangs elsewhere on the page', () => {
    const menu = (
      <div role="menu">
        <button type="button" role="menuitem">
          Dupliquer
        </button>
      </div>
    );
    show([...TOOLS, createPortal(menu, document.body, 'menu')]);
    tool('Note').focus();
    tool('Dupliquer').focus();
    for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'Tab']) expect(press(key)).toBe(true);
    expect(focused()).toBe('Dupliquer');
    // From elsewhere too one comes to where one goes.
    tool('Plan').focus();
    tool('Dupliquer').focus();
    expect(focused()).toBe('Dupliquer');
    // And back from it to where it was opened.
    tool('Choisir').focus();
    expect(focused()).toBe('Note');
  });

  it('is left by one press of the tab key, to either side, and entered again where one was', () => {
    show(TOOLS);
    tool('Choisir').focus();
    press('ArrowRight');
    expect(press('Tab')).toBe(true);
    // The browser goes on from the last of them.
    expect(focused()).toBe('Forme');
    tool('Plan').focus();
    tool('Forme').focus();
    expect(focused()).toBe('Note');
    press('Tab', { shiftKey: true });
    expect(focused()).toBe('Choisir');
    tool('Mur').focus();
    tool('Choisir').focus();
    expect(focused()).toBe('Note');
    // Once in it, one goes where one likes.
    tool('Texte').focus();
    expect(focused()).toBe('Texte');
    tab('Plan');
    expect(focused()).toBe('Plan');
  });

  it('is entered again where one was, however one left it', () => {
    show(TOOLS);
    tool('Choisir').focus();
    press('ArrowRight');
    tool('Mur').focus();
    tool('Choisir').focus();
    expect(focused()).toBe('Note');
  });

  it('is entered where the focus goes, if the tool one was on is gone', () => {
    const page = show(TOOLS);
    tool('Note').focus();
    tab('Plan');
    page.rerender(
      <div>
        <button type="button">Mur</button>
        <Toolbar aria-label="Outils">{TOOLS.filter(({ key }) => key !== 'Note')}</Toolbar>
        <button type="button">Plan</button>
      </div>,
    );
    tool('Forme').focus();
    expect(focused()).toBe('Forme');
  });

  it('is entered by a pointer where it presses, wherever one was', () => {
    show(TOOLS);
    tool('Note').focus();
    tool('Plan').focus();
    fireEvent.pointerDown(tool('Forme'));
    tool('Forme').focus();
    expect(focused()).toBe('Forme');
  });
});
