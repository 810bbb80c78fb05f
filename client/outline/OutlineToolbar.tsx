/**
 * What can be done with the lines that are selected. What cannot be done stays where it is and says why: a button that comes and goes is
 * never found again. Pressing it says so too.
 */
import {
  ArrowDown,
  ArrowUp,
  Boxes,
  FolderInput,
  LocateFixed,
  Lock,
  LockOpen,
  type LucideIcon,
  Palette,
  PencilLine,
  Trash2,
} from 'lucide-react';
import { useId } from 'react';
import { Button, Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';
import { NOTE_COLORS } from '../../shared/theme/tokens.ts';
import type { CommandId } from '../editor/commands/Command.ts';
import type { Refusal } from '../editor/rights.ts';
import { hasProp } from '../editor/takesProps.ts';
import { type MessageId, useT } from '../i18n/Messages.tsx';
import { useBoard, useCommands, useEditorState, useSession } from '../session/BoardContext.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Toolbar } from '../ui/Toolbar.tsx';
import { useLines, useOutline, useOutlineState } from './OutlineContext.ts';
import styles from './OutlineToolbar.module.css';

/** Why nothing can be done: said where nothing is selected that it could be done with. */
type Obstacle = Refusal | 'nothing';

export const reasonId = (refusal: Refusal, mayLock: boolean): MessageId =>
  refusal === 'locked' && mayLock ? 'outline.refused.lockedMine' : `outline.refused.${refusal}`;

/** What is done with clusters from here. */
const CLUSTERING: readonly CommandId[] = [
  'cluster.make',
  'cluster.split',
  'cluster.merge',
  'cluster.collapse',
  'cluster.grid',
  'cluster.column',
  'cluster.pile',
  'cluster.dissolve',
  'cluster.hush',
  'cluster.speak',
];

export function OutlineToolbar({ onMove }: { onMove: () => void }) {
  const t = useT();
  const reason = useId();
  const { editor } = useBoard();
  const { controller } = useOutline();
  // Whatever may change what can be done: the lines, the selection, the role, the step.
  const model = useLines();
  useCommands();
  useSession((state) => state.control?.step);
  useSession((state) => state.me);
  const active = useOutlineState((state) => state.active);
  const mayLock = useEditorState((state) => state.mayLock);
  const readOnly = useEditorState((state) => state.readOnly);
  const targets = controller.targets();
  const elements = targets.flatMap((id) => editor.board.get(id) ?? []);
  const none: Obstacle | null = elements.length === 0 ? 'nothing' : null;
  const edit = none ?? controller.refuse('edit');
  const move = none ?? controller.refuse('move');
  const canColor = elements.some((element) => hasProp(element.kind, 'color'));
  const siblings = active === null ? [] : model.siblings(active);
  const at = active === null ? -1 : siblings.indexOf(active);
  const sorting = CLUSTERING.filter((id) => editor.commands.get(id).enabled());
  const isLocked = elements.some((element) => element.lock);
  const shown = [edit, move].find((obstacle) => obstacle !== null && obstacle !== 'nothing') as Refusal | undefined;
  const common = { reason: shown ? reason : undefined };
  const goTo = (
    <Tool icon={LocateFixed} label={t('outline.goTo')} keys="G" off={none !== null} onPress={() => controller.goTo()} />
  );
  // Who only looks is told so once, above; nothing here could ever be pressed.
  if (readOnly) {
    return (
      <Toolbar aria-label={t('outline.actions')} className={styles.bar ?? ''}>
        {goTo}
      </Toolbar>
    );
  }
  return (
    <>
      <Toolbar aria-label={t('outline.actions')} className={styles.bar ?? ''}>
        <Tool
          {...common}
          icon={PencilLine}
          label={t('outline.edit')}
          keys="F2"
          off={edit !== null}
          onPress={() => controller.edit()}
        />
        <Tool {...common} icon={FolderInput} label={t('outline.move')} keys="M" off={move !== null} onPress={onMove} />
        <Menu
          label={t('outline.color')}
          unavailable={t('dialog.unavailable')}
          trigger={
            <Button
              aria-label={t('outline.color')}
              isDisabled={edit !== null || !canColor}
              className={styles.tool ?? ''}
            >
              <Palette size={20} strokeWidth={1.75} aria-hidden="true" />
            </Button>
          }
          actions={NOTE_COLORS.map((color) => ({
            id: color,
            label: t(`editor.color.${color}`),
            icon: (
              <span
                data-color=""
                className={styles.swatch}
                style={{ background: `var(--note-${color})` }}
                aria-hidden="true"
              />
            ),
            run: () => controller.color(color),
          }))}
        />
        <Tool
          {...common}
          icon={ArrowUp}
          label={t('outline.up')}
          keys="Alt + ↑"
          off={move !== null || at <= 0}
          onPress={() => controller.reorder(-1)}
        />
        <Tool
          {...common}
          icon={ArrowDown}
          label={t('outline.down')}
          keys="Alt + ↓"
          off={move !== null || at < 0 || at === siblings.length - 1}
          onPress={() => controller.reorder(1)}
        />
        <Menu
          label={t('outline.cluster')}
          unavailable={t('dialog.unavailable')}
          trigger={
            <Button
              aria-label={t('outline.cluster')}
              isDisabled={move !== null || sorting.length === 0}
              className={styles.tool ?? ''}
            >
              <Boxes size={20} strokeWidth={1.75} aria-hidden="true" />
            </Button>
          }
          actions={sorting.map((id) => ({
            id,
            label: t(editor.commands.get(id).label),
            // After the focus is back from the menu: what is made is written in at once.
            run: () => void setTimeout(() => controller.cluster(id), 0),
          }))}
        />
        {goTo}
        {mayLock && (
          <Tool
            icon={isLocked ? LockOpen : Lock}
            label={t(isLocked ? 'editor.command.unlock' : 'editor.command.lock')}
            off={none !== null}
            onPress={() => controller.lock(!isLocked)}
          />
        )}
        <Tool
          {...common}
          icon={Trash2}
          label={t('outline.delete')}
          off={edit !== null}
          onPress={() => controller.delete()}
        />
      </Toolbar>
      {shown && (
        <p id={reason} className={styles.reason}>
          {t(reasonId(shown, mayLock))}
        </p>
      )}
    </>
  );
}

interface ToolProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly keys?: string;
  /** Cannot be done now: the button keeps its place and its focus. */
  readonly off: boolean;
  readonly reason?: string | undefined;
  readonly onPress: () => void;
}

function Tool({ icon: Icon, label, keys, off, reason, onPress }: ToolProps) {
  return (
    <TooltipTrigger delay={450} closeDelay={80}>
      <Focusable>
        <button
          type="button"
          aria-label={label}
          aria-disabled={off || undefined}
          aria-describedby={off ? reason : undefined}
          className={styles.tool}
          onClick={() => {
            if (!off) onPress();
          }}
        >
          <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </Focusable>
      <Tooltip placement="bottom" offset={6} className={styles.tooltip ?? ''}>
        {label}
        {keys !== undefined && <kbd className={styles.keys}>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
