import { defineConfig } from 'vitest/config';

/** Three projects: `unit` beside the modules, `server` for what crosses a seam, `faults` for long and violent runs. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,server,client}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          testTimeout: 15_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/{sync,control,permissions,http,render}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          pool: 'forks',
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/{durability,faults}/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
          pool: 'forks',
          fileParallelism: false,
        },
      },
    ],
  },
});
