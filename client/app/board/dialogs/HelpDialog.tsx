/** How one works on a wall, by hand and by keyboard; the keys come from the very list the keyboard reads. Leads back to the tour. */
import { Footprints } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Command, CommandGroup } from '../../../editor/commands/Command.ts';
import { useT } from '../../../i18n/Messages.tsx';
import { useBoard } from '../../../session/BoardContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useMediaQuery } from '../../../ui/useMediaQuery.ts';
import { isMac, shortcutText } from '../shortcutText.ts';
import styles from './HelpDialog.module.css';

const HANDS = ['write', 'list', 'move', 'several', 'pan', 'zoom'] as const;
const GOOD_TO_KNOW = ['saved', 'undo', 'outline'] as const;
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

export function HelpDialog({ onClose, onTour }: { onClose: () => void; onTour: () => void }) {
  const t = useT();
  const { editor } = useBoard();
  const mac = isMac(navigator);
  // Keys are no use to whoever has none.
  const hasKeys = !useMediaQuery('(hover: none) and (pointer: coarse)');
  const withKeys = editor.commands.list.filter((command) => command.shortcut?.length);
  const groups = GROUPS.map((group) => [group, withKeys.filter((command) => command.group === group)] as const).filter(
    ([, commands]) => commands.length > 0,
  );
  const row = (command: Command) => (
    <Row key={command.id} name={t(command.label)}>
      {command.shortcut?.map((shortcut) => (
        <kbd key={shortcut} className={styles.key}>
          {shortcutText(shortcut, t, mac)}
        </kbd>
      ))}
    </Row>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('help.title')}
      closeLabel={t('common.close')}
      size="l"
      footer={
        <Button
          icon={<Footprints size={18} strokeWidth={1.75} aria-hidden="true" />}
          onClick={() => {
            onClose();
            onTour();
          }}
        >
          {t('tour.again')}
        </Button>
      }
    >
      <section className={styles.hands} aria-label={t('help.hands')}>
        <h3 className={styles.heading}>{t('help.hands')}</h3>
        <dl className={styles.pairs}>
          {HANDS.map((name) => (
            <Row key={name} name={t(`help.${name}`)}>
              {t(`help.${name}.how`)}
            </Row>
          ))}
        </dl>
        <ul className={styles.notes}>
          {GOOD_TO_KNOW.map((name) => (
            <li key={name}>{t(`help.${name}`)}</li>
          ))}
        </ul>
      </section>
      {hasKeys && <h3 className={styles.heading}>{t('help.keyboard')}</h3>}
      <div className={styles.groups} hidden={!hasKeys}>
        {groups.map(([group, commands]) => (
          <section key={group} className={styles.group}>
            <h4 className={styles.subheading}>{t(`help.group.${group}`)}</h4>
            <dl>{commands.map(row)}</dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd className={styles.keys}>{children}</dd>
    </div>
  );
}
