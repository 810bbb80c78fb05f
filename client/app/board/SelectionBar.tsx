/**
 * What can be done with what is selected: its looks, what can be said of it, putting it in order; then write, duplicate, delete, the rest.
 * Floats by the selection; on a phone it stands above the bottom bar. Steps back while something is being dragged or typed.
 */
import { Ellipsis } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { Box } from '../../../shared/geometry/box.ts';
import type { CommandGroup } from '../../editor/commands/Command.ts';
import type { Editor } from '../../editor/Editor.ts';
import { useT } from '../../i18n/Messages.tsx';
import { useBoard, useCommands, useEditorState } from '../../session/BoardContext.tsx';
import { classNames } from '../../ui/classNames.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useMediaQuery } from '../../ui/useMediaQuery.ts';
import { SelectionParts } from './controls/ControlsPanel.tsx';
import { CommandIcon } from './icons.tsx';
import styles from './SelectionBar.module.css';
import { SelectionBox } from './SelectionBox.ts';
import { isMac, shortcutText } from './shortcutText.ts';
import { CommandButton } from './ToolRail.tsx';

/** Groups of commands that the menu at the end of the bar offers, in this order, beside what the bar shows itself. */
const IN_MENU: readonly CommandGroup[] = [
  'cluster',
  'sort',
  'mindmap',
  'grid',
  'placing',
  'deck',
  'pins',
  'order',
  'clipboard',
  'selection',
];
/** Choices that stand open in the bar: the colours, where there is room. */
const PLACES = { wide: 8, narrow: 0 } as const;
const WITH_COLORS = '(min-width: 1200px)';

export function SelectionBar({ docked = false }: { docked?: boolean }) {
  const { editor } = useBoard();
  const shown = useEditorState(
    ({ selection, readOnly, busy, editing }) => selection.size > 0 && !readOnly && !busy && editing === null,
  );
  const bar = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = bar.current;
    if (!shown || docked || !element) return;
    // Ten thousand selected are looked at when they change, not at each frame of a pan.
    const held = new SelectionBox(editor, () => place());
    const place = (): void => placeBar(element, editor, held.box);
    place();
    const stopStore = editor.store.subscribe((state, old) => {
      if (state.camera !== old.camera || state.viewport !== old.viewport) place();
    });
    const grown = new ResizeObserver(place);
    grown.observe(element);
    for (const notices of noticesBeside(element)) grown.observe(notices);
    // A panel opens or closes beside the wall.
    const panels = new MutationObserver(place);
    const screen = element.closest('main')?.parentElement;
    if (screen) panels.observe(screen, { childList: true });
    return () => {
      panels.disconnect();
      stopStore();
      held.dispose();
      grown.disconnect();
    };
  }, [shown, docked, editor]);

  if (!shown) return null;
  return (
    <div ref={bar} className={classNames(styles.place, docked && styles.docked)}>
      <Tools docked={docked} />
    </div>
  );
}

function Tools({ docked }: { docked: boolean }) {
  const t = useT();
  const commands = useCommands();
  const isWide = useMediaQuery(WITH_COLORS);
  const mac = isMac(navigator);
  // On a phone what one does comes before how it looks, which may then scroll.
  const parts = <SelectionParts places={isWide && !docked ? PLACES.wide : PLACES.narrow} />;
  const inMenu = commands.list
    .filter((one) => IN_MENU.includes(one.group) && !one.keysOnly && one.enabled())
    .sort((a, b) => IN_MENU.indexOf(a.group) - IN_MENU.indexOf(b.group));
  return (
    <Toolbar className={styles.bar ?? ''} aria-label={t('board.selection')}>
      {!docked && parts}
      <CommandButton id="edit.unlock" placement="top" hideDisabled />
      <CommandButton id="edit.type" placement="top" hideDisabled />
      <CommandButton id="cluster.make" placement="top" hideDisabled />
      <CommandButton id="edit.duplicate" placement="top" hideDisabled />
      <CommandButton id="edit.delete" placement="top" hideDisabled />
      <Menu
        label={t('board.moreSelection')}
        unavailable={t('dialog.unavailable')}
        trigger={
          <IconButton
            size="l"
            placement="top"
            label={t('board.moreSelection')}
            icon={<Ellipsis size={22} strokeWidth={1.75} />}
          />
        }
        actions={inMenu.map((command) => ({
          id: command.id,
          label: t(command.label),
          icon: <CommandIcon name={command.icon} />,
          shortcut: command.shortcut?.[0] && shortcutText(command.shortcut[0], t, mac),
          // After the focus is back from the menu: what runs may take it further.
          run: () => void setTimeout(() => command.run(), 0),
        }))}
      />
      {docked && parts}
    </Toolbar>
  );
}

/** Between the bar and the selection, whose name may stand above it. */
const GAP = 24;
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

/** Where a panel beside the wall begins, if it reaches to the height of the bar. */
function panelEdge(element: HTMLElement, at: number, h: number): number | null {
  const main = element.closest('main');
  const panel = main?.parentElement?.querySelector('[data-mark="panel"]');
  if (!main || !panel) return null;
  const [wall, box] = [main.getBoundingClientRect(), panel.getBoundingClientRect()];
  const covers = box.top - wall.top < at + h + EDGE && box.bottom - wall.top > at - EDGE;
  return covers ? box.left - wall.left : null;
}

/** Above the selection, below it where there is no room, always within the canvas. Written straight to the element: panning draws nothing. */
function placeBar(element: HTMLElement, { store, camera }: Editor, box: Box | null): void {
  if (!box) return;
  const { viewport } = store.getState();
  const { zoom } = store.getState().camera;
  const topLeft = camera.toScreen({ x: box.x, y: box.y } as Parameters<typeof camera.toScreen>[0]);
  const { offsetWidth: w, offsetHeight: h } = element;
  const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
  const above = topLeft.y - GAP - h;
  const below = topLeft.y + box.h * zoom + GAP;
  const { top, bottom } = clearRoom(element, viewport.h);
  const y = above >= top ? above : below + h <= bottom ? below : top;
  const at = clamp(y, top, Math.max(top, bottom - h));
  // Beside the map of the wall, where there is one at this height.
  const map = element.parentElement?.querySelector<HTMLElement>('[data-mark="map"]:not([data-idle])');
  const beside = map && at + h > map.offsetTop - EDGE ? map.offsetLeft : viewport.w;
  const right = Math.min(beside, panelEdge(element, at, h) ?? viewport.w);
  const x = clamp(topLeft.x + (box.w * zoom) / 2 - w / 2, LEFT, Math.max(LEFT, right - w - EDGE));
  element.style.transform = `translate(${Math.round(x)}px, ${Math.round(at)}px)`;
}
