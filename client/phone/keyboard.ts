/**
 * A phone's keyboard, where the browser lays it over the page instead of making the page smaller (iOS): tells how much of the page it
 * covers, as the custom property `--keyboard`, so that bars and the wall stand above it.
 */
import type { Dispose } from '../../shared/lib/disposable.ts';

/** Less than this is a bar of the browser coming or going. */
const LEAST_PX = 120;

/** How much of the bottom of the page is covered. A page that is zoomed in shows less of itself without any keyboard. */
export function coveredHeight(page: number, visible: { readonly height: number; readonly scale: number }): number {
  if (visible.scale > 1.01) return 0;
  const covered = Math.round(page - visible.height);
  return covered >= LEAST_PX ? covered : 0;
}

/** Keeps `--keyboard` true while it lasts; `onChange` after each change of it. */
export function followKeyboard(window: Window, onChange: () => void): Dispose {
  const { visualViewport, document } = window;
  if (!visualViewport) return () => undefined;
  const root = document.documentElement;
  let shown = 0;
  const update = (): void => {
    const covered = coveredHeight(root.clientHeight, visualViewport);
    // The page fits above the keyboard: what the browser scrolled away to show the field must come back.
    if (covered > 0 && visualViewport.offsetTop > 0) window.scrollTo(0, 0);
    if (covered === shown) return;
    shown = covered;
    root.style.setProperty('--keyboard', `${covered}px`);
    onChange();
  };
  visualViewport.addEventListener('resize', update);
  visualViewport.addEventListener('scroll', update);
  update();
  return () => {
    visualViewport.removeEventListener('resize', update);
    visualViewport.removeEventListener('scroll', update);
    root.style.removeProperty('--keyboard');
  };
}
