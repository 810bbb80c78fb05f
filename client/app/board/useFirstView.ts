/**
 * What one sees on arriving: the whole board beside the bars and the panel, or on a phone its beginning at a size one can read. Whoever
 * comes to facilitate for the first time finds the agenda open. What a busy room sends just after is taken into the view too.
 */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { type Box, union } from '../../../shared/geometry/box.ts';
import { type Camera, fit } from '../../editor/Camera.ts';
import type { Editor } from '../../editor/Editor.ts';
import { useBoard, useEditorState } from '../../session/BoardContext.tsx';
import { SIDEWAYS, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useApp } from '../AppContext.tsx';
import type { PanelName } from './BoardScreen.tsx';

const VISITED = 'pelemele.visited.';
/** On a phone a whole workshop would be a stamp: never smaller than this at first. */
const PHONE_ZOOM = 0.36;
/** What the rail and the right panel cover, in CSS pixels. */
const RAIL_WIDTH = 76;
const PANEL_WIDTH = 376;
const OUTLINE_WIDTH = 424;
const FIND_WIDTH = 396;
const SIDEWAYS_PANEL = 352;
/** On a phone held upright a panel is a sheet at the foot: at most so much of the window, and so high. */
const SHEET_SHARE = 0.7;
const SHEET_HEIGHT = 560;
/** On a phone the search stands at the top. */
const FIND_HEIGHT = 120;
/** Smaller than this prompts cannot be read: the agenda then stays closed, and leaves the wall its width. */
const READABLE_ZOOM = 0.26;
/** So long the view follows what still arrives, unless a hand moves it first. */
const SETTLE_MS = 1_500;
/** Where a phone's view begins: this far above the first area, under the badge, in CSS pixels. */
const PHONE_TOP = 150;

export function useFirstView(phone: boolean, onFirstFacilitation: () => void): void {
  const { editor, session } = useBoard();
  const { storage } = useApp();
  const isMeasured = useEditorState((state) => state.viewport.w > 0);
  const open = useRef(onFirstFacilitation);
  const isDone = useRef(false);
  const stop = useRef<() => void>(() => undefined);

  useEffect(() => () => stop.current(), []);

  // Before the first frame, which would otherwise paint a view that nobody is to see. The canvas below has told its size by then,
  // unless it has none yet.
  useLayoutEffect(() => {
    if (editor.camera.viewport.w === 0 || isDone.current) return;
    isDone.current = true;
    const key = VISITED + session.id;
    const isFirst = storage.get(key) === null;
    storage.set(key, '1');
    const { me, control } = session.state.getState();
    // A blank board has no agenda to show.
    const facilitates = isFirst && !phone && me?.role === 'facilitator' && !control?.template.startsWith('blank');
    const withAgenda = facilitates && (firstCamera(editor, phone, true)?.zoom ?? 0) >= READABLE_ZOOM;
    stop.current = followArrivals(editor, () => firstCamera(editor, phone, withAgenda));
    if (withAgenda) open.current();
  }, [isMeasured, editor, session, storage, phone]);
}

/** Tells the camera what the bars and the panel cover. */
export function useCoveredView(phone: boolean, panel: PanelName | null, isFinding: boolean): void {
  const { editor } = useBoard();
  const readOnly = useEditorState((state) => state.readOnly);
  const isSideways = useMediaQuery(SIDEWAYS);
  useEffect(() => {
    const beside = panel === null ? 0 : panel === 'outline' ? OUTLINE_WIDTH : PANEL_WIDTH;
    const right = beside + (isFinding ? FIND_WIDTH : 0);
    if (!phone) editor.camera.cover({ left: readOnly ? 0 : RAIL_WIDTH, right });
    // Held sideways, the panel leaves room beside it; upright, above it: what it is about is brought there.
    else {
      const isSheet = panel !== null && panel !== 'outline' && !isSideways;
      editor.camera.cover({
        left: 0,
        right: isSideways && panel !== null ? SIDEWAYS_PANEL : 0,
        top: isFinding ? FIND_HEIGHT : 0,
        bottom: isSheet ? Math.min(SHEET_SHARE * window.innerHeight, SHEET_HEIGHT) : 0,
      });
      const chosen = isSheet && union([...editor.selection.ids].flatMap((id) => editor.board.bounds(id) ?? []));
      if (chosen) editor.camera.reveal(chosen);
    }
  }, [editor, phone, isSideways, panel, readOnly, isFinding]);
}

/**
 * Looks where `camera` says, again whenever others' elements arrive, until this person looks elsewhere, writes, or the board has settled:
 * who joins a room at work receives it in parts, and the first part may be an empty wall. Returns its end.
 */
export function followArrivals(editor: Editor, camera: () => Camera | null): () => void {
  const look = (): Camera => {
    const next = camera();
    if (next) editor.camera.set(next);
    return editor.camera.current;
  };
  let shown = look();
  const end = (): void => {
    clearTimeout(timer);
    stopBoard();
  };
  const timer = setTimeout(end, SETTLE_MS);
  const stopBoard = editor.board.onChange(({ local }) => {
    if (local || editor.camera.current !== shown || editor.store.getState().editing !== null) end();
    else shown = look();
  });
  return end;
}

function firstCamera(editor: Editor, phone: boolean, withPanel: boolean): Camera | null {
  const { board, index } = editor;
  const { viewport } = editor.camera;
  const content = index.content();
  if (!content) return null;
  const left = phone ? 0 : RAIL_WIDTH;
  const right = withPanel ? PANEL_WIDTH : 0;
  const whole = fit(content, { w: Math.max(200, viewport.w - left - right), h: viewport.h });
  if (!phone || whole.zoom >= PHONE_ZOOM) return { ...whole, x: whole.x - left / whole.zoom };
  const frames = board.tree
    .children(null)
    .flatMap((id) => (board.tree.children(id).length > 0 ? (board.frame(id) ?? []) : []));
  const { x, y } = firstOf(frames) ?? content;
  return { x: x - 24 / PHONE_ZOOM, y: y - Math.min(PHONE_TOP, viewport.h / 3) / PHONE_ZOOM, zoom: PHONE_ZOOM };
}

/** The topmost, then leftmost. */
const firstOf = (boxes: readonly Box[]): Box | undefined => [...boxes].sort((a, b) => a.y - b.y || a.x - b.x)[0];
