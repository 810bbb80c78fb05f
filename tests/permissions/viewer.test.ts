/** A viewer's ticket on a raw socket: whatever is sent by it, nothing on the board changes. */
import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { encodeAwareness } from '../../server/sync/awareness.ts';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { encodeJson, encodeOwnPresence, encodeSync, MESSAGE, SYNC } from '../../shared/protocol/frames.ts';
import { connect, contentOf, type RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

describe('a viewer', () => {
  let server: InProcessServer;
  let board: CreatedBoard;
  let author: RawClient;
  let before: Record<string, unknown>;
  const viewers: RawClient[] = [];

  const view = async (): Promise<RawClient> => {
    const viewer = await connect(server, board.id, board.secrets.watch, { isSilent: true });
    viewers.push(viewer);
    await viewer.settled();
    return viewer;
  };
  const news = (): Uint8Array => {
    const doc = new BoardDoc();
    doc.edit('x', (write) => write.create({ id: 'v', kind: 'note', place: [null, 0, 0], z: 'a0', text: 'Vu' }));
    return doc.encodeState();
  };
  /** A deletion of everything, as Yjs itself would write it. */
  const deletion = (): Uint8Array => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(author.doc));
    const known = Y.encodeStateVector(doc);
    doc.getMap('elements').clear();
    return Y.encodeStateAsUpdate(doc, known);
  };

  beforeAll(async () => {
    server = await startServer();
    board = await server.createBoard({ template: 'demarreur-bienveillant' });
    author = await (await connect(server, board.id, board.secrets.participate)).synced();
    author.addNote('n1', 'Un forum des associations');
    await author.allSaved();
    before = contentOf(author.doc);
  });
  afterAll(async () => {
    for (const client of [author, ...viewers]) client.leave();
    await server.close();
  });

  const expectNoEffect = async (): Promise<void> => {
    await author.settled();
    expect(contentOf(author.doc)).toEqual(before);
    const fresh = await (await connect(server, board.id, board.secrets.participate)).synced();
    expect(contentOf(fresh.doc)).toEqual(before);
    fresh.leave();
  };

  it.each([
    ['an update', () => encodeSync(SYNC.update, news())],
    ['a step 2', () => encodeSync(SYNC.step2, news())],
    ['a deletion', () => encodeSync(SYNC.update, deletion())],
  ])('is told that %s is refused, and is closed at the second', async (_what, forge) => {
    const viewer = await view();
    viewer.send(forge());
    await viewer.settled();
    expect(viewer.eventsOf('refused')).toEqual([{ type: 'refused', code: 'role', elements: [] }]);
    expect(viewer.saved).toBe(0);
    viewer.send(forge());
    expect(await viewer.closed()).toBe(4400);
    await expectNoEffect();
  });

  it('may say again what everybody knows', async () => {
    const viewer = await view();
    viewer.sendUpdate(Y.encodeStateAsUpdate(author.doc), SYNC.step2);
    viewer.sendUpdate(Y.encodeStateAsUpdate(author.doc));
    await viewer.allSaved();
    expect(viewer.closeCode).toBeNull();
    await expectNoEffect();
  });

  it('is shown the others, and not shown to them', async () => {
    const viewer = await view();
    viewer.showPresence('{"cursor":[1,1]}');
    viewer.send(encodeAwareness([{ id: 7, clock: 1, state: '{"name":"Intrus"}' }]));
    author.showPresence('{"cursor":[2,2]}');
    await author.settled();
    await expect.poll(() => [...viewer.presence.values()]).toEqual(['{"cursor":[2,2]}']);
    expect([...author.presence.values()]).not.toContain('{"cursor":[1,1]}');
  });

  it('changes nothing by any message of ours', async () => {
    for (const message of [
      encodeJson(MESSAGE.command, { id: 'c1', type: 'rename', title: 'Détourné' }),
      encodeJson(MESSAGE.clock, 12),
      encodeJson(MESSAGE.welcome, {}),
      encodeJson(MESSAGE.controlEvent, { type: 'control', rev: 9, control: {} }),
      encodeOwnPresence(new Uint8Array(5_000)),
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.privateSync);
        encoding.writeVarUint(encoder, SYNC.update);
        encoding.writeVarUint8Array(encoder, news());
      }),
    ]) {
      const viewer = await view();
      viewer.send(message);
      viewer.leave();
    }
    await expectNoEffect();
  });

  it('changes nothing by any of 256 message types, bare or with a body, in binary or in text', async () => {
    for (let type = 0; type < 256; type++) {
      const viewer = await connect(server, board.id, board.secrets.watch, { isSilent: true });
      viewers.push(viewer);
      viewer.socket.once('open', () => {
        for (const sub of [SYNC.update, SYNC.step2]) {
          viewer.send(
            encoding.encode((encoder) => {
              encoding.writeVarUint(encoder, type);
              encoding.writeVarUint(encoder, sub);
              encoding.writeVarUint8Array(encoder, news());
            }),
          );
        }
        viewer.send(new Uint8Array([type]));
        viewer.socket.send(String.fromCharCode(type));
      });
      expect(await viewer.closed()).toBe(4400);
    }
    await expectNoEffect();
  });
});
