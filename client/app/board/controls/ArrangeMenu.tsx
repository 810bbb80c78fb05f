/** Putting what is selected in order, behind one button: lining up, tidying, groups, turning. From the one registry. */
import { Fragment } from 'react';
import { Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import type { Command } from '../../../editor/commands/Command.ts';
import { useT } from '../../../i18n/Messages.tsx';
import { useCommands } from '../../../session/BoardContext.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import ui from '../../../ui/Menu.module.css';
import { CommandIcon } from '../icons.tsx';
import { isMac, shortcutText } from '../shortcutText.ts';
import styles from './ArrangeMenu.module.css';

/** Parts of the menu, by how the ids of their commands begin; what fits none comes last. */
const PARTS: readonly RegExp[] = [
  /^arrange\.(?:align|distribute)/,
  /^arrange\.tidy/,
  /^arrange\.(?:sameSize|group|ungroup)/,
  /^arrange\.turn/,
  /^arrange\.opacity/,
  /^arrange\./,
];

export function ArrangeMenu() {
  const t = useT();
  const commands = useCommands();
  const offered = commands.list.filter((one) => one.group === 'arrange' && !one.keysOnly && one.enabled());
  if (offered.length === 0) return null;
  const parts = PARTS.map((part) => offered.filter(({ id }) => PARTS.find((one) => one.test(id)) === part)).filter(
    (part) => part.length > 0,
  );
  const mac = isMac(navigator);
  const item = (command: Command) => (
    <MenuItem key={command.id} id={command.id} className={ui.item ?? ''} textValue={t(command.label)}>
      <CommandIcon name={command.icon} />
      <span className={ui.text}>{t(command.label)}</span>
      {command.shortcut?.[0] !== undefined && (
        <kbd className={ui.shortcut}>{shortcutText(command.shortcut[0], t, mac)}</kbd>
      )}
    </MenuItem>
  );
  return (
    <MenuTrigger>
      <IconButton
        size="l"
        placement="top"
        label={t('help.group.arrange')}
        icon={<CommandIcon name="layout-grid" size={22} />}
        mark="arrange"
      />
      <Popover aria-label={t('help.group.arrange')} className={ui.popover ?? ''} offset={8}>
        <Menu
          aria-label={t('help.group.arrange')}
          className={styles.menu ?? ''}
          onAction={(id) => {
            const command = offered.find((one) => one.id === id);
            if (command) commands.run(command.id);
          }}
        >
          {parts.map((part, n) => (
            <Fragment key={part[0]?.id}>
              {n > 0 && <Separator className={styles.line ?? ''} />}
              <MenuSection aria-label={part.map(({ label }) => t(label)).join(', ')}>{part.map(item)}</MenuSection>
            </Fragment>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
