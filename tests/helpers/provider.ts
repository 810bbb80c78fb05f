/** The y-websocket provider exactly as published, in Node: what an outside program would run. */
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { eventually } from './eventually.ts';
import type { TestServer } from './server.ts';

export interface StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  dispose(): void;
}

/** Connects a stock provider with a ticket in its query. Resolves once it is synced. */
export async function connectStock(
  server: TestServer,
  board: string,
  secret: string,
  doc: Y.Doc = new Y.Doc(),
): Promise<StockClient> {
  const { ticket } = await server.join(board, { secret });
  const provider = new WebsocketProvider(`${server.wsUrl}/sync`, board, doc, {
    params: { ticket },
    // Two providers of one process would otherwise talk to each other and not through the server.
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  const dispose = (): void => {
    provider.awareness.destroy();
    provider.destroy();
    doc.destroy();
  };
  await eventually(() => {
    if (!provider.synced) throw new Error('the stock provider is not synced');
  });
  return { doc, provider, dispose };
}

/** A note as the contract with outside programs describes it. */
export function putNote(doc: Y.Doc, id: string, text: string): void {
  doc.transact(() => {
    const note = new Y.Map<unknown>();
    note.set('kind', 'note');
    note.set('place', [null, 40, 60]);
    note.set('size', [200, 200]);
    note.set('z', 'a1');
    note.set('text', new Y.Text(text));
    note.set('color', 'blue');
    doc.getMap('elements').set(id, note);
  });
}
