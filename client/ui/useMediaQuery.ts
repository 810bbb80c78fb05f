import { useSyncExternalStore } from 'react';

/** Where a wall is shown as on a phone: too narrow, or too low, for bars along two edges. The style sheets say the same. */
export const PHONE = '(max-width: 700px), (max-height: 480px)';
/** A phone held sideways: its one bar stands at the right, under the thumb, and takes no height. */
export const SIDEWAYS = '(max-height: 480px) and (min-width: 481px)';

/** Whether a media query holds, now and later. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}
