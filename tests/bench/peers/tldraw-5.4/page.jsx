/** tldraw as the canvas benchmark asks for it (`../../canvas/README.md`): its whole product, notes as its own notes. */
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import { createRoot } from 'react-dom/client';
import { createShapeId, getIndices, Tldraw, toRichText } from 'tldraw';
import 'tldraw/tldraw.css';

const COLOURS = ['yellow', 'orange', 'light-green', 'light-blue', 'light-red', 'light-violet'];
const MOST_SHAPES = 20_000;
/** Its own bounds of the zoom. */
const ZOOM = { least: 0.05, most: 8 };
const EXPORT_SCALE = 2;

const editor = await new Promise((resolve) =>
  createRoot(document.getElementById('root')).render(
    <div style={{ position: 'fixed', inset: 0 }}>
      <Tldraw assetUrls={getAssetUrlsByImport()} options={{ maxShapesPerPage: MOST_SHAPES }} onMount={resolve} />
    </div>,
  ),
);
editor.user.updateUserPreferences({ animationSpeed: 0 });

const idOf = (i) => createShapeId(`n${i}`);
let records = [];

window.bench = {
  wheelZoom: 3.5,
  prepare(notes) {
    const order = getIndices(notes.length);
    const parentId = editor.getCurrentPageId();
    const defaults = editor.getShapeUtil('note').getDefaultProps();
    records = notes.map(({ i, x, y, colour, text }, k) => ({
      id: idOf(i),
      typeName: 'shape',
      type: 'note',
      x,
      y,
      rotation: 0,
      index: order[k],
      parentId,
      isLocked: false,
      opacity: 1,
      meta: {},
      props: { ...defaults, color: COLOURS[colour], size: 's', richText: toRichText(text) },
    }));
  },
  load() {
    editor.store.mergeRemoteChanges(() => editor.store.put(records));
  },
  settled: () => document.querySelectorAll('.tl-shape').length > 0,
  camera({ x, y, z: wanted }) {
    const z = Math.min(ZOOM.most, Math.max(ZOOM.least, wanted));
    const { w, h } = editor.getViewportScreenBounds();
    editor.setCamera({ x: w / 2 / z - x, y: h / 2 / z - y, z }, { immediate: true, force: true });
  },
  getCamera() {
    const { x, y } = editor.getViewportPageBounds().center;
    return { x, y, z: editor.getZoomLevel() };
  },
  remoteMove(i, x, y) {
    editor.store.mergeRemoteChanges(() => editor.store.put([{ ...editor.getShape(idOf(i)), x, y }]));
  },
  pos(i) {
    const { x, y } = editor.getShape(idOf(i));
    return { x, y };
  },
  select(indices) {
    editor.setSelectedShapes(indices.map(idOf));
  },
  async exportPng() {
    const ids = records.map(({ id }) => id);
    const options = { format: 'png', scale: EXPORT_SCALE, pixelRatio: 1, background: true, padding: 0 };
    return (await editor.toImage(ids, options)).blob;
  },
  info: () => ({ shapesInDom: document.querySelectorAll('.tl-shape').length }),
};
