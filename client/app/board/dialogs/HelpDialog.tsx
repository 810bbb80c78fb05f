/** What the keyboard can do, from the very list the keyboard reads. */
import type { Command, CommandGroup } from '../../../editor/commands/Command.ts';
import { useT } from '../../../i18n/Messages.tsx';
import { useBoard } from '../../../session/BoardContext.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { isMac, shortcutText } from '../shortcutText.ts';
import styles from './HelpDialog.module.css';

const GROUPS: readonly CommandGroup[] = [
  'tools',
  'edit',
  'clipboard',
  'history',
  'selection',
  'order',
  'view',
  'color',
];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { editor } = useBoard();
  const mac = isMac(navigator);
  const withKeys = editor.commands.list.filter((command) => command.shortcut?.length);
  const groups = GROUPS.map((group) => [group, withKeys.filter((command) => command.group === group)] as const).filter(
    ([, commands]) => commands.length > 0,
  );
  const row = (command: Command) => (
    <div key={command.id} className={styles.row}>
      <dt>{t(command.label)}</dt>
      <dd className={styles.keys}>
        {command.shortcut?.map((shortcut) => (
          <kbd key={shortcut} className={styles.key}>
            {shortcutText(shortcut, t, mac)}
          </kbd>
        ))}
      </dd>
    </div>
  );
  return (
    <Dialog open onClose={onClose} title={t('help.title')} closeLabel={t('common.close')} size="l">
      <p className={styles.lead}>{t('help.lead')}</p>
      <div className={styles.groups}>
        {groups.map(([group, commands]) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>{t(`help.group.${group}`)}</h3>
            <dl>{commands.map(row)}</dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
