/**
 * Tools in a row or a column that are one stop of the tab key: the arrows go from one to the next, and who comes back stands where they left.
 * Written by hand: React Aria's brings the focus scopes of its dialogs into the first script.
 */
import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';

export interface ToolbarProps {
  'aria-label': string;
  className?: string;
  orientation?: 'horizontal' | 'vertical';
  /** A name by which guides find it on the page. */
  'data-mark'?: string;
  children: ReactNode;
}

const FOCUSABLE = ':is(button, input, select, textarea, a[href], [tabindex]):not(:disabled, [hidden])';

/** Fields that need the arrows themselves. A slider does with those of the other axis, and keeps Home and End. */
const FIELD = 'input:not([type=range]), select, textarea';

/** Back and on. */
const KEYS = { horizontal: ['ArrowLeft', 'ArrowRight'], vertical: ['ArrowUp', 'ArrowDown'] } as const;

/** What can be focused in it and is seen, in order. */
const toolsIn = (bar: Element): readonly HTMLElement[] =>
  [...bar.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (tool) =>
      !tool.closest('[inert]') && tool.getClientRects().length > 0 && getComputedStyle(tool).visibility === 'visible',
  );

export function Toolbar({ orientation = 'horizontal', children, ...rest }: ToolbarProps) {
  const left = useRef<HTMLElement | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { currentTarget: bar, target } = event;
    // Keys of a menu that hangs elsewhere on the page also come by here.
    if (!(target instanceof HTMLElement && bar.contains(target))) return;
    const tools = toolsIn(bar);
    if (event.key === 'Tab') {
      // From the first or the last of them the browser leaves the whole bar.
      left.current = target;
      tools.at(event.shiftKey ? 0 : -1)?.focus();
      return;
    }
    const at = tools.indexOf(target);
    const [back, on] = KEYS[orientation];
    const keys: Record<string, number> = { [back]: at - 1, [on]: at + 1 };
    if (!target.matches('input')) Object.assign(keys, { Home: 0, End: tools.length - 1 });
    const to = target.matches(FIELD) ? undefined : keys[event.key];
    if (to === undefined) return;
    tools[to]?.focus();
    event.stopPropagation();
    event.preventDefault();
  };
  const onBlur = ({ currentTarget: bar, relatedTarget, target }: FocusEvent<HTMLElement>): void => {
    if (!bar.contains(relatedTarget) && target instanceof HTMLElement) left.current ??= target;
  };
  const onFocus = ({ currentTarget: bar, relatedTarget, target }: FocusEvent<HTMLElement>): void => {
    if (!left.current || bar.contains(relatedTarget) || !bar.contains(target)) return;
    left.current.focus();
    left.current = null;
  };
  return (
    <div
      {...rest}
      role="toolbar"
      aria-orientation={orientation}
      onKeyDownCapture={onKeyDown}
      // A pointer says itself where it wants to be.
      onPointerDownCapture={() => {
        left.current = null;
      }}
      onFocusCapture={onFocus}
      onBlurCapture={onBlur}
    >
      {children}
    </div>
  );
}
