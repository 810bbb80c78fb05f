/** A person as a circle of their colour with their initials; a star for whoever facilitates. The name is said beside it, not here. */
import { Eye, Star, UserRound } from 'lucide-react';
import { PEOPLE_HUES } from '../../../shared/theme/tokens.ts';
import styles from './Avatar.module.css';
import { initialsOf, type PersonHere } from './people.ts';

export function Avatar({ person, size = 32 }: { person: PersonHere; size?: number }) {
  const initials = initialsOf(person.name);
  return (
    <span
      className={styles.avatar}
      data-color=""
      aria-hidden="true"
      style={{
        width: size,
        height: size,
        fontSize: size * 0.4,
        background: `var(--person-${person.hue % PEOPLE_HUES.length})`,
      }}
    >
      {initials || <UserRound size={size * 0.55} strokeWidth={2} />}
      {person.role === 'facilitator' && (
        <span className={styles.mark}>
          <Star size={9} strokeWidth={0} fill="currentColor" />
        </span>
      )}
      {person.role === 'viewer' && (
        <span className={styles.mark}>
          <Eye size={10} strokeWidth={2.5} />
        </span>
      )}
    </span>
  );
}
