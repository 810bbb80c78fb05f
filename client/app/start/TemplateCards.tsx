/** « Préparer un atelier »: the library of templates, the six modes first, each with its picture; found by words, kind of method and time. */
import { Clock, Search, Shapes } from 'lucide-react';
import { useId, useState } from 'react';
import { TEMPLATES } from '../../../shared/templates/library.ts';
import { BRICKS, type Brick } from '../../../shared/templates/Template.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { ANYTHING, findTemplates, type Wanted } from './findTemplates.ts';
import { TemplateCard } from './TemplateCard.tsx';
import styles from './TemplateCards.module.css';

/** Times people have, in minutes. */
const TIMES = ['30', '60', '90', '120'] as const;
const ANY = '';
const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function TemplateCards() {
  const t = useT();
  const locale = useLocale();
  const [wanted, setWanted] = useState<Wanted>(ANYTHING);
  const found = findTemplates(TEMPLATES, wanted, locale);
  const groups = [
    { id: 'modes', title: t('library.modes'), templates: found.filter(({ isMode }) => isMode) },
    { id: 'formats', title: t('library.formats'), templates: found.filter(({ isMode }) => !isMode) },
  ].filter(({ templates }) => templates.length > 0);
  return (
    <section aria-labelledby="prepare" className={styles.section}>
      <h2 id="prepare" className={styles.heading}>
        {t('start.prepare.title')}
      </h2>
      <p className={styles.lead}>{t('start.prepare.lead')}</p>
      <Finder wanted={wanted} onWanted={setWanted} />
      <p role="status" className={styles.found}>
        {wanted !== ANYTHING && t('library.found', { count: found.length })}
      </p>
      {groups.map(({ id, title, templates }) => (
        <section key={id} aria-labelledby={`library-${id}`} className={styles.group}>
          <h3 id={`library-${id}`} className={styles.groupTitle}>
            {title}
          </h3>
          <ul className={styles.cards}>
            {templates.map((template) => (
              <li key={template.id}>
                <TemplateCard template={template} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {found.length === 0 && (
        <div className={styles.none}>
          <p>{t('library.none')}</p>
          <Button onClick={() => setWanted(ANYTHING)}>{t('library.all')}</Button>
        </div>
      )}
    </section>
  );
}

function Finder({ wanted, onWanted }: { wanted: Wanted; onWanted: (wanted: Wanted) => void }) {
  const t = useT();
  const id = useId();
  const want = (change: Partial<Wanted>): void => {
    const next = { ...wanted, ...change };
    const isAnything = next.words === '' && next.brick === null && next.minutes === null;
    onWanted(isAnything ? ANYTHING : next);
  };
  return (
    <search className={styles.finder} aria-label={t('library.find')}>
      <div className={styles.words}>
        <Search size={20} strokeWidth={1.75} className={styles.icon} aria-hidden="true" />
        <label htmlFor={id} className="visually-hidden">
          {t('library.words')}
        </label>
        <input
          id={id}
          type="search"
          className={styles.input}
          placeholder={t('library.words')}
          value={wanted.words}
          onChange={(event) => want({ words: event.currentTarget.value })}
        />
      </div>
      <SelectField
        label={t('library.brick')}
        icon={<Shapes {...ICON} />}
        value={wanted.brick ?? ANY}
        onValue={(brick: Brick | 'mode' | typeof ANY) => want({ brick: brick === ANY ? null : brick })}
        options={[
          { value: ANY, label: t('library.brick.any') },
          { value: 'mode', label: t('library.modes') },
          ...BRICKS.map((brick) => ({ value: brick, label: t(`brick.${brick}`) })),
        ]}
      />
      <SelectField
        label={t('library.time')}
        icon={<Clock {...ICON} />}
        value={wanted.minutes === null ? ANY : String(wanted.minutes)}
        onValue={(minutes: string) => want({ minutes: minutes === ANY ? null : Number(minutes) })}
        options={[
          { value: ANY, label: t('library.time.any') },
          ...TIMES.map((minutes) => ({ value: minutes, label: t('library.time.most', { minutes: Number(minutes) }) })),
        ]}
      />
    </search>
  );
}
