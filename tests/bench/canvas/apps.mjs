/**
 * The pages that are measured. `folder` is what is served, `page` the file that sets `window.bench`; `build`, where a page has to be
 * built first, are Vite's arguments; `wall` is told to `prepare`. A `peer` is a whole product in `../peers/<name>`, installed and built there when it is measured.
 */
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

const peer = (name, label) => ({
  label,
  peer: path.join(root, 'tests/bench/peers', name),
  folder: path.join(root, 'tests/bench/peers', name, 'dist'),
  page: 'index.html',
});

export const apps = {
  limit: {
    label: 'limit: bare 2D canvas',
    folder: path.join(import.meta.dirname, 'limit'),
    page: 'index.html',
  },
  'pele-mele': {
    label: 'Pêle-mêle',
    folder: path.join(root, 'dist/bench'),
    page: 'bench.html',
    build: ['build', '--mode', 'bench', '--outDir', path.join(root, 'dist/bench')],
    sources: ['client', 'shared', 'vite.config.ts'],
  },
  mixed: {
    label: 'Pêle-mêle, mixed wall',
    folder: path.join(root, 'dist/bench'),
    page: 'bench.html',
    wall: { mixed: true },
  },
  tldraw: peer('tldraw-5.4', 'tldraw 5.4'),
  excalidraw: peer('excalidraw-0.18', 'Excalidraw 0.18'),
};
