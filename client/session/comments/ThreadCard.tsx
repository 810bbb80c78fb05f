/** One thread: what was said, by whom, when; answer, change one's own, delete, settle, go to its element. */
import { Check, CornerUpLeft, LocateFixed, PencilLine, RotateCcw, Trash2 } from 'lucide-react';
import { memo, type RefObject, useId, useRef, useState } from 'react';
import { Group } from 'react-aria-components';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import type { Comment } from '../../../shared/elements/marks/Marks.ts';
import type { Thread } from '../../../shared/elements/marks/threads.ts';
import { isEqual } from '../../../shared/lib/equal.ts';
import {
  commentable,
  deleteComment,
  editComment,
  mayDeleteComment,
  mayResolve,
  resolveThread,
  writeComment,
} from '../../editor/marks/markWrites.ts';
import { viewOf } from '../../elements/registry.ts';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useBoard, useSession } from '../BoardContext.tsx';
import { Linked } from '../marks/Linked.tsx';
import { markPortsOf, useMarkPorts } from '../marks/markPorts.ts';
import { Avatar } from '../people/Avatar.tsx';
import type { PersonHere } from '../people/people.ts';
import { useNames } from '../people/useNames.ts';
import { undoThis } from '../undoThis.ts';
import styles from './CommentsPanel.module.css';
import { Composer } from './Composer.tsx';
import { focusBeyond, focusThread } from './refocus.ts';

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

interface ThreadCardProps {
  element: ElementId;
  /** What the element says. */
  text: string;
  thread: Thread;
  begun: Map<string, string>;
  /** Whether its element is named, and led to. */
  isNamed?: boolean;
}

/** Drawn again only when something of its thread or its element's words has changed: a room's board may hold hundreds. */
export const ThreadCard = memo(
  Card,
  ({ begun, ...one }, { begun: other, ...next }) => begun === other && isEqual(one, next),
);

function Card({ element: id, text, thread, begun, isNamed = false }: ThreadCardProps) {
  const t = useT();
  const toast = useToast();
  const nameOf = usePeople();
  const { editor } = useBoard();
  const ports = useMarkPorts();
  const [isAnswering, setAnswering] = useState(begun.has(thread.ref));
  // Words that are still there from before take the focus from nobody.
  const [isAsked, setAsked] = useState(false);
  const heading = useId();
  const card = useRef<HTMLElement>(null);
  const element = editor.board.get(id);
  if (!element) return null;
  const kind = t(viewOf(element).label);
  const maySay = commentable(ports, [id]).length > 0;
  const goTo = (): void => {
    editor.selection.set([id]);
    const bounds = editor.board.bounds(id);
    if (bounds) editor.camera.reveal(bounds);
  };
  const answerHere = (): void => {
    setAsked(true);
    setAnswering(true);
  };
  const leaveAnswer = (): void => {
    setAnswering(false);
    focusThread(card.current);
  };
  const answer = (words: string): boolean => {
    const isSent = writeComment(markPortsOf(editor), id, words, thread.ref) !== null;
    toast({ text: t(isSent ? 'comments.sent' : 'comments.refused'), ...(!isSent && { tone: 'danger' as const }) });
    if (isSent) leaveAnswer();
    return isSent;
  };
  const resolve = (): void => {
    const isResolved = !thread.isResolved;
    if (!resolveThread(markPortsOf(editor), id, thread, isResolved)) return;
    toast({ text: t(isResolved ? 'comments.nowResolved' : 'comments.nowOpen') });
    // It leaves the list that is shown.
    focusBeyond(card.current);
  };
  const count = thread.answers.length + (thread.first ? 1 : 0);
  return (
    <article ref={card} tabIndex={-1} className={styles.thread} aria-labelledby={heading}>
      <h4 id={heading} className="visually-hidden">
        {t('comments.thread', { name: nameOf(thread.by).name, count })}
      </h4>
      {isNamed && (
        <button
          type="button"
          className={styles.where}
          onClick={goTo}
          aria-label={t('comments.goTo', { text: text || kind })}
        >
          <LocateFixed {...ICON} size={16} />
          <span className={styles.whereText}>
            {text ? t('comments.on', { text }) : t('comments.onEmpty', { kind })}
          </span>
        </button>
      )}
      {thread.first ? (
        <Said element={id} comment={thread.first} begun={begun} card={card} isLast={count === 1} />
      ) : (
        <p className={styles.none}>{t('comments.gone')}</p>
      )}
      {thread.answers.map((comment) => (
        <div key={comment.ref} className={styles.answer}>
          <Said element={id} comment={comment} begun={begun} card={card} isLast={count === 1} />
        </div>
      ))}
      {thread.isResolved && (
        <p className={styles.settled}>
          <Check {...ICON} size={16} />
          {thread.resolvedBy === null
            ? t('comments.isResolved')
            : t('comments.resolvedBy', { name: nameOf(thread.resolvedBy).name })}
        </p>
      )}
      {isAnswering ? (
        <Composer
          label={t('comments.replyTo')}
          action={t('comments.reply')}
          begun={begun}
          about={thread.ref}
          onSend={answer}
          onCancel={leaveAnswer}
          isFirst={isAsked}
        />
      ) : (
        <div className={styles.threadActions}>
          {maySay && !thread.isResolved && (
            <button type="button" className={styles.act} data-act="" onClick={answerHere}>
              <CornerUpLeft {...ICON} size={16} />
              {t('comments.reply')}
            </button>
          )}
          {mayResolve(ports, id, thread) && (
            <button type="button" className={styles.act} data-act="" onClick={resolve}>
              {thread.isResolved ? <RotateCcw {...ICON} size={16} /> : <Check {...ICON} size={16} />}
              {t(thread.isResolved ? 'comments.reopen' : 'comments.resolve')}
            </button>
          )}
        </div>
      )}
    </article>
  );
}

interface SaidProps {
  element: ElementId;
  comment: Comment;
  begun: Map<string, string>;
  card: RefObject<HTMLElement | null>;
  /** Whether nothing else is said in its thread. */
  isLast: boolean;
}

function Said({ element: id, comment, begun, card, isLast }: SaidProps) {
  const t = useT();
  const toast = useToast();
  const nameOf = usePeople();
  const { editor } = useBoard();
  const ports = useMarkPorts();
  const about = `${comment.ref} edit`;
  const [isEditing, setEditing] = useState(begun.has(about));
  // Words that are still there from before take the focus from nobody.
  const [isAsked, setAsked] = useState(false);
  const { person, name } = nameOf(comment.by);
  const isOwn = comment.by === ports.who.id;
  const remove = (): void => {
    const { history } = editor;
    const before = history.past.at(-1);
    if (!deleteComment(markPortsOf(editor), id, comment)) return;
    if (isLast) focusBeyond(card.current);
    else focusThread(card.current);
    // Where somebody else had deleted it a moment before, there is nothing of ours to take back.
    const isOurs = history.past.at(-1) !== before;
    toast({ text: t('comments.deleted'), ...(isOurs && { action: undoThis(editor, t, toast) }) });
  };
  const leave = (): void => {
    setEditing(false);
    focusThread(card.current);
  };
  const save = (words: string): boolean => {
    const isSaved = editComment(markPortsOf(editor), id, comment, words);
    if (isSaved) leave();
    else toast({ text: t('comments.refused'), tone: 'danger' });
    return isSaved;
  };
  return (
    <div className={styles.said}>
      <Avatar person={person} size={28} />
      <div className={styles.words}>
        <p className={styles.by}>
          <span className={styles.name}>{name}</span>{' '}
          <span className={styles.when}>
            <When at={comment.at} />
            {comment.edited !== undefined && ` · ${t('comments.edited')}`}
          </span>
        </p>
        {isEditing ? (
          <Composer
            label={t('comments.edit.of')}
            action={t('common.save')}
            text={comment.text}
            begun={begun}
            about={about}
            onSend={save}
            onCancel={leave}
            isFirst={isAsked}
          />
        ) : (
          <p className={styles.text}>
            <Linked text={comment.text} />
          </p>
        )}
      </div>
      {!isEditing && mayDeleteComment(ports, id, comment) && (
        <Group className={styles.own ?? ''} aria-label={t('comments.actions', { name })}>
          {isOwn && (
            <IconButton
              label={t('comments.edit')}
              icon={<PencilLine {...ICON} size={16} />}
              placement="left"
              onPress={() => {
                setAsked(true);
                setEditing(true);
              }}
            />
          )}
          <IconButton
            label={t('comments.delete')}
            icon={<Trash2 {...ICON} size={16} />}
            placement="left"
            onPress={remove}
          />
        </Group>
      )}
    </div>
  );
}

/** People by id: those who are here, and the names of those who left or are too many to be told of. */
function usePeople(): (id: string) => { readonly person: PersonHere; readonly name: string } {
  const t = useT();
  const roster = useSession((state) => state.roster.people);
  const me = useSession((state) => state.me);
  const names = useNames();
  return (id) => {
    const entry = roster.find(({ participant }) => participant === id);
    const isMe = me?.id === id;
    const known = isMe ? me : entry;
    const person: PersonHere = {
      id,
      name: names.get(id) ?? '',
      role: known?.role ?? 'participant',
      hue: known?.hue ?? 11,
      me: isMe,
    };
    if (isMe) return { person, name: person.name ? t('comments.me', { name: person.name }) : t('comments.you') };
    const unnamed = entry?.role === 'facilitator' ? 'people.facilitator' : 'people.nameless';
    return { person, name: person.name || t(entry ? unnamed : 'comments.somebody') };
  };
}

function When({ at }: { at: number }) {
  const locale = useLocale();
  const timeZone = useSession((state) => state.control?.timeZone);
  const format = (options: Intl.DateTimeFormatOptions, when: number): string =>
    new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { ...options, ...(timeZone && { timeZone }) }).format(
      when,
    );
  // Of today, the time says enough.
  const isToday = format({ dateStyle: 'short' }, at) === format({ dateStyle: 'short' }, Date.now());
  const text = format({ timeStyle: 'short', ...(!isToday && { dateStyle: 'medium' }) }, at);
  return <time dateTime={new Date(at).toISOString()}>{text}</time>;
}
