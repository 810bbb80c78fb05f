/**
 * The page the canvas benchmark drives (`vite build --mode bench` only): the real canvas and editor on a local board of N notes, behind
 * the adapter that `tests/bench` asks of every product. No part of the product imports it.
 */
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { History } from '../../shared/board/History.ts';
import { createElements } from '../../shared/board/operations.ts';
import { NOTE_COLORS } from '../../shared/theme/tokens.ts';
import { createEditor, type Editor } from '../editor/Editor.ts';
import { createSilentPresence } from '../editor/PresencePort.ts';
import { editor as messages } from '../i18n/fr/editor.ts';
import { BoardCanvas } from './BoardCanvas.tsx';
import type { CanvasController } from './CanvasController.ts';
import { exportPng } from './exportPng.ts';
import { loadFonts } from './fonts.ts';

interface BenchNote {
  readonly i: number;
  readonly x: number;
  readonly y: number;
  readonly colour: number;
  readonly text: string;
}

interface BenchCamera {
  /** Page point in the middle of the canvas. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

const SIZE = 200;
const PITCH = 220;
const WORDS = (
  'améliorer l’accueil des nouveaux clients, réduire le délai de réponse à moins de deux heures ; ' +
  'proposer une réunion hebdomadaire très courte où chacun présente ses idées déjà prêtes à être testées ' +
  'pourquoi l’équipe hésite-t-elle encore ? simplifier la facturation, clarifier les rôles et fêter les réussites'
).split(' ');

/** The same board for every product: N notes on a near-square grid, from a fixed seed. */
function makeNotes(n: number): BenchNote[] {
  let seed = 12345;
  const random = (): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  const columns = Math.ceil(Math.sqrt(n));
  return Array.from({ length: n }, (_, i) => {
    const want = 10 + Math.floor(random() * 81);
    let text = '';
    let word = Math.floor(random() * WORDS.length);
    while (text.length < want) text += (text ? ' ' : '') + WORDS[word++ % WORDS.length];
    text = text.slice(0, want).trim().padEnd(10, '!');
    const colour = Math.floor(random() * 6);
    return { i, x: (i % columns) * PITCH, y: Math.floor(i / columns) * PITCH, colour, text };
  });
}

const boardBox = (notes: readonly BenchNote[]) => ({
  x: 0,
  y: 0,
  w: Math.max(...notes.map((note) => note.x)) + SIZE,
  h: Math.max(...notes.map((note) => note.y)) + SIZE,
});

function createBench(root: HTMLElement) {
  let board = new BoardDoc();
  let peer: BoardDoc | null = null;
  let ids: string[] = [];
  let editor: Editor | null = null;
  let canvas: CanvasController | null = null;
  let wanted: BenchCamera = { x: 0, y: 0, z: 1 };

  const look = (): void => {
    if (!editor) return;
    const { w, h } = editor.camera.viewport;
    editor.camera.set({ x: wanted.x - w / 2 / wanted.z, y: wanted.y - h / 2 / wanted.z, zoom: wanted.z });
  };
  const moveOf = (id: string, x: number, y: number): void => {
    peer?.edit('move', (write) => write.set(id, { place: [null, x, y] }));
  };

  return {
    label: 'Pêle-mêle',
    wheelZoom: 3.58,
    async prepare(notes: readonly BenchNote[]) {
      await loadFonts();
      board = new BoardDoc();
      ids = createElements(
        board,
        'seed',
        notes.map((note) => ({
          kind: 'note',
          parent: null,
          at: { x: note.x, y: note.y },
          text: note.text,
          props: { color: NOTE_COLORS[note.colour] ?? 'yellow' },
        })),
      );
    },
    load: () =>
      new Promise<void>((resolve) => {
        editor = createEditor({
          board,
          history: new History(board),
          presence: createSilentPresence(),
          me: { participant: 'bench', role: 'facilitator', hue: 0, name: '' },
          locale: 'fr',
          theme: 'light',
          readOnly: false,
        });
        createRoot(root).render(
          <IntlProvider locale="fr" messages={messages}>
            <BoardCanvas
              editor={editor}
              onReady={(ready) => {
                canvas = ready;
                look();
                resolve();
              }}
            />
          </IntlProvider>,
        );
      }),
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
      moveOf(ids[i] as string, x, y);
    },
    pos(i: number) {
      const id = ids[i] as string;
      const at = board.tree.origin(id);
      const drag = editor?.gestures.current.drag;
      const by = drag?.ids.includes(id) ? drag.by : { x: 0, y: 0 };
      return { x: at.x + by.x, y: at.y + by.y };
    },
    async exportPng() {
      const png = await exportPng(board, { scale: 2, locale: 'fr' });
      return png.ok ? png.value : null;
    },
    /** Asked once, between loading and the scenarios: the other person joins here, so that their copy weighs on neither. */
    info() {
      if (!peer) {
        peer = new BoardDoc();
        peer.applyRemote(board.encodeState());
        peer.doc.on('update', (update: Uint8Array, origin: unknown) => {
          if (origin === 'local') board.applyRemote(update);
        });
      }
      return { bitmapMB: Math.round((canvas?.bitmapBytes ?? 0) / 1e5) / 10 };
    },
  };
}

const root = document.getElementById('root');
if (root) Object.assign(window, { makeNotes, boardBox, bench: createBench(root) });
