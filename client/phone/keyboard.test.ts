// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { coveredHeight, followKeyboard } from './keyboard.ts';

describe('coveredHeight', () => {
  it('is what the keyboard covers, and nothing for bars that come and go or a page zoomed in', () => {
    expect(coveredHeight(844, { height: 508, scale: 1 })).toBe(336);
    expect(coveredHeight(844, { height: 790, scale: 1 })).toBe(0);
    expect(coveredHeight(844, { height: 422, scale: 2 })).toBe(0);
    expect(coveredHeight(844, { height: 844, scale: 1 })).toBe(0);
  });
});

describe('followKeyboard', () => {
  it('tells the page, brings back what was scrolled away, and leaves nothing behind', () => {
    const viewport = Object.assign(new EventTarget(), { height: 844, scale: 1, offsetTop: 0 });
    const root = document.createElement('html');
    Object.defineProperty(root, 'clientHeight', { value: 844 });
    const scrolls: number[][] = [];
    const page = {
      visualViewport: viewport,
      document: { documentElement: root },
      scrollTo: (...to: number[]) => void scrolls.push(to),
    } as unknown as Window;
    let changes = 0;
    const stop = followKeyboard(page, () => void changes++);
    expect(root.style.getPropertyValue('--keyboard')).toBe('');

    Object.assign(viewport, { height: 508, offsetTop: 200 });
    viewport.dispatchEvent(new Event('resize'));
    viewport.dispatchEvent(new Event('scroll'));
    expect(root.style.getPropertyValue('--keyboard')).toBe('336px');
    expect([changes, scrolls[0]]).toEqual([1, [0, 0]]);

    Object.assign(viewport, { height: 844, offsetTop: 0 });
    viewport.dispatchEvent(new Event('resize'));
    expect(root.style.getPropertyValue('--keyboard')).toBe('0px');
    stop();
    viewport.dispatchEvent(new Event('resize'));
    expect([root.style.getPropertyValue('--keyboard'), changes]).toEqual(['', 2]);
  });
});
