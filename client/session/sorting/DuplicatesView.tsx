/** Near-duplicates: sets of notes that say the same, piled one set at a time or all at once. Every note is kept. */
import { Layers } from 'lucide-react';
import { useState } from 'react';
import type { DuplicateSet } from '../../../shared/sorting/duplicates.ts';
import { textsOf } from '../../editor/sorting/sortable.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { useBoard } from '../BoardContext.tsx';
import { NoteText, ShowNote, useNoteText } from './NoteLine.tsx';
import { whereTheyLie } from './refused.ts';
import styles from './Sorting.module.css';
import type { ViewProps } from './SortingPanel.tsx';
import { useScopeCount } from './useScopeCount.ts';
import { Working } from './Working.tsx';

/** A pile is called by the words of its first note, as far as a name goes. */
const NAME_CHARS = 60;

export function DuplicatesView({ sorter, scope, isScoped, done }: ViewProps) {
  const t = useT();
  const { editor } = useBoard();
  const textOf = useNoteText();
  const [sets, setSets] = useState<readonly DuplicateSet[] | null>(null);
  const { board } = editor;
  const count = useScopeCount(scope);

  const run = async (): Promise<void> => {
    const answer = await sorter.ask('duplicates', { notes: textsOf(board, scope()) });
    if (answer) setSets(answer.filter((set) => !isPiled(set)));
  };
  /** Whether they lie in one pile already. */
  const isPiled = ({ notes }: DuplicateSet): boolean => {
    const [first = '', ...others] = notes;
    const parent = board.tree.parent(first);
    return (
      parent !== null &&
      board.get(parent)?.props.layout === 'pile' &&
      others.every((id) => board.tree.parent(id) === parent)
    );
  };
  const stack = (chosen: readonly DuplicateSet[]): void =>
    editor.extras.with(({ sorting }) => {
      const before = new Map(chosen.map((set) => [set, whereTheyLie(board, set.notes)]));
      const count = sorting.stack(
        chosen.map(({ notes }) => {
          const left = notes.filter((id) => board.get(id));
          return { name: textOf(left[0] ?? '').slice(0, NAME_CHARS), notes: left };
        }),
      );
      // What is locked, or may not be moved, is still to be piled.
      setSets(
        (old) =>
          old?.filter((set) => !chosen.includes(set) || before.get(set) === whereTheyLie(board, set.notes)) ?? null,
      );
      done(t('sorting.say.stacked', { count }), count > 0);
    });
  return (
    <section className={styles.view}>
      {!sets?.length && <p>{t('sorting.duplicates.help')}</p>}
      {sorter.hasFailed && <p role="alert">{t('sorting.failed')}</p>}
      {sorter.work ? (
        <Working work={sorter.work} onCancel={sorter.cancel} />
      ) : (
        <>
          <p className={styles.quiet}>{t(isScoped ? 'sorting.scope.selection' : 'sorting.scope.all', { count })}</p>
          <div className={styles.actions}>
            <Button variant={sets?.length ? 'secondary' : 'primary'} disabled={count < 2} onClick={() => void run()}>
              {t('sorting.duplicates.run', { count })}
            </Button>
          </div>
        </>
      )}
      <p role="status" className="visually-hidden">
        {sets ? t('sorting.say.found', { count: sets.length }) : ''}
      </p>
      {sets && sets.length === 0 && !sorter.work && (
        <EmptyPlace icon={<Layers size={32} strokeWidth={1.5} />} title={t('sorting.duplicates.none')}>
          {t('sorting.duplicates.none.how')}
        </EmptyPlace>
      )}
      {sets?.map((set) => (
        <section key={set.notes[0]} className={styles.group}>
          <h3 className={styles.heading}>
            <span>
              {t('sorting.duplicates.set', { count: set.notes.length, percent: Math.round(set.similarity * 100) })}
            </span>
            <Button onClick={() => stack([set])}>{t('sorting.duplicates.stack')}</Button>
          </h3>
          <ul className={styles.list}>
            {set.notes.map((id) => (
              <li key={id} className={styles.line}>
                <span className={styles.words}>
                  <NoteText text={textOf(id)} />
                </span>
                <ShowNote id={id} text={textOf(id)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {sets && sets.length > 0 && (
        <div className={styles.foot}>
          <Button variant="primary" onClick={() => stack(sets)}>
            {t('sorting.duplicates.all', { count: sets.length })}
          </Button>
        </div>
      )}
    </section>
  );
}
