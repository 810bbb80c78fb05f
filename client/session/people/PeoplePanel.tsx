/** The list of who is here, counted by what they do; with many, a field to find someone by name. */
import { useState } from 'react';
import { useT } from '../../i18n/Messages.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useSession } from '../BoardContext.tsx';
import styles from './PeoplePanel.module.css';
import { PersonRow } from './PersonRow.tsx';
import { countRoles, namedLike, peopleHere } from './people.ts';

/** From so many on, one searches instead of reading. */
const MANY = 10;

export function PeoplePanel({ onClose }: { onClose: () => void }) {
  const t = useT();
  const roster = useSession((state) => state.roster);
  const me = useSession((state) => state.me?.id);
  const [wanted, setWanted] = useState('');
  const people = peopleHere(roster.people, me);
  const counts = countRoles(people);
  const nameOf = (name: string, role: string): string =>
    name || t(role === 'facilitator' ? 'people.facilitator' : 'people.nameless');
  const isLong = people.length >= MANY;
  const shown = isLong ? namedLike(people, wanted, ({ name, role }) => nameOf(name, role)) : people;
  return (
    <SidePanel title={t('people.title')} closeLabel={t('common.close')} onClose={onClose}>
      {people.length === 0 && <p className={styles.many}>{t('people.here', { count: roster.count })}</p>}
      {people.length > 1 && (
        <p className={styles.counts}>
          {(['facilitator', 'participant', 'viewer'] as const)
            .filter((role) => counts[role] > 0)
            .map((role) => t(`people.count.${role}`, { count: counts[role] }))
            .join(' · ')}
        </p>
      )}
      {isLong && (
        <div className={styles.find}>
          <TextField
            label={t('people.find')}
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={wanted}
            onValue={setWanted}
          />
        </div>
      )}
      <ul className={styles.list}>
        {shown.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
      {isLong && (
        <p role="status" className={shown.length === 0 ? styles.many : 'visually-hidden'}>
          {shown.length === 0 ? t('people.none') : wanted && t('people.here', { count: shown.length })}
        </p>
      )}
      {people.length === 1 && <p className={styles.many}>{t('people.alone')}</p>}
    </SidePanel>
  );
}
