/** The list of who is here, and what may be done about them. */
import { useSession } from '../BoardContext.tsx';
import { useT } from '../../i18n/Messages.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import styles from './PeoplePanel.module.css';
import { PersonRow } from './PersonRow.tsx';
import { peopleHere } from './people.ts';

export function PeoplePanel({ onClose }: { onClose: () => void }) {
  const t = useT();
  const roster = useSession((state) => state.roster);
  const me = useSession((state) => state.me?.id);
  const people = peopleHere(roster.people, me);
  return (
    <SidePanel title={t('people.title')} closeLabel={t('common.close')} onClose={onClose}>
      {people.length === 0 ? (
        <p className={styles.many}>{t('people.here', { count: roster.count })}</p>
      ) : (
        <ul className={styles.list}>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      )}
      {people.length === 1 && <p className={styles.many}>{t('people.alone')}</p>}
    </SidePanel>
  );
}
