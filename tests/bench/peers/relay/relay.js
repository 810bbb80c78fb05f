// The limit of a Node process: rooms of sockets, every message goes to the others, nothing is understood or kept.
//   MODE=send   `ws.send` to each other socket
//   MODE=batch  the frames of TICK ms (0: this turn of the event loop) go out in one write a socket
import http from 'node:http';
import { WebSocketServer } from 'ws';

const { MODE = 'send', TICK = '0', PORT } = process.env;
const rooms = new Map();

function serverFrame(data) {
  const length = data.length;
  const head = length < 126 ? 2 : length < 65536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x82;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  data.copy(frame, head);
  return frame;
}

function flush(room) {
  const { pending } = room;
  room.pending = [];
  room.timer = null;
  const everything = Buffer.concat(pending.map(({ frame }) => frame));
  const senders = new Set(pending.map(({ from }) => from));
  for (const socket of room.sockets) {
    if (!senders.has(socket)) {
      socket._socket.write(everything);
      continue;
    }
    // Nobody gets their own frames back.
    const others = pending.filter(({ from }) => from !== socket);
    if (others.length > 0) socket._socket.write(Buffer.concat(others.map(({ frame }) => frame)));
  }
}

const broadcast = {
  send(room, from, data) {
    for (const socket of room.sockets) if (socket !== from) socket.send(data);
  },
  batch(room, from, data) {
    room.pending.push({ from, frame: serverFrame(data) });
    room.timer ??= TICK === '0' ? setImmediate(flush, room) : setTimeout(flush, Number(TICK), room);
  },
}[MODE];

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
sockets.on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? { sockets: new Set(), pending: [], timer: null };
  rooms.set(request.url, room);
  room.sockets.add(socket);
  socket._socket.setNoDelay(true);
  socket.on('message', (data) => broadcast(room, socket, data));
  // A reset by the load generator is followed by `close`.
  socket.on('error', () => {});
  socket.on('close', () => {
    room.sockets.delete(socket);
    if (room.sockets.size === 0) rooms.delete(request.url);
  });
});

const server = http.createServer((_request, response) => response.end('ok'));
server.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (accepted) => sockets.emit('connection', accepted, request)),
);
server.listen(Number(PORT), '127.0.0.1');
