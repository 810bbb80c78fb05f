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

const FOCUSABLE =
  ':is(button, input, select, textarea, a[href], [tabindex]):not(:disabled, [hidden], [inert], [inert] *)';

const KEYS = {
  horizontal: { next: 'ArrowRight', previous: 'ArrowLeft' },
  vertical: { next: 'ArrowDown', previous: 'ArrowUp' },
} as const;

/** What can be focused in it and is seen, in order. */
const toolsIn = (bar: Element): readonly HTMLElement[] =>
  [...bar.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (tool) => tool.getClientRects().length > 0 && getComputedStyle(tool).visibility === 'visible',
  );

export function Toolbar({ orientation = 'horizontal', children, ...rest }: ToolbarProps) {
  const left = useRef<HTMLElement | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { currentTarget: bar, target } = event;
    // Keys of a menu that hangs elsewhere on the page also come by here.
    if (!(target instanceof HTMLElement && bar.contains(target))) return;
    const tools = toolsIn(bar);
    const { next, previous } = KEYS[orientation];
    if (event.key === 'Tab') {
      // From the first or the last of them the browser leaves the whole bar.
      left.current = target;
      tools.at(event.shiftKey ? 0 : -1)?.focus();
    } else if (event.key === next || event.key === previous) {
      const at = tools.indexOf(target) + (event.key === next ? 1 : -1);
      if (at >= 0) tools[at]?.focus();
      event.stopPropagation();
      event.preventDefault();
    }
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
      onFocusCapture={onFocus}
      onBlurCapture={onBlur}
    >
      {children}
    </div>
  );
}
