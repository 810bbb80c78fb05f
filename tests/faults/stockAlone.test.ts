/** A stock y-websocket provider closes itself when a server is silent for thirty seconds: ours never is. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { connectStock } from '../helpers/provider.ts';
import { startServer } from '../helpers/server.ts';

/** Three times the thirty seconds, for one who is alone on a board where nothing happens. */
const ALONE_MS = 90_000;

it('keeps a lone stock provider connected for ninety quiet seconds', async () => {
  const server = await startServer();
  const board = await server.createBoard();
  const { provider, dispose } = await connectStock(server, board.id, board.secrets.participate);
  let closings = 0;
  provider.on('connection-close', () => closings++);
  await wait(ALONE_MS);
  expect({ closings, isConnected: provider.wsconnected }).toEqual({ closings: 0, isConnected: true });
  dispose();
  await server.close();
}, 120_000);
