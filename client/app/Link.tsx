/** A link inside the product: a real address (open in a new tab, copy), followed without loading the page again. */
import type { ComponentPropsWithRef } from 'react';
import { useApp } from './AppContext.tsx';
import { type Route, routePath } from './router.ts';

export interface LinkProps extends Omit<ComponentPropsWithRef<'a'>, 'href'> {
  to: Route;
}

export function Link({ to, children, ...rest }: LinkProps) {
  const { router } = useApp();
  return (
    <a
      {...rest}
      href={routePath(to)}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        router.go(to);
      }}
    >
      {children}
    </a>
  );
}
