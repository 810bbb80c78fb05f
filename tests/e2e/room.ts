/**
 * Two people at a fresh wall, with which most tests begin. The server and the two browsers live as long as the worker and serve every file
 * that asks for them; the wall is new for each test, and the page is loaded anew. At its end nobody may have met an error.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import type { CreatedBoard, NewBoard } from '../../server/http/ports.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { Person } from './Person.ts';

interface Comer {
  readonly name: string;
  readonly by: keyof CreatedBoard['links'];
}

export interface Room {
  readonly board: CreatedBoard;
  readonly first: Person;
  readonly second: Person;
}

const FOLDER = path.resolve(import.meta.dirname, '../../test-results/screens');

/** A picture to look at, taken only where `PELEMELE_PICTURES` asks: nothing is judged by it. */
export const shot = async (page: Page, name: string): Promise<unknown> => {
  if (!process.env.PELEMELE_PICTURES) return;
  mkdirSync(FOLDER, { recursive: true });
  return page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
};

export const test = base.extend<
  { wall: NewBoard; comers: { first: Comer; second: Comer }; ownPages: boolean; room: Room },
  { server: SpawnedServer; browsers: readonly [Person, Person] }
>({
  wall: [{ title: 'Marché couvert' }, { option: true }],
  comers: [{ first: { name: 'Léa', by: 'facilitate' }, second: { name: 'Max', by: 'participate' } }, { option: true }],
  // For tests that change what a page keeps when another wall is opened in it: what it listens to, its routes, its size.
  ownPages: [false, { option: true }],
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: reason: Playwright reads which fixtures are wanted from this pattern
    async ({}, use) => {
      const server = await spawnServer();
      await use(server);
      await server.dispose();
    },
    { scope: 'worker' },
  ],
  browsers: [
    async ({ browser }, use, { project }) => {
      // What the settings say of every page is added to a test's own browsers only.
      const { locale, timezoneId, viewport, serviceWorkers } = project.use;
      const options = { locale, timezoneId, viewport, serviceWorkers, reducedMotion: 'reduce' } as const;
      const arrive = () => Person.arrive(browser, options as Parameters<typeof browser.newContext>[0]);
      const both = [await arrive(), await arrive()] as const;
      await use(both);
      for (const person of both) await person.leave();
    },
    { scope: 'worker' },
  ],
  room: async ({ server, browsers, wall, comers, ownPages }, use) => {
    const board = await server.createBoard(wall);
    const [first, second] = await Promise.all(
      browsers.map(async (host, at) => {
        const person = host.in(ownPages ? await host.context.newPage() : host.page);
        const { name, by } = at === 0 ? comers.first : comers.second;
        await person.join(board.links[by], name);
        return person;
      }),
    );
    await use({ board, first: first as Person, second: second as Person });
    expect([...(first?.problems ?? []), ...(second?.problems ?? [])]).toEqual([]);
    for (const person of [first, second]) await (ownPages ? person?.page.close() : person?.letGo());
  },
});
