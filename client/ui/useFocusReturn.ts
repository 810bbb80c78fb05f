/**
 * Gives focus back to the button that opened something in its own place, once it stands there again; never takes it from where a person
 * has gone meanwhile.
 */
import { type RefObject, useEffect, useRef } from 'react';

/** For the button; `isOpen`: what it opened stands in its place. */
export function useFocusReturn(isOpen: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return button;
}
