/**
 * The board as lines one can read, write, sort and search without ever touching the canvas: at the right of the wall, or over all of it on
 * a phone. Takes the focus when it opens and gives it back when it closes. Fetched when it is first wanted; costs nothing while closed.
 */
import { Plus, Search, X } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Editor } from '../editor/Editor.ts';
import { nameOf } from '../editor/nameOf.ts';
import type { Refusal } from '../editor/rights.ts';
import { type MessageId, useT } from '../i18n/Messages.tsx';
import { useBoard, useEditorState, useSession } from '../session/BoardContext.tsx';
import type { BoardSession } from '../sync/BoardSession.ts';
import { Button } from '../ui/Button.tsx';
import type { DeviceStorage } from '../ui/DeviceStorage.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { ToastHost, useToast } from '../ui/Toasts.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { NewsLine } from './NewsLine.tsx';
import { type OpenedOutline, OutlineContext, useLines, useOutline, useOutlineState } from './OutlineContext.ts';
import { OutlineController } from './OutlineController.ts';
import { OutlineKeys } from './OutlineKeys.tsx';
import { OutlineModel } from './OutlineModel.ts';
import styles from './OutlinePanel.module.css';
import { OutlineToolbar, reasonId } from './OutlineToolbar.tsx';
import { OutlineTree, rowElement } from './OutlineTree.tsx';
import { whoOf } from './who.ts';

export interface OutlinePanelProps {
  readonly onClose: () => void;
  /** Over the whole page: going to an element on the wall closes it. */
  readonly isSheet: boolean;
  readonly storage: DeviceStorage;
}

const focusCanvas = (): void => document.querySelector<HTMLElement>('[data-surface]')?.focus({ preventScroll: true });

export function OutlinePanel(props: OutlinePanelProps) {
  const { onClose, isSheet } = props;
  const t = useT();
  const toast = useToast();
  const { editor, session } = useBoard();
  const [opened, setOpened] = useState<OpenedOutline | null>(null);
  const says = useRef({ refused: (_: Refusal) => {}, deleted: (_: number) => {}, goTo: () => {} });
  says.current = {
    refused: (refusal) => toast({ text: t(reasonId(refusal, editor.store.getState().mayLock)) }),
    deleted: (count) => {
      const { history, commands } = editor;
      const edit = history.past.at(-1);
      const undo = (): void => {
        if (history.past.at(-1) === edit) commands.run('edit.undo');
        else toast({ text: t('outline.undo.late') });
      };
      toast({ text: t('outline.deleted', { count }), action: { label: t('outline.undo'), run: undo } });
    },
    goTo: () => {
      if (isSheet) onClose();
      // After the panel has given the focus back.
      requestAnimationFrame(focusCanvas);
    },
  };
  useEffect(() => {
    const outline = openOutline(editor, session, says);
    setOpened(outline);
    return () => {
      outline.controller.dispose();
      outline.model.dispose();
      setOpened(null);
    };
  }, [editor, session]);
  if (!opened) return null;
  return (
    <OutlineContext value={opened}>
      <Panel {...props} />
    </OutlineContext>
  );
}

/** By then a dialog has gone and given back the focus. */
const AFTER_DIALOG_MS = 50;

/** Others' changes are shown at most this often; one's own at once. */
const BETWEEN_LINES_MS = 100;

function openOutline(
  editor: Editor,
  session: BoardSession,
  says: { readonly current: { refused(refusal: Refusal): void; deleted(count: number): void; goTo(): void } },
): OpenedOutline {
  const { board, index } = editor;
  // In a busy room lines change fifty times a second: nobody reads that fast.
  const soon = (callback: () => void): (() => void) => {
    const timer = setTimeout(callback, BETWEEN_LINES_MS);
    return () => clearTimeout(timer);
  };
  const model = new OutlineModel({ board, index, soon });
  const controller = new OutlineController({
    editor,
    model,
    who: () => whoOf(session.state.getState()),
    onRefused: (refusal) => says.current.refused(refusal),
    onDeleted: (count) => says.current.deleted(count),
    onGoTo: () => says.current.goTo(),
  });
  return { model, controller };
}

function Panel({ isSheet, onClose, storage }: OutlinePanelProps) {
  const t = useT();
  const heading = useId();
  const panel = useRef<HTMLElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const { editor } = useBoard();
  const { controller } = useOutline();
  const [isMoving, setMoving] = useState(false);
  const isEmpty = useLines().rows.length === 1;
  const focusTree = useCallback(
    () => rowElement(panel.current, controller.state.active)?.focus({ preventScroll: true }),
    [controller],
  );

  useEffect(() => {
    const before = document.activeElement;
    focusTree();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      else focusCanvas();
    };
  }, [focusTree]);
  // Its key again, from the wall: back into the lines.
  useEffect(() => editor.requests.subscribe((request) => request === 'outline' && focusTree()), [editor, focusTree]);

  // A dialog gives the focus back to the line it came from; that line may be elsewhere by now, or gone.
  const wasMoving = useRef(false);
  useEffect(() => {
    const isOver = wasMoving.current && !isMoving;
    wasMoving.current = isMoving;
    if (!isOver) return;
    const timer = setTimeout(focusTree, AFTER_DIALOG_MS);
    return () => clearTimeout(timer);
  }, [isMoving, focusTree]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    const { active } = controller.state;
    if (active !== null && controller.targets().length > 1) controller.stand(active, 'only');
    else onClose();
  };
  const openMove = (): void => {
    if (controller.targets().length > 0 && controller.refuse('move') === null) setMoving(true);
  };
  return (
    <aside ref={panel} className={styles.panel} data-mark="panel" aria-labelledby={heading} onKeyDown={onKeyDown}>
      <header className={styles.header}>
        <h2 id={heading} className={styles.title}>
          {t('outline.title')}
        </h2>
        <IconButton
          label={t('common.close')}
          icon={<X size={20} strokeWidth={1.75} />}
          placement="left"
          onPress={onClose}
        />
      </header>
      <div className={styles.body}>
        <Filter field={filter} onDown={focusTree} />
        <AddButton />
        <OutlineToolbar onMove={openMove} />
        {isEmpty && <p className={styles.empty}>{t('outline.emptyBoard')}</p>}
        <OutlineTree
          keys={{
            openMove,
            openMenu: () => panel.current?.querySelector<HTMLElement>('[role="toolbar"] button')?.focus(),
            focusFilter: () => filter.current?.focus(),
          }}
        />
        <OutlineKeys />
      </div>
      <NewsLine storage={storage} />
      {isSheet && (
        <div className={styles.said}>
          <ToastHost />
        </div>
      )}
      {isMoving && <MoveDialog onClose={() => setMoving(false)} />}
    </aside>
  );
}

/** Adds where one stands; says where that is. A viewer has no such button. */
function AddButton() {
  const t = useT();
  const { editor } = useBoard();
  const { controller } = useOutline();
  useOutlineState((state) => state.active);
  useSession((state) => state.control?.step);
  const readOnly = useEditorState((state) => state.readOnly);
  const model = useLines();
  if (readOnly) return <p className={styles.readOnly}>{t('outline.refused.viewer')}</p>;
  const area = controller.targetArea();
  const title = area === null ? null : nameOf(editor.board.get(area));
  const label =
    title === null
      ? t('outline.addToWall')
      : t('outline.addTo', { area: title || t('outline.untitled' satisfies MessageId) });
  const refused = controller.refuseAdding();
  return (
    <div className={styles.add} data-version={model.version}>
      <Button
        variant="secondary"
        icon={<Plus size={20} strokeWidth={1.75} aria-hidden="true" />}
        className={styles.addButton}
        aria-disabled={refused !== null || undefined}
        onClick={() => controller.add()}
      >
        {label}
      </Button>
      {refused && <p className={styles.reason}>{t(reasonId(refused, false))}</p>}
    </div>
  );
}

function Filter({ field, onDown }: { field: React.RefObject<HTMLInputElement | null>; onDown: () => void }) {
  const t = useT();
  const { controller } = useOutline();
  const model = useLines();
  const [text, setText] = useState('');
  // Whoever adds a note looks for nothing any more.
  useEffect(() => {
    if (!model.isFiltered && text.trim() !== '') setText('');
  }, [model.isFiltered, text]);
  const look = (wanted: string): void => {
    setText(wanted);
    model.filter(wanted);
  };
  return (
    <search className={styles.filter}>
      <Search size={18} strokeWidth={1.75} aria-hidden="true" className={styles.glass} />
      <input
        ref={field}
        type="search"
        className={styles.input}
        aria-label={t('outline.filter')}
        placeholder={t('outline.filter')}
        value={text}
        onChange={(event) => look(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') look('');
          else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            const first = model.firstMatch;
            if (first) controller.stand(first.id, 'only');
            onDown();
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {text !== '' && (
        <button type="button" className={styles.clear} aria-label={t('outline.filter.clear')} onClick={() => look('')}>
          <X size={16} strokeWidth={2} aria-hidden="true" />
        </button>
      )}
      <p className="visually-hidden" role="status">
        {model.isFiltered ? t('outline.filter.count', { count: model.matches }) : ''}
      </p>
      {model.isFiltered && model.rows.length === 0 && <p className={styles.none}>{t('outline.filter.none')}</p>}
    </search>
  );
}
