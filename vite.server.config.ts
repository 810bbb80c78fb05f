import { defineConfig } from 'vite';

/**
 * The server as plain JavaScript for Node ≥ 20.19: one file an entry, flat in `dist/server` (`server/lib/workerEntry.ts` finds the
 * workers beside itself). Dependencies stay in node_modules: native modules cannot be bundled, and Yjs must exist once.
 */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/server',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        main: 'server/main.ts',
        storageWorker: 'server/storage/sqlite/worker.ts',
        renderWorker: 'server/render/worker.ts',
        pictureWorker: 'server/pictures/worker.ts',
        cli: 'server/cli.ts',
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
