/** « Compléter nos regroupements »: people begin, the rest is suggested, group by group; one, some or all are accepted. */
import { Check, Group } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Proposal } from '../../../shared/sorting/complete.ts';
import { begunGroups, looseNotes, textsOf } from '../../editor/sorting/sortable.ts';
import { useT } from '../../i18n/Messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyPlace } from '../../ui/EmptyPlace.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useBoard } from '../BoardContext.tsx';
import { useBoardValue } from '../marks/useBoardValue.ts';
import { NoteText, ShowNote, useNoteText } from './NoteLine.tsx';
import { notArrived } from './refused.ts';
import styles from './Sorting.module.css';
import type { ViewProps } from './SortingPanel.tsx';
import { Working } from './Working.tsx';

const overview = (board: BoardDoc) => {
  const groups = begunGroups(board);
  return {
    groups: groups.map(({ id, name }) => ({ id, name })),
    free: looseNotes(board, groups).length,
  };
};

interface Proposed {
  readonly proposals: readonly Proposal[];
  /** Loose notes that nothing leads anywhere. */
  readonly left: number;
}

export function CompleteView({ sorter, done }: ViewProps) {
  const t = useT();
  const { editor } = useBoard();
  const textOf = useNoteText();
  const { groups, free } = useBoardValue(overview);
  const [proposed, setProposed] = useState<Proposed | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());

  const run = async (): Promise<void> => {
    const { board } = editor;
    const begun = begunGroups(board);
    const loose = looseNotes(board, begun);
    const known = begun.flatMap(({ members }) => members);
    const notes = textsOf(board, [...new Set([...loose, ...known])]);
    const answer = await sorter.ask('complete', { notes, groups: begun });
    if (!answer) return;
    const wanted = new Set(loose);
    const proposals = answer.filter(({ note }) => wanted.has(note));
    setProposed({ proposals, left: loose.length - proposals.length });
    setTicked(new Set(proposals.filter(({ confidence }) => confidence !== 'low').map(({ note }) => note)));
  };
  const accept = useCallback(
    (chosen: readonly Proposal[]) =>
      editor.extras.with(({ sorting }) => {
        const count = sorting.moveInto(chosen.map(({ note, group }) => ({ note, area: group })));
        const left = new Set(notArrived(editor.board, chosen));
        const gone = new Set(chosen.filter((one) => !left.has(one)));
        setProposed((old) => old && { ...old, proposals: old.proposals.filter((one) => !gone.has(one)) });
        done(t('sorting.say.moved', { count }), count > 0);
      }),
    [editor, done, t],
  );

  if (groups.length < 2) {
    return (
      <EmptyPlace icon={<Group size={32} strokeWidth={1.5} />} title={t('sorting.complete.few')}>
        {t('sorting.complete.few.how')}
      </EmptyPlace>
    );
  }
  // What others have moved or deleted meanwhile is no suggestion any more.
  const open = proposed?.proposals.filter(
    ({ note, group }) => editor.board.get(note) && editor.board.get(group) && editor.board.tree.parent(note) !== group,
  );
  const chosen = open?.filter(({ note }) => ticked.has(note)) ?? [];
  return (
    <section className={styles.view}>
      {/* What is proposed takes the place of how it is done. */}
      {!open?.length && (
        <>
          <p>{t('sorting.complete.help')}</p>
          <p className={styles.quiet}>{t('sorting.complete.measured')}</p>
        </>
      )}
      {sorter.hasFailed && <p role="alert">{t('sorting.failed')}</p>}
      {sorter.work ? (
        <Working work={sorter.work} onCancel={sorter.cancel} />
      ) : free === 0 ? (
        <p>{t('sorting.complete.free')}</p>
      ) : (
        <div className={styles.actions}>
          <Button variant={open?.length ? 'secondary' : 'primary'} onClick={() => void run()}>
            {t('sorting.complete.run', { count: free })}
          </Button>
        </div>
      )}
      <p role="status" className="visually-hidden">
        {open ? t('sorting.say.found', { count: open.length }) : ''}
      </p>
      {open && open.length === 0 && free > 0 && <p>{t('sorting.complete.none')}</p>}
      {open &&
        groups.map(({ id, name }) => {
          const mine = open.filter(({ group }) => group === id);
          if (mine.length === 0) return null;
          return (
            <section key={id} className={styles.group}>
              <h3 className={styles.heading}>
                <span>{name || t('sorting.unnamed')}</span>
                <span className={styles.quiet}>{mine.length}</span>
              </h3>
              <ul className={styles.list}>
                {mine.map((proposal) => (
                  <li key={proposal.note} className={styles.line}>
                    <label className={styles.tick}>
                      <input
                        type="checkbox"
                        checked={ticked.has(proposal.note)}
                        onChange={() => setTicked(toggled(ticked, proposal.note))}
                      />
                      <span className={styles.words}>
                        <NoteText text={textOf(proposal.note)} />
                        <span className={styles.sure} data-confidence={proposal.confidence}>
                          {t(`sorting.confidence.${proposal.confidence}`)}
                        </span>
                      </span>
                    </label>
                    <ShowNote id={proposal.note} text={textOf(proposal.note)} />
                    <IconButton
                      label={t('sorting.complete.one', { text: textOf(proposal.note).slice(0, 60) })}
                      icon={<Check size={18} strokeWidth={2} />}
                      placement="left"
                      onPress={() => accept([proposal])}
                    />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      {proposed !== null && proposed.left > 0 && (
        <p className={styles.quiet}>{t('sorting.complete.left', { count: proposed.left })}</p>
      )}
      {open && open.length > 0 && (
        <div className={styles.foot}>
          <Button variant="primary" disabled={chosen.length === 0} onClick={() => accept(chosen)}>
            {t('sorting.complete.accept', { count: chosen.length })}
          </Button>
          <Button
            variant="quiet"
            onClick={() => setTicked(chosen.length === open.length ? new Set() : new Set(open.map(({ note }) => note)))}
          >
            {t(chosen.length === open.length ? 'sorting.nothing' : 'sorting.all')}
          </Button>
        </div>
      )}
    </section>
  );
}

export function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
