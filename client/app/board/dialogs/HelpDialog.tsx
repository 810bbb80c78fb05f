/**
 * How one works on a wall, by hand and by keyboard: every command of the one registry, by group, with its keys; a few letters narrow the
 * list. Leads back to the tour.
 */
import { Footprints, Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { foldText, foldWords } from '../../../../shared/text/foldText.ts';
import type { Command, CommandGroup } from '../../../editor/commands/Command.ts';
import { useT } from '../../../i18n/Messages.tsx';
import { useBoard } from '../../../session/BoardContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useMediaQuery } from '../../../ui/useMediaQuery.ts';
import { isMac, shortcutText } from '../shortcutText.ts';
import styles from './HelpDialog.module.css';
import type { DialogProps } from './loadDialog.ts';

const HANDS = [
  'write',
  'list',
  'move',
  'several',
  'lasso',
  'groups',
  'snap',
  'pull',
  'pan',
  'zoom',
  'people',
  'pen',
] as const;
const GOOD_TO_KNOW = ['saved', 'undo', 'outline', 'mindmap', 'grid'] as const;
/** In this order; the compiler asks for every group there is. */
const GROUPS = Object.keys({
  tools: true,
  edit: true,
  mindmap: true,
  grid: true,
  cluster: true,
  placing: true,
  deck: true,
  pins: true,
  sort: true,
  arrange: true,
  clipboard: true,
  history: true,
  selection: true,
  order: true,
  view: true,
  page: true,
  color: true,
} satisfies Record<CommandGroup, true>) as CommandGroup[];

export function HelpDialog({ onClose, onTour }: Pick<DialogProps, 'onClose' | 'onTour'>) {
  const t = useT();
  const { editor } = useBoard();
  const mac = isMac(navigator);
  // Keys are no use to whoever has none.
  const hasKeys = !useMediaQuery('(hover: none) and (pointer: coarse)');
  const [query, setQuery] = useState('');
  const words = foldWords(query);
  const isWanted = ({ label, group }: Command): boolean => {
    const text = foldText(`${t(label)} ${t(`help.group.${group}`)}`);
    return words.every((word) => text.includes(word));
  };
  const commands = editor.commands.list.filter(isWanted);
  const groups = GROUPS.map((group) => [group, commands.filter((command) => command.group === group)] as const).filter(
    ([, list]) => list.length > 0,
  );
  const row = (command: Command) => (
    <Row key={command.id} name={t(command.label)}>
      {command.shortcut?.map((shortcut) => (
        <kbd key={shortcut} className={styles.key}>
          {shortcutText(shortcut, t, mac)}
        </kbd>
      )) ?? <span className={styles.noKey}>{t('help.noKey')}</span>}
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
      {hasKeys && (
        <>
          <div className={styles.head}>
            <h3 className={styles.heading}>{t('help.keyboard')}</h3>
            <label className={styles.search}>
              <Search size={18} strokeWidth={1.75} aria-hidden="true" />
              <span className="visually-hidden">{t('help.search')}</span>
              <input
                className={styles.input}
                placeholder={t('help.search')}
                value={query}
                spellCheck={false}
                onChange={(event) => setQuery(event.currentTarget.value)}
              />
            </label>
          </div>
          <p role="status" className={groups.length === 0 ? styles.none : 'visually-hidden'}>
            {words.length > 0 && t(groups.length === 0 ? 'help.noMatch' : 'palette.count', { count: commands.length })}
          </p>
          <div className={styles.groups}>
            {groups.map(([group, list]) => (
              <section key={group} className={styles.group}>
                <h4 className={styles.subheading}>{t(`help.group.${group}`)}</h4>
                <dl>{list.map(row)}</dl>
              </section>
            ))}
          </div>
        </>
      )}
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
