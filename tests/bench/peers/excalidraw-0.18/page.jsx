/** Excalidraw as the canvas benchmark asks for it (`../../canvas/README.md`): its whole product, notes as rectangles with a text in them. */
import { CaptureUpdateAction, convertToExcalidrawElements, Excalidraw, exportToBlob } from '@excalidraw/excalidraw';
import { createRoot } from 'react-dom/client';
import '@excalidraw/excalidraw/index.css';

const SIZE = 200;
const COLOURS = ['#fff9b1', '#f5d128', '#d5f692', '#a6ccf5', '#ffcee0', '#ffb07c'];
/** Its own bounds of the zoom. */
const ZOOM = { least: 0.1, most: 30 };
const EXPORT_SCALE = 2;
const { NEVER } = CaptureUpdateAction;

window.EXCALIDRAW_ASSET_PATH = new URL('./excalidraw/', location.href).href;

const api = await new Promise((resolve) =>
  createRoot(document.getElementById('root')).render(
    <div style={{ position: 'fixed', inset: 0 }}>
      <Excalidraw
        excalidrawAPI={resolve}
        langCode="fr-FR"
        initialData={{ appState: { viewBackgroundColor: '#f4f4f4' } }}
      />
    </div>,
  ),
);

const idOf = (i) => `n${i}`;
let elements = [];

/** What another person's version of an element looks like when it arrives. */
const moved = (element, dx, dy) => ({
  ...element,
  x: element.x + dx,
  y: element.y + dy,
  version: element.version + 1,
  versionNonce: Math.floor(Math.random() * 2 ** 31),
  updated: Date.now(),
});

window.bench = {
  wheelZoom: 1.8,
  async prepare(notes) {
    await document.fonts.load('20px Excalifont').catch(() => undefined);
    elements = convertToExcalidrawElements(
      notes.map(({ i, x, y, colour, text }) => ({
        type: 'rectangle',
        id: idOf(i),
        x,
        y,
        width: SIZE,
        height: SIZE,
        backgroundColor: COLOURS[colour],
        fillStyle: 'solid',
        label: { text, fontSize: 18 },
      })),
      { regenerateIds: false },
    );
  },
  load() {
    api.updateScene({ elements, captureUpdate: NEVER });
  },
  camera({ x, y, z: wanted }) {
    const z = Math.min(ZOOM.most, Math.max(ZOOM.least, wanted));
    const { width, height } = api.getAppState();
    const appState = { zoom: { value: z }, scrollX: width / 2 / z - x, scrollY: height / 2 / z - y };
    api.updateScene({ appState, captureUpdate: NEVER });
  },
  getCamera() {
    const { zoom, width, height, scrollX, scrollY } = api.getAppState();
    return { x: width / 2 / zoom.value - scrollX, y: height / 2 / zoom.value - scrollY, z: zoom.value };
  },
  remoteMove(i, x, y) {
    const all = api.getSceneElementsIncludingDeleted().slice();
    const at = all.findIndex(({ id }) => id === idOf(i));
    const note = all[at];
    const [dx, dy] = [x - note.x, y - note.y];
    all[at] = moved(note, dx, dy);
    const textId = note.boundElements?.[0]?.id;
    const textAt = all[at + 1]?.id === textId ? at + 1 : all.findIndex(({ id }) => id === textId);
    if (textAt >= 0) all[textAt] = moved(all[textAt], dx, dy);
    api.updateScene({ elements: all, captureUpdate: NEVER });
  },
  pos(i) {
    const { x, y } = api.getSceneElements().find(({ id }) => id === idOf(i));
    return { x, y };
  },
  select(indices) {
    const selectedElementIds = Object.fromEntries(indices.map((i) => [idOf(i), true]));
    api.updateScene({ appState: { selectedElementIds }, captureUpdate: NEVER });
  },
  exportPng: () =>
    exportToBlob({
      elements: api.getSceneElements(),
      files: null,
      mimeType: 'image/png',
      exportPadding: 0,
      appState: { ...api.getAppState(), exportBackground: true },
      getDimensions: (width, height) => ({
        width: width * EXPORT_SCALE,
        height: height * EXPORT_SCALE,
        scale: EXPORT_SCALE,
      }),
    }),
  info: () => ({ elements: api.getSceneElements().length }),
};
