/**
 * What can be said of the selection, as a stretch of the selection bar: reactions, tags, comments, boxes to tick. Offered by the same
 * table as the gate; what is locked may still be spoken of.
 */
import { BookOpenText, ListChecks, MessageSquare, RectangleHorizontal, SmilePlus, Square, Tag } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { REACTIONS, type ReactionKind } from '../../../shared/elements/marks/markKeys.ts';
import { REACTION_SIGNS } from '../../../shared/elements/marks/strip.ts';
import { countOpenComments } from '../../../shared/elements/marks/threads.ts';
import { findChecks, findLinks } from '../../../shared/text/links.ts';
import { commentable, hasReacted, taggable, toggleReaction } from '../../editor/marks/markWrites.ts';
import { viewOf } from '../../elements/registry.ts';
import { useT } from '../../i18n/Messages.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useBoard, useCommands, useEditorState } from '../BoardContext.tsx';
import { FetchedPopover } from './FetchedPopover.tsx';
import { loadTags, loadText } from './loadMarks.ts';
import styles from './MarksBar.module.css';
import { useMarkPorts } from './markPorts.ts';

const FORMATS = ['note.wide', 'note.square'] as const;
const ICON = { size: 22, strokeWidth: 1.75 } as const;

export function MarksBar() {
  const t = useT();
  const ports = useMarkPorts();
  const commands = useCommands();
  const selection = useEditorState((state) => state.selection);
  const elements = [...selection].flatMap((id) => ports.board.get(id) ?? []);
  const [only] = elements;
  if (!only) return null;
  const maySay = commentable(ports, selection).length > 0;
  const mayTag = taggable(ports, selection).length > 0;
  const tagCount = new Set(elements.flatMap(({ marks }) => marks.tags.map(({ name }) => name))).size;
  const commentCount = elements.reduce((sum, { marks }) => sum + countOpenComments(marks), 0);
  const checks = elements.length === 1 ? findChecks(only.text) : [];
  // Of a mixed selection, to what most are not.
  const formats = FORMATS.map((id) => commands.get(id))
    .filter((command) => command.enabled())
    .slice(0, 1);
  const tagsLabel = t('tags.button', { count: tagCount });
  const isReadable =
    elements.length === 1 &&
    (checks.length > 0 || findLinks(only.text).length > 0 || viewOf(only).isCropped?.(only) === true);
  const done = checks.filter(({ isDone }) => isDone).length;
  const textLabel = checks.length > 0 ? t('marks.checks', { done, total: checks.length }) : t('marks.read');
  return (
    <>
      {maySay && <Reactions />}
      {mayTag && (
        <FetchedPopover
          label={t('tags.title')}
          load={loadTags}
          trigger={<IconButton size="l" placement="top" label={tagsLabel} icon={<Tag {...ICON} />} mark="tags" />}
        />
      )}
      {formats.map((command) => (
        <IconButton
          key={command.id}
          size="l"
          placement="top"
          label={t(command.label)}
          icon={command.id === 'note.wide' ? <RectangleHorizontal {...ICON} /> : <Square {...ICON} />}
          onPress={() => command.run()}
        />
      ))}
      {isReadable && (
        <FetchedPopover
          label={textLabel}
          load={loadText}
          trigger={
            <IconButton
              size="l"
              placement="top"
              label={textLabel}
              icon={checks.length > 0 ? <ListChecks {...ICON} /> : <BookOpenText {...ICON} />}
              mark="text"
            />
          }
        />
      )}
      {elements.length === 1 && (maySay || commentCount > 0) && (
        <IconButton
          size="l"
          placement="top"
          label={t('comments.button', { count: commentCount })}
          icon={<MessageSquare {...ICON} />}
          mark="comment"
          onPress={() => commands.run('mark.comment')}
        />
      )}
    </>
  );
}

function Reactions() {
  const t = useT();
  const ports = useMarkPorts();
  const selection = useEditorState((state) => state.selection);
  const { editor } = useBoard();
  const [said, setSaid] = useState('');
  const [isOpen, setOpen] = useState(false);
  const react = (kind: ReactionKind): void => {
    const done = toggleReaction(ports, editor.store.getState().selection, kind);
    const reaction = t(`marks.${kind}`);
    setSaid(done === null ? t('marks.refused') : t(done === 'given' ? 'marks.given' : 'marks.taken', { reaction }));
    setOpen(false);
  };
  const has = (kind: ReactionKind): boolean =>
    [...selection].every((id) => hasReacted(ports.board.get(id), ports.who.id, kind));
  return (
    <>
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <IconButton
          size="l"
          placement="top"
          label={t('marks.react')}
          icon={<SmilePlus size={22} strokeWidth={1.75} />}
          mark="react"
        />
        <Popover className={styles.popover ?? ''} offset={8} placement="top">
          <Dialog className={styles.reactions ?? ''} aria-label={t('marks.reactions')}>
            {REACTIONS.map((kind) => (
              <Button
                key={kind}
                className={styles.reaction ?? ''}
                aria-label={t(`marks.${kind}`)}
                aria-pressed={has(kind)}
                onPress={() => react(kind)}
              >
                <span className={styles.sign} aria-hidden="true">
                  {REACTION_SIGNS[kind]}
                </span>
                <span className={styles.word} aria-hidden="true">
                  {t(`marks.${kind}`)}
                </span>
              </Button>
            ))}
          </Dialog>
        </Popover>
      </DialogTrigger>
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </>
  );
}
