/**
 * What can be done with what is selected: colours by name, then write, duplicate, order, delete. Floats by the selection; on a phone it
 * stands above the bottom bar. Steps back while something is being dragged or typed.
 */
import { Ellipsis } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { Button, Group, Toolbar, Tooltip, TooltipTrigger } from 'react-aria-components';
import { type Box, union } from '../../../shared/geometry/box.ts';
import type { Editor } from '../../editor/Editor.ts';
import { useT } from '../../i18n/Messages.tsx';
import { useBoard, useCommands, useEditorState } from '../../session/BoardContext.tsx';
import { classNames } from '../../ui/classNames.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { CommandIcon } from './icons.tsx';
import styles from './SelectionBar.module.css';
import { isMac, shortcutText } from './shortcutText.ts';
import { CommandButton } from './ToolRail.tsx';

const IN_MENU = ['order.front', 'order.back', 'edit.copy', 'edit.cut', 'edit.lock'] as const;

export function SelectionBar({ docked = false }: { docked?: boolean }) {
  const { editor } = useBoard();
  const shown = useEditorState(
    ({ selection, readOnly, busy, editing }) => selection.size > 0 && !readOnly && !busy && editing === null,
  );
  const bar = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = bar.current;
    if (!shown || docked || !element) return;
    const place = (): void => placeBar(element, editor);
    place();
    const stopStore = editor.store.subscribe(place);
    const stopBoard = editor.board.onChange(place);
    const grown = new ResizeObserver(place);
    for (const notices of noticesBeside(element)) grown.observe(notices);
    return () => {
      stopStore();
      stopBoard();
      grown.disconnect();
    };
  }, [shown, docked, editor]);

  if (!shown) return null;
  return (
    <div ref={bar} className={classNames(styles.place, docked && styles.docked)}>
      <Tools />
    </div>
  );
}

function Tools() {
  const t = useT();
  const commands = useCommands();
  const colors = commands.list.filter((command) => command.color !== undefined && command.enabled());
  const mac = isMac(navigator);
  return (
    <Toolbar className={styles.bar ?? ''} aria-label={t('board.selection')}>
      {colors.length > 0 && (
        <Group className={styles.colors ?? ''} aria-label={t('board.colors')}>
          {colors.map((command) => (
            <TooltipTrigger key={command.id} delay={450}>
              <Button
                className={styles.color ?? ''}
                aria-label={t(command.label)}
                aria-pressed={command.active?.() ?? false}
                onPress={() => command.run()}
              >
                <span data-color="" className={styles.swatch} style={{ background: `var(--note-${command.color})` }} />
              </Button>
              <Tooltip className={styles.tooltip ?? ''} offset={6} placement="top">
                {t(command.label)}
              </Tooltip>
            </TooltipTrigger>
          ))}
        </Group>
      )}
      {colors.length > 0 && <span className={styles.line} />}
      <CommandButton id="edit.unlock" placement="top" hideDisabled />
      <CommandButton id="edit.type" placement="top" hideDisabled />
      <CommandButton id="edit.duplicate" placement="top" hideDisabled />
      <CommandButton id="edit.delete" placement="top" hideDisabled />
      <Menu
        label={t('board.moreSelection')}
        trigger={
          <IconButton
            size="l"
            placement="top"
            label={t('board.moreSelection')}
            icon={<Ellipsis size={22} strokeWidth={1.75} />}
          />
        }
        actions={IN_MENU.map((id) => commands.get(id))
          .filter((command) => command.enabled())
          .map((command) => ({
            id: command.id,
            label: t(command.label),
            icon: <CommandIcon name={command.icon} />,
            shortcut: command.shortcut?.[0] && shortcutText(command.shortcut[0], t, mac),
            run: () => command.run(),
          }))}
      />
    </Toolbar>
  );
}

const GAP = 18;
const EDGE = 12;
/** The rail of tools keeps the left edge. */
const LEFT = 76;

/** What the page says over the wall: the bar keeps clear of it. */
const noticesBeside = (element: HTMLElement): NodeListOf<HTMLElement> | readonly HTMLElement[] =>
  element.parentElement?.querySelectorAll<HTMLElement>('[data-notices]') ?? [];

/** From where to where the bar may stand: between what is said at the top and what is said at the foot. */
function clearRoom(element: HTMLElement, height: number): { readonly top: number; readonly bottom: number } {
  let [top, bottom] = [EDGE, height - EDGE];
  for (const { offsetTop, offsetHeight } of noticesBeside(element)) {
    if (offsetHeight === 0) continue;
    if (offsetTop < height / 2) top = Math.max(top, offsetTop + offsetHeight + EDGE);
    else bottom = Math.min(bottom, offsetTop - EDGE);
  }
  return { top, bottom };
}

/** Above the selection, below it where there is no room, always within the canvas. Written straight to the element: panning draws nothing. */
function placeBar(element: HTMLElement, { store, board, camera }: Editor): void {
  const { selection, viewport } = store.getState();
  const boxes: Box[] = [];
  for (const id of selection) {
    const box = board.bounds(id);
    if (box) boxes.push(box);
  }
  const box = union(boxes);
  if (!box) return;
  const { zoom } = store.getState().camera;
  const topLeft = camera.toScreen({ x: box.x, y: box.y } as Parameters<typeof camera.toScreen>[0]);
  const { offsetWidth: w, offsetHeight: h } = element;
  const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
  const x = clamp(topLeft.x + (box.w * zoom) / 2 - w / 2, LEFT, viewport.w - w - EDGE);
  const above = topLeft.y - GAP - h;
  const below = topLeft.y + box.h * zoom + GAP;
  const { top, bottom } = clearRoom(element, viewport.h);
  const y = above >= top ? above : below + h <= bottom ? below : top;
  element.style.transform = `translate(${Math.round(x)}px, ${Math.round(clamp(y, top, Math.max(top, bottom - h)))}px)`;
}
