/**
 * The page the canvas benchmark drives (`vite build --mode bench` only): the real canvas and editor on a local board of N notes, behind
 * the adapter that `tests/bench` asks of every product. No part of the product imports it.
 */
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { BoardDoc, LOCAL } from '../../shared/board/BoardDoc.ts';
import { History } from '../../shared/board/History.ts';
import { createEditor, type Editor } from '../editor/Editor.ts';
import { createSilentPresence } from '../editor/PresencePort.ts';
import { editor as messages } from '../i18n/fr/editor.ts';
import { BoardCanvas } from './BoardCanvas.tsx';
import type { PeerTask } from './benchPeer.ts';
import { type BenchNote, type BenchWall, followerOf, putWall } from './benchWall.ts';
import type { CanvasController } from './CanvasController.ts';
import { exportPng } from './exportPng.ts';
import { loadFonts } from './fonts.ts';

interface BenchCamera {
  /** Page point in the middle of the canvas. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

function createBench(root: HTMLElement) {
  let board = new BoardDoc();
  let peer: Worker | null = null;
  let ids: readonly string[] = [];
  /** Its clusters or its grid, on walls of areas. */
  let areas: readonly string[] = [];
  let editor: Editor | null = null;
  let canvas: CanvasController | null = null;
  const page = createRoot(root);
  let wanted: BenchCamera = { x: 0, y: 0, z: 1 };

  const look = (): void => {
    if (!editor) return;
    const { w, h } = editor.camera.viewport;
    editor.camera.set({ x: wanted.x - w / 2 / wanted.z, y: wanted.y - h / 2 / wanted.z, zoom: wanted.z });
  };
  const ask = (task: PeerTask): void => peer?.postMessage(task);

  /** Shows a board, in place of the one before. */
  const show = (shown: BoardDoc): Promise<void> =>
    new Promise((resolve) => {
      editor?.dispose();
      const fresh = createEditor({
        board: shown,
        history: new History(shown),
        presence: createSilentPresence(),
        me: { participant: 'bench', role: 'facilitator', hue: 0, name: '' },
        locale: 'fr',
        theme: 'light',
        readOnly: false,
      });
      editor = fresh;
      page.render(
        <IntlProvider locale="fr" messages={messages}>
          <BoardCanvas
            editor={fresh}
            onReady={(ready) => {
              canvas = ready;
              look();
              resolve();
            }}
          />
        </IntlProvider>,
      );
    });

  return {
    wheelZoom: 3.58,
    /** As in the product, the wall stands empty while its elements are on their way. */
    async prepare(notes: readonly BenchNote[], wall: BenchWall = {}) {
      await loadFonts();
      await show(new BoardDoc());
      board = new BoardDoc();
      ({ ids, areas } = putWall(board, notes, wall));
    },
    load: () => show(board),
    settled: () => canvas?.isSettled ?? false,
    camera(camera: BenchCamera) {
      wanted = camera;
      look();
    },
    getCamera(): BenchCamera {
      if (!editor) return wanted;
      const middle = editor.camera.middle();
      return { x: middle.x, y: middle.y, z: editor.camera.current.zoom };
    },
    /** As another person's edit comes in: an update of another document, applied as the connection applies it. */
    remoteMove(i: number, x: number, y: number) {
      ask({ move: { id: ids[i] as string, x, y } });
    },
    pos(i: number) {
      const id = ids[i] as string;
      const at = board.tree.origin(id);
      const drag = editor?.gestures.current.drag;
      const by = drag?.ids.includes(id) ? drag.by : { x: 0, y: 0 };
      return { x: at.x + by.x, y: at.y + by.y };
    },
    /** Somebody else puts a note before another, in whatever area that lies. */
    remoteInto: (i: number, before: number) => ask({ put: { id: ids[i] as string, before: ids[before] as string } }),
    /** All of these, moves or puts, so many a second: the other person keeps the time. */
    remoteMoves(moves: readonly RemoteMove[], perSecond: number) {
      const tasks = moves.map((one) =>
        'before' in one
          ? { put: { id: ids[one.i] as string, before: ids[one.before] as string } }
          : { move: { id: ids[one.i] as string, x: one.x, y: one.y } },
      );
      ask({ moves: tasks, perSecond });
    },
    /** Which note stands after one in its cluster or cell. */
    follower: (i: number): number | null => followerOf(board, ids, i),
    areaPos(k: number) {
      const at = board.tree.origin(areas[k] as string);
      const drag = editor?.gestures.current.drag;
      const by = drag?.ids.includes(areas[k] as string) ? drag.by : { x: 0, y: 0 };
      return { x: at.x + by.x, y: at.y + by.y };
    },
    /** Folds a cluster, or unfolds it. */
    collapse(k: number) {
      const id = areas[k] as string;
      const collapsed = board.get(id)?.props.collapsed === true ? undefined : true;
      board.edit('style', (write) => write.set(id, { props: { collapsed } }));
    },
    select: (indices: readonly number[]) => editor?.selection.set(indices.map((i) => ids[i] as string)),
    blankFrames: () => canvas?.takeMostBlank() ?? 0,
    /** The document's bytes: what it weighs by itself is weighed in a page that has nothing else. */
    document: () => board.encodeState(),
    async exportPng() {
      const png = await exportPng(board, { scale: 2, locale: 'fr' });
      return png.ok ? png.value : null;
    },
    /** The other person joins when this is first asked, between loading and the scenarios. */
    info() {
      if (!peer) {
        peer = new Worker(new URL('./benchPeer.ts', import.meta.url), { type: 'module' });
        peer.onmessage = ({ data }: MessageEvent<Uint8Array>) => board.applyRemote(data);
        ask({ join: board.encodeState() });
        // What was moved here is moved on from there: of two who moved it at the same time only one would be seen.
        board.doc.on('update', (update: Uint8Array, origin: unknown) => {
          if (origin === LOCAL) ask({ join: update });
        });
      }
      return { bitmapMB: Math.round((canvas?.bitmapBytes ?? 0) / 1e5) / 10 };
    },
  };
}

type RemoteMove =
  | { readonly i: number; readonly x: number; readonly y: number }
  | { readonly i: number; readonly before: number };

const root = document.getElementById('root');
if (root) Object.assign(window, { bench: createBench(root) });
