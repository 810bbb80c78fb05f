/** The contract with outside programs: an unmodified y-websocket provider reads and writes a board. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { CLOSE } from '../../shared/protocol/closeCodes.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { eventually } from '../helpers/eventually.ts';
import { connectStock, putNote, type StockClient } from '../helpers/provider.ts';
import { connect, contentOf } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

describe('an unmodified y-websocket provider', () => {
  let server: InProcessServer;
  let board: CreatedBoard;
  const stocks: StockClient[] = [];

  const arrive = async (): Promise<StockClient> => {
    const stock = await connectStock(server, board.id, board.secrets.participate);
    stocks.push(stock);
    return stock;
  };

  beforeEach(async () => {
    server = await startServer();
    board = await server.createBoard();
  });
  afterEach(async () => {
    for (const stock of stocks.splice(0)) stock.dispose();
    await server.close();
  });

  it('reads and writes a board, two of them the same', async () => {
    const [one, two] = [await arrive(), await arrive()];
    putNote(one.doc, 'n1', 'Un accueil sans rendez-vous');
    putNote(two.doc, 'n2', 'Des horaires du soir');
    await eventually(() => expect(Object.keys(contentOf(one.doc))).toEqual(['n1', 'n2']));
    await eventually(() => expect(contentOf(two.doc)).toEqual(contentOf(one.doc)));
    const ours = await connect(server, board.id, board.secrets.watch);
    await ours.synced();
    expect(contentOf(ours.doc)).toEqual(contentOf(one.doc));
    ours.leave();
  });

  it('shows its awareness to others, under a number of the server and never the id of its document', async () => {
    const [one, two] = [await arrive(), await arrive()];
    const ours = await (await connect(server, board.id, board.secrets.participate)).synced();
    one.provider.awareness.setLocalState({ cursor: [10, 20] });
    ours.showPresence('{"cursor":[30,40]}');
    const others = (stock: StockClient): unknown[] =>
      [...stock.provider.awareness.getStates()].filter(([id]) => id !== stock.doc.clientID).map(([, state]) => state);
    await eventually(() => expect(others(two)).toContainEqual({ cursor: [10, 20] }));
    await eventually(() => expect(others(one)).toContainEqual({ cursor: [30, 40] }));
    await eventually(() => expect([...ours.presence.values()]).toContain('{"cursor":[10,20]}'));
    const ids = [...two.provider.awareness.getStates().keys()].filter((id) => id !== two.doc.clientID);
    expect(ids).not.toContain(one.doc.clientID);
    expect(ids).not.toContain(ours.doc.clientID);
    one.dispose();
    ours.leave();
    await eventually(() => expect(others(two)).toEqual([]));
  });

  it('is told for good that a message is too long, and does not bring it again and again', async () => {
    const one = await arrive();
    const codes: (number | undefined)[] = [];
    one.provider.on('connection-close', (event) => codes.push(event?.code));
    one.provider.ws?.send(new Uint8Array(LIMITS.messageBytes + 1));
    await eventually(() => expect(codes).toEqual([CLOSE.violation]));
    expect(one.provider.shouldConnect).toBe(false);
  });
});
