/** A draft of groups from nothing: as many as a slider says, named by their telling words; people rename, leave out, and accept. */
import { useRef, useState } from 'react';
import { textsOf } from '../../editor/sorting/sortable.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useBoard } from '../BoardContext.tsx';
import { toggled } from './CompleteView.tsx';
import type { Drafted } from './jobs.ts';
import { useNoteText } from './NoteLine.tsx';
import styles from './Sorting.module.css';
import type { ViewProps } from './SortingPanel.tsx';
import { useScopeCount } from './useScopeCount.ts';
import { Working } from './Working.tsx';

const LEAST_NOTES = 3;
/** So many notes show what a group is about. */
const SHOWN = 3;
const NAME_CHARS = 60;

export function DraftView({ sorter, scope, isScoped, done }: ViewProps) {
  const t = useT();
  const { editor } = useBoard();
  const textOf = useNoteText();
  const [drafted, setDrafted] = useState<Drafted | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const count = useScopeCount(scope);
  /** The number of groups the slider stands at, until they are there. */
  const [wanted, setWanted] = useState<number | null>(null);
  const lastWanted = useRef<number | null>(null);
  const want = (groups: number | null): void => {
    lastWanted.current = groups;
    setWanted(groups);
  };

  const draft = async (): Promise<Drafted | null> => {
    const answer = await sorter.ask('draft', { notes: textsOf(editor.board, scope()) });
    if (answer) setDrafted(answer);
    return answer;
  };
  const run = async (): Promise<void> => {
    want(null);
    setLeft(new Set());
    setNames(new Map());
    await draft();
  };
  const cut = async (groups: number): Promise<void> => {
    want(groups);
    let answer = await sorter.ask('cut', { groups });
    const isLast = (): boolean => lastWanted.current === groups;
    // The worker has gone since, and the draft with it.
    if (answer?.count === 0 && isLast()) answer = (await draft()) && (await sorter.ask('cut', { groups }));
    if (!isLast()) return;
    want(null);
    if (answer && answer.count > 0) setDrafted(answer);
  };
  const groups = (drafted?.draft.groups ?? []).map(({ name, notes }) => {
    // The same notes are the same group, however many others there are.
    const key = notes.join(' ');
    return { key, notes, name: names.get(key) ?? name };
  });
  const kept = groups.filter(({ key }) => !left.has(key));
  const accept = (): void =>
    editor.extras.with(({ sorting }) => {
      const made = sorting.makeGroups(
        kept.map(({ name, notes }) => ({ name, notes: notes.filter((id) => editor.board.get(id)) })),
      );
      if (made.groups > 0) setDrafted(null);
      done(t('sorting.say.grouped', { groups: made.groups, count: made.notes }), made.groups > 0);
    });
  return (
    <section className={styles.view}>
      {!drafted && <p>{t('sorting.draft.help')}</p>}
      <p className={styles.quiet}>{t('sorting.draft.measured')}</p>
      {sorter.hasFailed && <p role="alert">{t('sorting.failed')}</p>}
      {sorter.work ? (
        <Working work={sorter.work} onCancel={sorter.cancel} />
      ) : count < LEAST_NOTES ? (
        <p>{t('sorting.draft.few')}</p>
      ) : (
        <>
          <p className={styles.quiet}>{t(isScoped ? 'sorting.scope.selection' : 'sorting.scope.all', { count })}</p>
          <div className={styles.actions}>
            <Button variant={drafted ? 'secondary' : 'primary'} onClick={() => void run()}>
              {t('sorting.draft.run', { count })}
            </Button>
          </div>
        </>
      )}
      {drafted && drafted.most > 1 && (
        <label className={styles.slider}>
          <span>{t('sorting.draft.count', { count: wanted ?? drafted.count })}</span>
          <input
            type="range"
            className={styles.range}
            min={1}
            max={drafted.most}
            value={wanted ?? drafted.count}
            onChange={(event) => void cut(Number(event.currentTarget.value))}
          />
        </label>
      )}
      <p role="status" className="visually-hidden">
        {drafted ? t('sorting.say.found', { count: groups.length }) : ''}
      </p>
      {groups.map(({ key, name, notes }) => (
        <section key={key} className={styles.zone}>
          <div className={styles.name}>
            <label className={styles.tick} style={{ flex: 'none' }}>
              <input type="checkbox" checked={!left.has(key)} onChange={() => setLeft(toggled(left, key))} />
              <span className="visually-hidden">{t('sorting.draft.take', { name: name || t('sorting.unnamed') })}</span>
            </label>
            <TextField
              label={t('sorting.draft.name')}
              maxLength={NAME_CHARS}
              value={name}
              onValue={(value) => setNames(new Map([...names, [key, value]]))}
            />
          </div>
          <p className={styles.some}>{t('sorting.draft.notes', { count: notes.length })}</p>
          <ul className={styles.some}>
            {notes.slice(0, SHOWN).map((id) => (
              <li key={id}>{textOf(id).slice(0, 200)}</li>
            ))}
          </ul>
        </section>
      ))}
      {drafted && drafted.draft.apart.length > 0 && (
        <p className={styles.quiet}>{t('sorting.draft.apart', { count: drafted.draft.apart.length })}</p>
      )}
      {groups.length > 0 && (
        <div className={styles.foot}>
          <Button variant="primary" disabled={kept.length === 0 || wanted !== null} onClick={accept}>
            {t('sorting.draft.accept', { count: kept.length })}
          </Button>
        </div>
      )}
    </section>
  );
}
