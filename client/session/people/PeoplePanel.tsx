/** The list of who is here. */
import { useSession } from '../BoardContext.tsx';
import { useT } from '../../i18n/Messages.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Avatar } from './Avatar.tsx';
import styles from './PeoplePanel.module.css';
import { type PersonHere, peopleHere } from './people.ts';

export function PeoplePanel({ onClose }: { onClose: () => void }) {
  const t = useT();
  const roster = useSession((state) => state.roster);
  const me = useSession((state) => state.me?.id);
  const people = peopleHere(roster.people, me);
  const nameOf = ({ name, role }: PersonHere): string =>
    name || t(role === 'facilitator' ? 'people.facilitator' : 'people.nameless');
  return (
    <SidePanel title={t('people.title')} closeLabel={t('common.close')} onClose={onClose}>
      {people.length === 0 ? (
        <p className={styles.many}>{t('people.here', { count: roster.count })}</p>
      ) : (
        <ul className={styles.list}>
          {people.map((person) => (
            <li key={person.id} className={styles.person}>
              <Avatar person={person} size={36} />
              <span className={styles.words}>
                <span className={styles.name}>
                  {nameOf(person)}
                  {person.me && <span className={styles.me}> {t('people.me')}</span>}
                </span>
                {person.role !== 'participant' && (
                  <span className={styles.role}>{t(`people.role.${person.role}`)}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {people.length === 1 && <p className={styles.many}>{t('people.alone')}</p>}
    </SidePanel>
  );
}
