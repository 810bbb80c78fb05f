import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { THEMES } from './shared/theme/tokens.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** React Aria ships its own words in some thirty languages; the product speaks two, so the others become empty modules. */
const keptLanguages: Plugin = {
  name: 'kept-languages',
  enforce: 'pre',
  load(id) {
    const locale = /[\\/]react-(?:aria|stately|aria-components)[\\/].*[\\/]([a-z]{2}-[A-Z]{2})\.m?js$/.exec(id)?.[1];
    return locale && locale !== 'fr-FR' && locale !== 'en-US' ? 'export default {};' : null;
  },
};

/** Below this many bytes compression saves no packet. */
const WORTH_COMPRESSING = 1_024;

/** Writes `.br` and `.gz` beside what compresses, once, at the best level: the server then only sends files (`http/staticFiles.ts`). */
const precompress = (): Plugin => ({
  name: 'precompress',
  apply: 'build',
  async writeBundle({ dir: outDir = '' }) {
    const names = await readdir(outDir, { recursive: true });
    for (const name of names.filter((file) => /\.(?:js|css|html|svg|ttf|json)$/.test(file))) {
      const bytes = await readFile(join(outDir, name));
      if (bytes.length < WORTH_COMPRESSING) continue;
      const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
      await writeFile(join(outDir, `${name}.br`), brotli);
      await writeFile(join(outDir, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
});

/**
 * The page kept on the device, where browsers allow it (https, or this computer): all of the program, none of the data. The worker answers
 * the product's own addresses with the page it has, whatever the network; it never takes part in `/api` or `/sync`. A newer one waits to be
 * let in (`client/pwa/AppUpdate.ts`).
 */
const keptOnDevice = VitePWA({
  strategies: 'generateSW',
  registerType: 'prompt',
  injectRegister: false,
  manifestFilename: 'manifest.webmanifest',
  includeManifestIcons: false,
  manifest: {
    id: '/',
    name: 'Pêle-mêle, le mur d’atelier partagé',
    short_name: 'Pêle-mêle',
    description: 'Écrire, rapprocher, nommer et choisir ensemble, dans la salle ou à distance.',
    lang: 'fr',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: THEMES.light.wall,
    theme_color: THEMES.light.wall,
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    inlineWorkboxRuntime: true,
    sourcemap: false,
    globPatterns: ['index.html', 'assets/*.{js,css,svg,ttf,woff2}', 'icons/*.png'],
    // The signs and emoji are large and seldom needed: fetched when a board uses them.
    globIgnores: ['**/twemoji-*', '**/DejaVuSans-*', '**/bench*'],
    // The server answers with the page at `/`, not at the file's name.
    manifestTransforms: [
      (entries) => ({
        manifest: entries.map((entry) => (entry.url === 'index.html' ? { ...entry, url: '/' } : entry)),
      }),
    ],
    dontCacheBustURLsMatching: /assets\//,
    navigateFallback: '/',
    navigateFallbackAllowlist: [/^\/(?:\?.*)?$/, /^\/b\/[\w-]+(?:\/sheet)?\/?(?:\?.*)?$/],
    cleanupOutdatedCaches: true,
    clientsClaim: false,
    skipWaiting: false,
  },
});

/**
 * The page, built into `dist/client`: hashed names, nothing inline and nothing from elsewhere, so that the strictest content policy
 * holds. `--mode bench` adds the page that the canvas benchmark drives.
 */
export default defineConfig(({ mode }) => ({
  root: path('./client'),
  plugins: [keptLanguages, react(), ...(mode === 'bench' ? [] : [keptOnDevice]), precompress()],
  resolve: {
    // formatjs's parser knows all of ICU; ours what our messages use.
    alias: [{ find: /^@formatjs\/icu-messageformat-parser$/, replacement: path('./client/i18n/parseMessage.ts') }],
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:4321',
      '/sync': { target: 'ws://127.0.0.1:4321', ws: true },
    },
  },
  build: {
    outDir: path('./dist/client'),
    emptyOutDir: true,
    target: ['safari16.4', 'chrome109', 'firefox115', 'edge109'],
    // A data: URL would need a hole in the content policy.
    assetsInlineLimit: 0,
    // What a board fetches later comes seldom, and ahead: the names of all its chunks would weigh on its first script. Only the way in fetches
    // side by side what it needs.
    modulePreload: {
      resolveDependencies: (_, names, { hostId }) =>
        /(?:^|\/)index(?:-[\w-]{8})?\.(?:js|html)$/.test(hostId) ? names : [],
    },
    rolldownOptions: {
      input: {
        index: path('./client/index.html'),
        ...(mode === 'bench' && { bench: path('./client/bench.html') }),
      },
      output: {
        advancedChunks: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](?:react|react-dom|scheduler|react-intl|@formatjs|intl-messageformat)[\\/]/,
            },
            // With what these need; the rest of Konva comes with the preview that react-konva paints.
            { name: 'konva', test: /node_modules[\\/]konva[\\/]lib[\\/](?:Stage|Layer|Shape)\.js$/ },
            { name: 'react-konva', test: /node_modules[\\/](?:react-konva|react-reconciler|its-fine)[\\/]/ },
            // Those that several parts draw: some hundred bytes each, which compress together.
            { name: 'icons', test: /node_modules[\\/]lucide-react[\\/]/, minShareCount: 3 },
            { name: 'first-fr', test: /[\\/]i18n[\\/]fr[\\/](?!later|index)/ },
            { name: 'first-en', test: /[\\/]i18n[\\/]en[\\/](?!later|index)/ },
            { name: 'yjs', test: /node_modules[\\/](?:yjs|lib0|y-protocols|y-websocket)[\\/]/ },
          ],
        },
      },
    },
  },
}));
