import { cpSync } from 'node:fs';
import { defineConfig } from 'vite';

/** It fetches its fonts at run time from beside the page. */
const fonts = {
  name: 'fonts',
  closeBundle: () =>
    cpSync('node_modules/@excalidraw/excalidraw/dist/prod/fonts', 'dist/excalidraw/fonts', { recursive: true }),
};

export default defineConfig({
  base: './',
  plugins: [fonts],
  build: { target: 'esnext', chunkSizeWarningLimit: 100_000 },
  define: { 'process.env.IS_PREACT': '"false"' },
});
