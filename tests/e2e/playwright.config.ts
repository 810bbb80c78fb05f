import { defineConfig } from '@playwright/test';

/**
 * What Playwright itself turns off (its own list is replaced by ours), and what a test never sees and each page would pay for: the process
 * kept ready for a page that will not come, and the page behind the address bar.
 */
const NOT_WANTED = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'SpareRendererForSitePerProcess',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/** Debian's Chromium; the tests start their own servers, one for each file, and wait for states only. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // Two files at a time, each with a server, browsers and boards of its own.
  workers: 2,
  // A machine that stops for seconds is not a fault of ours; what passed only at the second try is named at the end.
  retries: 1,
  use: {
    // What cannot be pressed is said, instead of filling the whole time of the test.
    actionTimeout: 60_000,
    browserName: 'chromium',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
    // Each browser of a test would fetch the whole page a second time; pwa.spec.ts lets it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${NOT_WANTED.join(',')}`,
      ],
    },
    // Recorded where a test is tried again: a third of all the work when recorded of every test.
    trace: 'on-first-retry',
  },
});
