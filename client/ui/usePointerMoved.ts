/**
 * Whether the pointer has moved since something opened. What opens by keyboard may come to lie under a mouse that rests there: the browser then
 * says that the mouse has entered it, and nobody has pointed at anything.
 */
import { useEffect, useRef, useState } from 'react';

/** What comes of itself (entering, and a move the browser makes up) names the place where the pointer rests. */
const EVENTS = ['pointerover', 'pointermove'] as const;

export function usePointerMoved(): boolean {
  const [hasMoved, setHasMoved] = useState(false);
  const rest = useRef<readonly [x: number, y: number] | null>(null);
  useEffect(() => {
    if (hasMoved) return;
    const look = ({ screenX, screenY }: PointerEvent): void => {
      const [x, y] = rest.current ?? [screenX, screenY];
      rest.current = [x, y];
      if (screenX !== x || screenY !== y) setHasMoved(true);
    };
    for (const name of EVENTS) window.addEventListener(name, look, true);
    return () => {
      for (const name of EVENTS) window.removeEventListener(name, look, true);
    };
  }, [hasMoved]);
  return hasMoved;
}
