import type { Element, Props } from './ElementKind.ts';

/**
 * Remembers what is derived from an element for as long as that snapshot lives: snapshots never change, so the answer cannot either.
 * Layout of text is asked for at each repaint, hit test and export; it is made once.
 */
export function memoByElement<P extends Props, T>(derive: (element: Element<P>) => T): (element: Element<P>) => T {
  const known = new WeakMap<Element<P>, { readonly value: T }>();
  return (element) => {
    const old = known.get(element);
    if (old) return old.value;
    const value = derive(element);
    known.set(element, { value });
    return value;
  };
}
