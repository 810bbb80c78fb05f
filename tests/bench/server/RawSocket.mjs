/**
 * A WebSocket client on node:net, as cheap as a load generator needs it: one read buffer is shared by all sockets, frames are handed
 * out as (buffer, start, end) without a copy, and outgoing frames are built and masked ahead of time. Binary messages in one frame
 * only, no compression: it is no client for anything else.
 */
import net from 'node:net';

const HOST = '127.0.0.1';
const shared = Buffer.allocUnsafe(256 * 1024);
const MASK = Buffer.from([0x9d, 0x3a, 0x71, 0xc6]);
const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 };

/** A masked client frame. */
export function buildFrame(payload, opcode = OPCODE.binary) {
  const length = payload.length;
  const extended = length < 126 ? 0 : length < 65536 ? 2 : 8;
  const out = Buffer.allocUnsafe(2 + extended + 4 + length);
  out[0] = 0x80 | opcode;
  out[1] = 0x80 | (extended === 0 ? length : extended === 2 ? 126 : 127);
  if (extended === 2) out.writeUInt16BE(length, 2);
  if (extended === 8) out.writeBigUInt64BE(BigInt(length), 2);
  MASK.copy(out, 2 + extended);
  for (let i = 0, at = 6 + extended; i < length; i++) out[at + i] = payload[i] ^ MASK[i & 3];
  return out;
}

export class RawSocket {
  #open = false;
  #closed = false;
  /** Bytes of an incomplete handshake or frame header. */
  #stash = null;
  /** A frame whose payload is still arriving, and how much of it is here. */
  #big = null;
  #have = 0;
  #on;
  #socket;

  /** `on`: `{ open(), frame(buffer, start, end), close(code) }`; `protocols`: the subprotocols to offer. */
  constructor(port, path, on, protocols = []) {
    this.#on = on;
    const offer = protocols.length > 0 ? `Sec-WebSocket-Protocol: ${protocols.join(', ')}\r\n` : '';
    const onread = {
      buffer: shared,
      callback: (count, buffer) => {
        this.#read(buffer, count);
        return true;
      },
    };
    this.#socket = net.connect({ port, host: HOST, noDelay: true, onread });
    this.#socket.on('connect', () =>
      this.#socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${HOST}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n${offer}\r\n`,
      ),
    );
    this.#socket.on('error', () => this.#end(0));
    this.#socket.on('close', () => this.#end(0));
  }

  send(frame) {
    this.#socket.write(frame);
  }

  close() {
    this.#socket.destroy();
  }

  #end(code) {
    if (this.#closed) return;
    this.#closed = true;
    this.#on.close(code);
  }

  /** Where the frames begin, or -1 while the answer to the upgrade is incomplete or was a refusal. */
  #readHandshake(buffer, count) {
    const end = buffer.subarray(0, count).indexOf('\r\n\r\n');
    if (end < 0) {
      this.#stash = Buffer.from(buffer.subarray(0, count));
      return -1;
    }
    if (buffer.toString('latin1', 0, 12) !== 'HTTP/1.1 101') {
      this.close();
      return -1;
    }
    this.#open = true;
    this.#on.open();
    return end + 4;
  }

  #read(buffer, count) {
    let at = 0;
    if (this.#stash !== null) {
      buffer = Buffer.concat([this.#stash, buffer.subarray(0, count)]);
      count = buffer.length;
      this.#stash = null;
    }
    if (!this.#open) {
      at = this.#readHandshake(buffer, count);
      if (at < 0) return;
    }
    if (this.#big !== null) {
      const take = Math.min(this.#big.length - this.#have, count - at);
      buffer.copy(this.#big, this.#have, at, at + take);
      this.#have += take;
      at += take;
      if (this.#have < this.#big.length) return;
      const whole = this.#big;
      this.#big = null;
      this.#on.frame(whole, 0, whole.length);
    }
    while (at < count) {
      const available = count - at;
      let head = 2;
      let length = available > 1 ? buffer[at + 1] & 127 : 0;
      if (length === 126) head = 4;
      else if (length === 127) head = 10;
      if (available < head) {
        this.#stash = Buffer.from(buffer.subarray(at, count));
        return;
      }
      if (head === 4) length = buffer.readUInt16BE(at + 2);
      else if (head === 10) length = Number(buffer.readBigUInt64BE(at + 2));
      const opcode = buffer[at] & 15;
      const body = at + head;
      if (count - body < length) {
        if (opcode !== OPCODE.binary) {
          this.#stash = Buffer.from(buffer.subarray(at, count));
          return;
        }
        this.#big = Buffer.allocUnsafe(length);
        this.#have = count - body;
        buffer.copy(this.#big, 0, body, count);
        return;
      }
      if (opcode === OPCODE.binary) this.#on.frame(buffer, body, body + length);
      else if (opcode === OPCODE.ping) this.send(buildFrame(buffer.subarray(body, body + length), OPCODE.pong));
      else if (opcode === OPCODE.close) this.#end(length >= 2 ? buffer.readUInt16BE(body) : 0);
      at = body + length;
    }
  }
}
