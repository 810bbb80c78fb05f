/** A list of actions behind a button. */
import { type ComponentType, cloneElement, type ReactElement, type ReactNode, useRef, useState } from 'react';
import type { PopoverProps } from 'react-aria-components';
import type { IconButtonProps } from './IconButton.tsx';
import type { MenuPanelProps } from './MenuPanel.tsx';
import { useToast } from './Toasts.tsx';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string | undefined;
  /** Whether it is the one now in force. */
  readonly isOn?: boolean;
  readonly run: () => void;
}

export interface MenuProps {
  trigger: ReactElement<IconButtonProps>;
  label: string;
  /** What to say when it cannot be fetched. */
  unavailable: string;
  actions: readonly MenuAction[];
  placement?: PopoverProps['placement'];
  /** `tiles`: side by side, each with its word below its icon. */
  layout?: 'lines' | 'tiles';
}

/** Fetches what menus are made of; `null` when it could not be fetched. */
const loadPanel = (): Promise<ComponentType<MenuPanelProps> | null> =>
  import('./MenuPanel.tsx').then(
    ({ MenuPanel }) => MenuPanel,
    () => null,
  );

/** Fetches it ahead, so that menus open without a network too. */
export const prefetchMenus = async (): Promise<void> => void (await loadPanel());

export function Menu({ trigger, label, unavailable, actions, placement, layout = 'lines' }: MenuProps) {
  const toast = useToast();
  const button = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState<{ readonly Panel: ComponentType<MenuPanelProps> } | null>(null);
  const open = (): void => {
    void loadPanel().then((Panel) => {
      if (Panel) setShown({ Panel });
      else toast({ text: unavailable, tone: 'danger' });
    });
  };
  const openByArrow = ({ key }: { readonly key: string }): void => {
    if (key === 'ArrowDown' || key === 'ArrowUp') open();
  };
  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        opens: 'menu',
        expanded: shown !== null,
        onPress: open,
        onKeyDown: openByArrow,
      })}
      {shown && (
        <shown.Panel
          button={button}
          label={label}
          actions={actions}
          layout={layout}
          {...(placement && { placement })}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}
