/**
 * Every thread of the board: what waits, what is settled, on which element. On the selected element one writes; from each thread one goes
 * to its element, answers, and settles it. Words that cannot be written stay in their field.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { type PlacedThread, threadsOfBoard } from '../../editor/marks/boardMarks.ts';
import { commentable, writeComment } from '../../editor/marks/markWrites.ts';
import { viewOf } from '../../elements/registry.ts';
import { useT } from '../../i18n/Messages.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useBoard, useEditorState } from '../BoardContext.tsx';
import { markPortsOf, useMarkPorts } from '../marks/markPorts.ts';
import { useBoardValue } from '../marks/useBoardValue.ts';
import styles from './CommentsPanel.module.css';
import { Composer } from './Composer.tsx';
import { ThreadCard } from './ThreadCard.tsx';

type Shown = 'open' | 'resolved';

export interface CommentsPanelProps {
  onClose: () => void;
  /** Words that were begun and not sent, by what they are about. */
  begun: Map<string, string>;
}

export function CommentsPanel({ onClose, begun }: CommentsPanelProps) {
  const t = useT();
  const { editor } = useBoard();
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let frame = 0;
    // After the panel has taken the focus itself. Whoever only selects something else keeps it on the wall.
    const write = (): void => {
      frame = requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('[data-write] textarea')?.focus());
    };
    write();
    const stop = editor.requests.subscribe((request) => request === 'comments' && write());
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [editor]);
  const placed = useBoardValue(threadsOfBoard);
  const selection = useEditorState((state) => state.selection);
  const [chosen, setShown] = useState<Shown>('open');
  const [only] = selection;
  const here = selection.size === 1 && only !== undefined ? only : null;
  const of = (isResolved: boolean): readonly PlacedThread[] =>
    placed.filter(({ thread }) => thread.isResolved === isResolved);
  const open = of(false);
  const resolved = of(true);
  // Nothing is settled any more: there is nothing to choose between.
  const shown = resolved.length > 0 ? chosen : 'open';
  const listed = shown === 'open' ? open : resolved;
  const elsewhere = listed.filter(({ element }) => element !== here);
  return (
    <SidePanel title={t('comments.title')} closeLabel={t('common.close')} onClose={onClose}>
      <div ref={body} className={styles.body}>
        {resolved.length > 0 && (
          <ChoiceField<Shown>
            legend={t('comments.filter')}
            compact
            value={shown}
            onValue={setShown}
            choices={[
              { value: 'open', label: `${t('comments.open')} (${open.length})` },
              { value: 'resolved', label: `${t('comments.resolved')} (${resolved.length})` },
            ]}
          />
        )}
        {here !== null && (
          <Here key={here} id={here} begun={begun} threads={listed.filter(({ element }) => element === here)} />
        )}
        {elsewhere.length > 0 && (
          <section className={styles.section}>
            <h3 className={styles.heading}>{t(here === null ? 'comments.all' : 'comments.elsewhere')}</h3>
            {elsewhere.map(({ element, text, thread }) => (
              <ThreadCard key={thread.ref} {...{ element, text, thread, begun }} isNamed />
            ))}
          </section>
        )}
        {listed.length === 0 && here === null && (
          <p className={styles.none}>{t(shown === 'open' ? 'comments.none' : 'comments.noneResolved')}</p>
        )}
      </div>
    </SidePanel>
  );
}

interface HereProps extends Pick<CommentsPanelProps, 'begun'> {
  id: ElementId;
  threads: readonly PlacedThread[];
}

const textOf = (board: BoardDoc, id: ElementId): string => {
  const element = board.get(id);
  return element ? kindOf(element).outline(element) : '';
};

/** The element one has selected: its threads, and a field to begin another. */
function Here({ id, threads, begun }: HereProps) {
  const t = useT();
  const toast = useToast();
  const { editor } = useBoard();
  const ports = useMarkPorts();
  const text = useBoardValue(useCallback((board: BoardDoc) => textOf(board, id), [id]));
  const element = editor.board.get(id);
  if (!element) return null;
  const kind = t(viewOf(element).label);
  const maySay = commentable(ports, [id]).length > 0;
  const send = (words: string): boolean => {
    const isSent = writeComment(markPortsOf(editor), id, words) !== null;
    toast({ text: t(isSent ? 'comments.sent' : 'comments.refused'), ...(!isSent && { tone: 'danger' as const }) });
    return isSent;
  };
  return (
    <section className={styles.section} aria-label={t('comments.here')}>
      <h3 className={styles.heading}>{text ? t('comments.on', { text }) : t('comments.onEmpty', { kind })}</h3>
      {threads.map(({ thread }) => (
        <ThreadCard key={thread.ref} element={id} {...{ text, thread, begun }} />
      ))}
      {maySay ? (
        <div data-write="">
          <Composer
            key={id}
            label={t('comments.write')}
            action={t('comments.send')}
            begun={begun}
            about={id}
            onSend={send}
          />
        </div>
      ) : (
        <p className={styles.none}>{t('marks.refused')}</p>
      )}
    </section>
  );
}
