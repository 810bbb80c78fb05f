/** One person of the list, with what may be done about them: by themselves, or by whoever facilitates. */
import { Ellipsis, PencilLine, Star, StarOff, UserMinus } from 'lucide-react';
import { useState } from 'react';
import { can } from '../../../shared/access/can.ts';
import { useT } from '../../i18n/Messages.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuAction } from '../../ui/Menu.tsx';
import { useFocusReturn } from '../../ui/useFocusReturn.ts';
import { useSession } from '../BoardContext.tsx';
import { useCommand } from '../useCommand.ts';
import { Avatar } from './Avatar.tsx';
import styles from './PeoplePanel.module.css';
import { PersonName } from './PersonName.tsx';
import type { PersonHere } from './people.ts';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function PersonRow({ person }: { person: PersonHere }) {
  const t = useT();
  const role = useSession((state) => state.me?.role ?? 'viewer');
  const { pending, run } = useCommand();
  const [renaming, setRenaming] = useState(false);
  const [asked, setAsked] = useState<'demote' | 'remove' | null>(null);
  const trigger = useFocusReturn(renaming);
  const name = person.name || t(person.role === 'facilitator' ? 'people.facilitator' : 'people.nameless');
  const participant = person.id;

  const rename: MenuAction = {
    id: 'rename',
    label: t('people.rename'),
    icon: <PencilLine {...ICON} />,
    run: () => setRenaming(true),
  };
  const promote: MenuAction = {
    id: 'promote',
    label: t('people.promote'),
    icon: <Star {...ICON} />,
    run: () => void run({ type: 'promote', participant }),
  };
  const demote: MenuAction = {
    id: 'demote',
    label: t(person.me ? 'people.demote.me' : 'people.demote'),
    icon: <StarOff {...ICON} />,
    run: () => setAsked('demote'),
  };
  const remove: MenuAction = {
    id: 'remove',
    label: t('people.remove'),
    icon: <UserMinus {...ICON} />,
    run: () => setAsked('remove'),
  };
  const actions = can(role, 'facilitate')
    ? [rename, person.role === 'facilitator' ? demote : promote, ...(person.me ? [] : [remove])]
    : [];
  const confirm = async (): Promise<void> => {
    if (asked && (await run({ type: asked, participant }))) setAsked(null);
  };

  if (renaming) {
    return (
      <li className={styles.renaming}>
        <Avatar person={person} size={36} />
        <PersonName person={person} onDone={() => setRenaming(false)} />
      </li>
    );
  }
  return (
    <li className={styles.person}>
      <Avatar person={person} size={36} />
      <span className={styles.words}>
        <span className={styles.name}>
          {name}
          {person.me && <span className={styles.me}> {t('people.me')}</span>}
        </span>
        {person.role !== 'participant' && <span className={styles.role}>{t(`people.role.${person.role}`)}</span>}
      </span>
      {actions.length > 0 ? (
        <span className={styles.menu} aria-busy={pending}>
          <Menu
            label={t('people.actions', { name })}
            unavailable={t('dialog.unavailable')}
            actions={actions}
            trigger={
              <IconButton
                ref={trigger}
                label={t('people.actions', { name })}
                icon={<Ellipsis {...ICON} size={20} />}
                placement="left"
              />
            }
          />
        </span>
      ) : (
        person.me &&
        can(role, 'presence') && (
          <span className={styles.menu}>
            <IconButton
              ref={trigger}
              label={t('people.rename.me')}
              icon={<PencilLine {...ICON} />}
              placement="left"
              onPress={() => setRenaming(true)}
            />
          </span>
        )
      )}
      {asked && (
        <ConfirmDialog
          title={t(person.me ? 'people.demote.me.title' : `people.${asked}.title`, { name })}
          closeLabel={t('common.close')}
          cancelLabel={t('common.cancel')}
          confirmLabel={t(person.me ? 'people.demote.me' : `people.${asked}`)}
          pending={pending}
          onConfirm={() => void confirm()}
          onClose={() => setAsked(null)}
        >
          <p>{t(person.me ? 'people.demote.me.help' : `people.${asked}.help`)}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}
