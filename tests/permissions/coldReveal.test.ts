/** A reveal after everybody has left and the server was started anew: hundreds of documents are read for it, a few at a time. */
import { afterEach, describe, expect, it } from 'vitest';
import { MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import { type CurrentStep, OPEN_STEP } from '../../shared/access/Step.ts';
import { command, say } from '../helpers/commands.ts';
import { readContributions } from '../helpers/contributions.ts';
import { eventually } from '../helpers/eventually.ts';
import type { RawClient } from '../helpers/rawClient.ts';
import { type RoomServer, startRooms } from '../helpers/roomServer.ts';

const PEOPLE = 60;
const NOTES = 5;
const WRITE: CurrentStep = { id: 'ecrire', ...OPEN_STEP, private: { until: 'facilitator' } };

describe('a reveal of what was written before the server was started', () => {
  let server: RoomServer;
  afterEach(() => server.close());

  const lead = async (): Promise<RawClient> => {
    await server.changePerson('lea', { role: 'facilitator' });
    return server.arrive('lea', { role: 'facilitator' });
  };

  it.each(['named', 'anonymous'] as const)(
    'with people %s brings each note once, and never asks the disk for more than a few documents together',
    async (attribution) => {
      const texts = readContributions()
        .slice(0, PEOPLE * NOTES)
        .map(({ text }, n) => `${n}. ${text}`);
      let storage = new MemoryStorage();
      server = await startRooms({ storage });
      const before = await lead();
      expect(await command(before, { type: 'setStep', step: { ...WRITE, attribution } })).toMatchObject({ ok: true });
      for (let person = 0; person < PEOPLE; person++) {
        const author = await (await server.arrive(`p${person}`)).openPrivate();
        for (let n = 0; n < NOTES; n++) author.addPrivateNote(`p${person}-${n}`, texts[person * NOTES + n] as string);
        await author.allSaved();
        author.leave();
      }
      await server.close();

      storage = new MemoryStorage(storage.disk);
      const load = storage.loadDoc.bind(storage);
      let coming = 0;
      let most = 0;
      let read = 0;
      storage.loadDoc = async (board, doc) => {
        if (doc === 'board') return load(board, doc);
        most = Math.max(most, ++coming);
        read++;
        const stored = await load(board, doc);
        coming--;
        return stored;
      };
      server = await startRooms({ storage });
      const after = await lead();
      const bruno = await (await server.arrive('bruno')).openPrivate();
      say(after, { type: 'reveal' });
      await eventually(() => expect(read).toBeGreaterThan(0), { everyMs: 1 });
      // What is said behind it waits for it, and comes.
      after.addNote('own', 'Merci à toutes et tous');
      bruno.addPrivateNote('late', 'Et moi alors');
      await eventually(() => expect(after.board.size).toBe(PEOPLE * NOTES + 1));
      expect([...after.board.elements()].map(({ text }) => text).sort()).toEqual(
        [...texts, 'Merci à toutes et tous'].sort(),
      );
      expect(after.eventsOf('revealed')).toMatchObject([{ notes: PEOPLE * NOTES }]);
      expect([read, most <= 16]).toEqual([PEOPLE, true]);
      const by = [...after.board.elements()].filter((element) => element.by !== undefined);
      expect(by).toHaveLength(attribution === 'named' ? PEOPLE * NOTES : 0);
    },
    60_000,
  );
});
