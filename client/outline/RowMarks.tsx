/** What was said of a line's element, small at its end: tags as coloured labels, reactions, boxes ticked, comments that wait. */
import { MessageSquare, SquareCheck } from 'lucide-react';
import { REACTION_SIGNS } from '../../shared/elements/marks/strip.ts';
import type { MessageId } from '../i18n/Messages.tsx';
import styles from './RowMarks.module.css';
import type { Said } from './said.ts';

type T = (id: MessageId, values?: Record<string, string | number>) => string;

/** The same in words, as they follow the name of the line. */
export function wordsOf({ tags, reactions, comments, checks }: Said, t: T): readonly string[] {
  const given = reactions.map(({ kind, count }) => `${t(`marks.${kind}`)} ${count}`).join(', ');
  return [
    ...(checks ? [t('marks.row.checks', { ...checks })] : []),
    ...(tags.length > 0 ? [t('marks.row.tags', { tags: tags.map(({ name }) => name).join(', ') })] : []),
    ...(given ? [t('marks.row.reactions', { reactions: given })] : []),
    ...(comments > 0 ? [t('marks.row.comments', { count: comments })] : []),
  ];
}

export function RowMarks({ said, t }: { said: Said; t: T }) {
  const { tags, reactions, comments, checks } = said;
  return (
    <span className={styles.marks} aria-hidden="true" title={wordsOf(said, t).join(' · ')}>
      {checks && (
        <span className={styles.mark}>
          <SquareCheck size={14} strokeWidth={2} />
          {checks.done}/{checks.total}
        </span>
      )}
      {tags.map(({ name, color }) => (
        <span key={name} data-color="" className={styles.tag} style={{ background: `var(--note-${color})` }} />
      ))}
      {reactions.map(({ kind, count }) => (
        <span key={kind} className={styles.mark}>
          <span className={styles.sign}>{REACTION_SIGNS[kind]}</span>
          {count}
        </span>
      ))}
      {comments > 0 && (
        <span className={styles.comments}>
          <MessageSquare size={14} strokeWidth={2} />
          {comments}
        </span>
      )}
    </span>
  );
}
