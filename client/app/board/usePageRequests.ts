/** What commands ask of the page around the canvas, done: dialogs, panels, the search, the map, the menu of what is selected. */
import { useCallback, useEffect, useState } from 'react';
import { union } from '../../../shared/geometry/box.ts';
import type { ScreenPoint } from '../../../shared/geometry/vec.ts';
import type { Editor } from '../../editor/Editor.ts';
import { withGroups } from '../../editor/groups.ts';
import { elementAt } from '../../editor/hitTest.ts';
import { useBoard } from '../../session/BoardContext.tsx';
import type { DeviceStorage } from '../../ui/DeviceStorage.ts';
import { useApp } from '../AppContext.tsx';
import type { PanelName } from './BoardScreen.tsx';
import type { DialogName } from './dialogs/loadDialog.ts';
import { WITH_MAP } from './MapCorner.tsx';

const MAP_CLOSED = 'pelemele.map.closed';

export interface PageRequests {
  readonly isFinding: boolean;
  closeFind(): void;
  /** Where the menu stands that is open, and whether a pointer asked for it. */
  readonly menu: { readonly at: ScreenPoint; readonly isPointed: boolean } | null;
  closeMenu(): void;
  readonly isMapWanted: boolean;
  closeMap(): void;
}

export function usePageRequests(
  openDialog: (name: DialogName) => void,
  openPanel: (name: PanelName) => void,
): PageRequests {
  const { editor } = useBoard();
  const { storage } = useApp();
  const [isFinding, setFinding] = useState(false);
  const [menu, setMenu] = useState<PageRequests['menu']>(null);
  const [isMapWanted, setMapWanted] = useMapChoice(storage);
  useEffect(
    () =>
      editor.requests.subscribe((request) => {
        switch (request) {
          case 'comments':
          case 'matrix':
          case 'radar':
          case 'outline':
            openPanel(request);
            return;
          case 'pins':
          case 'grid':
            openPanel(request);
            return;
          case 'cards':
          case 'decks':
          case 'describeCards':
          case 'makeDeck':
          case 'palette':
          case 'places':
          case 'help':
            openDialog(request);
            return;
          case 'find':
            setFinding(true);
            return;
          case 'map':
            // Where there is no room for a map, the list of views and areas says the same.
            if (window.matchMedia(WITH_MAP).matches) setMapWanted((isWanted) => !isWanted);
            else openDialog('places');
            return;
          case 'camera':
          case 'copyPicture':
          case 'describe':
          case 'pictures':
          case 'findNext':
          case 'findPrevious':
            return;
          default:
            if (!('menuAt' in request)) return;
            setMenu({
              at: request.menuAt ? aim(editor, request.menuAt) : besideSelection(editor),
              isPointed: request.menuAt !== null,
            });
        }
      }),
    [editor, openDialog, openPanel, setMapWanted],
  );
  return {
    isFinding,
    closeFind: useCallback(() => setFinding(false), []),
    menu,
    closeMenu: useCallback(() => setMenu(null), []),
    isMapWanted,
    closeMap: useCallback(() => setMapWanted(false), [setMapWanted]),
  };
}

/** Whether this person wants the map: kept on the device. */
function useMapChoice(storage: DeviceStorage) {
  const [isWanted, setWanted] = useState(() => storage.get(MAP_CLOSED) === null);
  useEffect(() => {
    if (isWanted) storage.remove(MAP_CLOSED);
    else storage.set(MAP_CLOSED, '1');
  }, [storage, isWanted]);
  return [isWanted, setWanted] as const;
}

/** How far a hand may miss, in CSS pixels. */
const REACH_PX = 6;

/** A menu is about what lies under it: that is selected with its group, as by a click, unless it is already; on the bare wall nothing is. */
export function aim({ camera, index, selection }: Editor, at: ScreenPoint): ScreenPoint {
  const id = elementAt(index, camera.toPage(at), { reach: REACH_PX / camera.current.zoom, slop: 0 });
  if (id === null) selection.clear();
  else if (!selection.ids.has(id)) selection.set(withGroups(index, [id], selection.entered));
  return at;
}

/** Where a menu opened by keyboard stands: at the lower edge of what is selected, within the canvas; else in its middle. */
function besideSelection({ board, camera, selection }: Editor): ScreenPoint {
  const { w, h } = camera.viewport;
  const box = union([...selection.ids].flatMap((id) => board.bounds(id) ?? []));
  if (!box) return { x: w / 2, y: h / 2 };
  const { zoom, x, y } = camera.current;
  const within = (value: number, size: number): number => Math.max(8, Math.min(value, size - 8));
  return {
    x: within((box.x + box.w / 2 - x) * zoom, w),
    y: within((box.y + box.h - y) * zoom, h),
  };
}
