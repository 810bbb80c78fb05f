/** How many notes are meant: reckoned anew when other ones are, or after the board has changed, not each time the panel is drawn. */
import { useCallback } from 'react';
import { useBoardValue } from '../marks/useBoardValue.ts';

/** `scope` must be the same function while the same notes are meant. */
export const useScopeCount = (scope: () => readonly string[]): number =>
  useBoardValue(useCallback(() => scope().length, [scope]));
