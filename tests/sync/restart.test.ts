/** The server starts again and again while people hold on to their documents: nothing is doubled, nothing is lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { eventually } from '../helpers/eventually.ts';
import { contentOf, RawClient } from '../helpers/rawClient.ts';
import { startServer } from '../helpers/server.ts';

const RESTARTS = 20;
const PEOPLE = 5;

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'pele-mele-restart-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

it(`keeps the board the same over ${RESTARTS} restarts with ${PEOPLE} people who write meanwhile`, async () => {
  const docs = Array.from({ length: PEOPLE }, () => new Y.Doc());
  const expected = new Map<string, string>();
  let board: { id: string; tickets: string[] } | null = null;
  for (let restart = 0; restart <= RESTARTS; restart++) {
    const server = await startServer({ dataDir });
    if (!board) {
      const { id, secrets } = await server.createBoard({ template: 'demarreur-bienveillant' });
      const joined = await Promise.all(docs.map(() => server.join(id, { secret: secrets.participate })));
      board = { id, tickets: joined.map(({ ticket }) => ticket) };
    }
    const { id, tickets } = board;
    const people = docs.map((doc, i) => new RawClient(server.wsUrl, id, tickets[i] as string, { doc }));
    await Promise.all(people.map((client) => client.synced()));
    for (const [i, client] of people.entries()) {
      const note = `note-${restart}-${i}`;
      client.addNote(note, `Idée de ${i}`);
      client.board.edit('typing', (write) => write.splice(note, { at: 0, remove: 4, insert: 'Proposition' }));
      expected.set(note, `Proposition de ${i}`);
    }
    // Every other time the server ends in the middle of it, and what was not saved comes with the next start.
    if (restart % 2 === 0) await Promise.all(people.map((client) => client.allSaved()));
    await server.close();
    for (const client of people) await client.closed();
  }
  const server = await startServer({ dataDir });
  const { id, tickets } = board as NonNullable<typeof board>;
  const people = docs.map((doc, i) => new RawClient(server.wsUrl, id, tickets[i] as string, { doc }));
  await Promise.all(people.map((client) => client.synced()));
  await Promise.all(people.map((client) => client.allSaved()));
  const fresh = new RawClient(server.wsUrl, id, tickets[0] as string);
  await fresh.synced();
  const notes = [...fresh.board.elements()].filter((element) => element.id.startsWith('note-'));
  expect(new Map(notes.map((note) => [note.id, note.text]))).toEqual(expected);
  const areas = fresh.board.size - notes.length;
  expect(areas).toBeGreaterThan(0);
  expect(areas).toBeLessThan(40);
  for (const client of people) await eventually(() => expect(contentOf(client.doc)).toEqual(contentOf(fresh.doc)));
  for (const client of [...people, fresh]) client.leave();
  await server.close();
}, 120_000);
