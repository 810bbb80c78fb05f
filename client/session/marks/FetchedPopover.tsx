/** A button and what opens beside it, whose content is fetched when it is first wanted. Escape closes it and gives the focus back. */
import { type ComponentType, type ReactNode, useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useT } from '../../i18n/Messages.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import styles from './MarksBar.module.css';

interface FetchedPopoverProps {
  label: string;
  trigger: ReactNode;
  load: () => Promise<ComponentType | null>;
}

export function FetchedPopover({ label, trigger, load }: FetchedPopoverProps) {
  const t = useT();
  const toast = useToast();
  const [Content, setContent] = useState<{ readonly Body: ComponentType } | null>(null);
  const [isOpen, setOpen] = useState(false);
  const onOpen = (open: boolean): void => {
    setOpen(open);
    if (!open || Content) return;
    void load().then((Body) => {
      if (Body) setContent({ Body });
      else {
        setOpen(false);
        toast({ text: t('dialog.unavailable'), tone: 'danger' });
      }
    });
  };
  return (
    <DialogTrigger isOpen={isOpen && Content !== null} onOpenChange={onOpen}>
      {trigger}
      <Popover className={styles.popover ?? ''} offset={8} placement="bottom">
        <Dialog className={styles.dialog ?? ''} aria-label={label}>
          {Content && <Content.Body />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
