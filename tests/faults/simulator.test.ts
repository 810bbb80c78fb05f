/**
 * The whole of a room under faults that a seed chooses: lines that break, stall and repeat, disks that fail, lie and are slow, kills at any
 * moment, reloads and lost tabs. Whatever the story, everyone ends with the same board, with everything on it that was acknowledged.
 */
import { describe, expect, it } from 'vitest';
import { createProgress } from '../helpers/progress.ts';
import { type Outcome, type SimulateOptions, simulate } from './simulator/simulate.ts';

/** Of a long run, this file takes half. */
const MINUTES = Number(process.env.PELEMELE_FAULT_MINUTES ?? 0) / 2;
/** A seed that failed is told again by itself. */
const ONLY = Number(process.env.PELEMELE_FAULT_SEED ?? 0);
const FIRST = ONLY || 1;
const SEEDS = ONLY ? 1 : 150;
const LONG_SEEDS = 10_000;

/**
 * Seeds that have found something before anyone changed the session in a story, and what it was. The pace of the rooms is another since, so
 * they meet other moments: the mends have tests of their own (`tests/sync/room.test.ts`, `server/sync/gate.test.ts`).
 */
const FOUND: readonly (readonly [seed: number, what: string])[] = [
  [
    2715,
    'updates before the answer to step 1: the client kept what it could not place, sent it back, and was shut out',
  ],
  [6202, 'a locked text given back at positions of before others wrote in it: letters doubled, refused ones kept'],
];

/** The same for stories in which the session changes, and people write privately. */
const FOUND_SINCE: readonly (readonly [seed: number, what: string])[] = [
  [20, 'drafts of an anonymous step that its reveal takes off the disk, and no device kept'],
  [344, 'a private document that was written in before it was given its mark, taken for one that is over for ever'],
  [1618, 'a reveal before all private documents were read, asked for by a request'],
  [1319, 'a refused text of somebody who had gone, put in a private document that had not been read'],
];

describe('the simulator', () => {
  it.each(FOUND_SINCE)('finds no more what seed %i has found since: %s', async (seed) => {
    expect((await simulate(seed, { isNotesOnly: true })).problems).toEqual([]);
  });

  it.each(FOUND)('finds no more what seed %i once found: %s', async (seed) => {
    expect((await simulate(seed, { isFixed: true })).problems).toEqual([]);
  });

  it('tells the same story twice for the same seed', async () => {
    expect(await simulate(7)).toEqual(await simulate(7));
  });

  it(
    `tells ${MINUTES > 0 ? `stories for ${MINUTES} minutes` : `${SEEDS} stories`}, and all end well`,
    async () => {
      const end = performance.now() + MINUTES * 60_000;
      const total = { stories: 0, edits: 0, acks: 0, commands: 0, refusals: 0, connections: 0, kills: 0, events: 0 };
      const failed: { readonly seed: number; readonly problems: readonly string[] }[] = [];
      const progress = createProgress('stories');
      const goesOn = (): boolean =>
        total.stories < SEEDS || (total.stories < LONG_SEEDS && performance.now() < end && failed.length < 20);
      for (let seed = FIRST; goesOn(); seed++) {
        const { problems, ...counts } = await simulate(seed);
        if (problems.length > 0) {
          failed.push({ seed, problems });
          process.stdout.write(
            `    seed ${seed}: ${problems.join('\n      ')}\n    again: npm run test:faults -- --seed ${seed}\n`,
          );
        }
        total.stories++;
        for (const [key, count] of Object.entries(counts)) total[key as keyof typeof counts] += count;
        progress(total.stories, failed.length);
      }
      process.stdout.write(`    ${JSON.stringify(total)}\n`);
      expect(failed).toEqual([]);
      if (ONLY) return;
      expect(total.acks).toBeGreaterThan(total.edits / 3);
      expect(total.commands).toBeGreaterThan(total.stories * 3);
    },
    600_000 + MINUTES * 180_000,
  );
});

describe('a disk', () => {
  const expectWell = async (options: SimulateOptions): Promise<Outcome> => {
    const outcome = await simulate(1, options);
    expect(outcome.problems).toEqual([]);
    return outcome;
  };

  it('that refuses for thirty seconds while everyone writes loses nothing', async () => {
    await expectWell({
      people: 6,
      script: async (story, until) => {
        const { clients, server, clock } = story;
        await until(() => clients.every(({ isSynced }) => isSynced), 10_000);
        for (const client of clients) for (let i = 0; i < 10; i++) story.edit(client);
        server.faults.isFailing = true;
        const end = clock.now + 30_000;
        while (clock.now < end) {
          for (const client of clients) story.edit(client);
          await until(() => false, 500);
        }
        expect(server.rooms.paused()).toBe(true);
        expect(clients.filter(({ options, isSaved }) => options.isOurs && isSaved)).toEqual([]);
        server.faults.isFailing = false;
      },
    });
  });

  it('that refuses the folding of the log keeps nobody out: the log is as good', async () => {
    await expectWell({
      people: 3,
      script: async (story, until) => {
        const { clients, server } = story;
        const [ana] = clients;
        await until(() => clients.every(({ isSynced }) => isSynced), 10_000);
        if (ana) for (let i = 0; i < 10; i++) story.edit(ana);
        await until(() => clients.every(({ isSaved }) => isSaved), 30_000);
        server.faults.isFailing = true;
        for (const client of clients) client.disconnect({ away: true });
        await until(() => server.rooms.counts().connections === 0, 60_000);
        await until(() => false, 5_000);
        // The room has gone idle and could not be folded. Whoever comes back reads, disk or no disk.
        for (const client of clients) {
          client.isAway = false;
          client.connect();
        }
        await until(() => clients.every(({ isSynced }) => isSynced), 60_000);
        expect(clients.every(({ isSynced }) => isSynced)).toBe(true);
        server.faults.isFailing = false;
      },
    });
  });

  it('that is killed at any step of folding the log has the log or its fold, never half', async () => {
    const folds = new Set<boolean>();
    // The server is killed one event later each time, from the moment the room is empty to when it has been unloaded.
    for (let events = 0; events < 14; events++) {
      await expectWell({
        people: 2,
        script: async (story, until) => {
          const { clients, server, clock } = story;
          const [ana] = clients;
          await until(() => clients.every(({ isSynced }) => isSynced), 10_000);
          if (ana) for (let i = 0; i < 8; i++) story.edit(ana);
          await until(() => clients.every(({ isSaved }) => isSaved), 30_000);
          for (const client of clients) client.disconnect({ away: true });
          await until(() => server.rooms.counts().connections === 0, 60_000);
          for (let i = 0; i < events; i++) await clock.step();
          story.kill();
          folds.add([...server.disk.docs.values()].every(({ updates }) => updates.length === 0));
        },
      });
    }
    expect(folds.size).toBe(2);
  });
});
