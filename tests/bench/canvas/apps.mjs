/**
 * The pages that are measured. `folder` is what is served, `page` the file that sets `window.bench`; `build`, where a page has to be
 * built first, are Vite's arguments. Peers (whole products) will stand here as `../peers/<name>/dist`.
 */
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

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
};
