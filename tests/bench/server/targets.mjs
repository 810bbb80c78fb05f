/**
 * What can be measured. A target says how to start a server and how to open a room on it; a room gives each client the path it
 * connects to. Paths stay valid across a restart on the same data, so that a cold start can be joined at once.
 */
import path from 'node:path';

const peer = (name, file) => path.resolve(import.meta.dirname, '../peers', name, file);
const product = path.resolve(import.meta.dirname, '../../../dist/server/main.js');

const namedRoom = (_server, name) => ({ seat: async () => ({ path: `/${name}` }) });

export async function post(port, route, body) {
  const response = await fetch(`http://127.0.0.1:${port}${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`POST ${route}: ${response.status} ${(await response.text()).slice(0, 200)}`);
  return response.json();
}

const relay = (name, label, env) => ({
  name,
  label,
  relay: true,
  peer: 'relay',
  run: () => ({ command: [process.execPath, peer('relay', 'relay.js')], env }),
  openRoom: namedRoom,
});

const TARGETS = [
  {
    name: 'pele-mele',
    label: 'Pêle-mêle',
    persistent: true,
    ownPresence: true,
    run: (_port, data) => ({ command: [process.execPath, product], env: { PELEMELE_DATA: data } }),
    /** A board; each client is a participant of its own, joined by the take-part link, as in a workshop. */
    async openRoom({ port }, name) {
      const { id, secrets } = await post(port, '/api/boards', { title: name });
      return {
        async seat({ presence = false } = {}) {
          const { ticket } = await post(port, `/api/boards/${id}/join`, { secret: secrets.participate });
          // Live states travel only between clients that ask for our messages; everything else is measured as a stock client.
          return presence
            ? { path: `/sync/${id}`, protocols: ['pele-mele.1', `ticket.${ticket}`] }
            : { path: `/sync/${id}?ticket=${encodeURIComponent(ticket)}` };
        },
      };
    },
  },
  {
    name: 'yws',
    label: '@y/websocket-server 0.1.5',
    peer: 'yws-0.1.5',
    run: () => ({ command: [process.execPath, peer('yws-0.1.5', 'node_modules/@y/websocket-server/src/server.js')] }),
    openRoom: namedRoom,
  },
  {
    name: 'yws-leveldb',
    label: '@y/websocket-server 0.1.1 + leveldb',
    persistent: true,
    peer: 'yws-0.1.1',
    run: (_port, data) => ({
      command: [process.execPath, peer('yws-0.1.1', 'node_modules/@y/websocket-server/src/server.js')],
      env: { YPERSISTENCE: path.join(data, 'leveldb') },
    }),
    openRoom: namedRoom,
  },
  relay('relay', 'bare relay', { MODE: 'send' }),
  relay('relay-batch0', 'bare relay, batched', { MODE: 'batch', TICK: '0' }),
];

export const targets = Object.fromEntries(TARGETS.map((target) => [target.name, target]));
