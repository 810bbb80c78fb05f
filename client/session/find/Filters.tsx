/** Narrows a search: kind, colour, person, tag; only what the wall has more than one of. The device's own lists: nothing beats them on a phone. */
import { NOTE_COLORS } from '../../../shared/theme/tokens.ts';
import { viewOf } from '../../elements/registry.ts';
import { type MessageId, useT } from '../../i18n/Messages.tsx';
import { classNames } from '../../ui/classNames.ts';
import { useBoard, useSession } from '../BoardContext.tsx';
import { useNames } from '../people/useNames.ts';
import type { Facets, FindQuery } from './Finder.ts';
import styles from './FindPanel.module.css';

interface FiltersProps {
  facets: Facets;
  query: FindQuery;
  onQuery: (query: FindQuery) => void;
}

export function Filters({ facets, query, onQuery }: FiltersProps) {
  const t = useT();
  const nameOf = usePeople();
  const colors = NOTE_COLORS.filter((color) => facets.colors.includes(color));
  return (
    <fieldset className={styles.filters} aria-label={t('find.filters')}>
      <Filter
        label={t('find.kind')}
        all={t('find.anyKind')}
        value={query.kind}
        options={facets.kinds.map((sample) => [sample.kind, capital(t(viewOf(sample).label))])}
        onValue={(kind) => onQuery({ ...query, kind })}
      />
      <Filter
        label={t('find.color')}
        all={t('find.anyColor')}
        value={query.color}
        options={colors.map((color) => [color, t(`editor.color.${color}` satisfies MessageId)])}
        onValue={(color) => onQuery({ ...query, color })}
      />
      <Filter
        label={t('find.author')}
        all={t('find.anyAuthor')}
        value={query.author}
        options={facets.authors.map((author) => [author, nameOf(author)])}
        onValue={(author) => onQuery({ ...query, author })}
      />
      <Filter
        label={t('find.tag')}
        all={t('find.anyTag')}
        value={query.tag}
        options={[...facets.tags].sort((a, b) => a.localeCompare(b)).map((tag) => [tag, tag])}
        onValue={(tag) => onQuery({ ...query, tag })}
        isShownAlone
      />
    </fieldset>
  );
}

interface FilterProps {
  label: string;
  all: string;
  value: string | null;
  options: readonly (readonly [value: string, label: string])[];
  onValue: (value: string | null) => void;
  /** Worth asking even where there is only one. */
  isShownAlone?: boolean;
}

function Filter({ label, all, value, options, onValue, isShownAlone = false }: FilterProps) {
  if (options.length < (isShownAlone ? 1 : 2) && value === null) return null;
  return (
    <select
      aria-label={label}
      className={classNames(styles.filter, value !== null && styles.narrowed)}
      value={value ?? ''}
      onChange={(event) => onValue(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    >
      <option value="">{value === null ? label : all}</option>
      {options.map(([option, name]) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Participants in words. */
function usePeople(): (participant: string) => string {
  const t = useT();
  const { editor } = useBoard();
  const people = useSession((state) => state.roster.people);
  const names = useNames();
  return (participant) => {
    const here = people.find((person) => person.participant === participant);
    if (participant === editor.me.participant) return `${editor.me.name || t('people.nameless')} ${t('people.me')}`;
    return names.get(participant) ?? t(here ? 'people.nameless' : 'find.formerPerson');
  };
}

const capital = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1);
