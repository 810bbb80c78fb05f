/** Who is here, as a row of faces in the top bar; opens the list. */
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useT } from '../../i18n/Messages.tsx';
import { useSession } from '../BoardContext.tsx';
import { Avatar } from './Avatar.tsx';
import styles from './PeopleButton.module.css';
import { peopleHere } from './people.ts';

const FACES = 4;

export function PeopleButton({ expanded, onPress }: { expanded: boolean; onPress: () => void }) {
  const t = useT();
  const roster = useSession((state) => state.roster);
  const me = useSession((state) => state.me?.id);
  const people = peopleHere(roster.people, me);
  // Above a certain size the server sends the count alone.
  const count = Math.max(people.length, roster.people.length === 0 ? roster.count : 0);
  const shown = people.slice(0, people.length > FACES + 1 ? FACES : FACES + 1);
  return (
    <TooltipTrigger delay={450}>
      <Button
        className={styles.button ?? ''}
        data-mark="people"
        aria-label={t('people.here', { count })}
        aria-expanded={expanded}
        onPress={onPress}
      >
        {shown.map((person, index) => (
          <span key={person.id} className={styles.face} style={{ zIndex: shown.length - index }}>
            <Avatar person={person} size={30} />
          </span>
        ))}
        {count > shown.length && <span className={styles.more}>+{count - shown.length}</span>}
      </Button>
      <Tooltip className={styles.tooltip ?? ''} offset={8}>
        {t('people.here', { count })}
      </Tooltip>
    </TooltipTrigger>
  );
}
