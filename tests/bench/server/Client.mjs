/** Somebody in a room: says hello, answers the server's step 1, and counts and times what comes without understanding it. */
import { RawSocket } from './RawSocket.mjs';
import { Cursor, emptyStep2Frame, helloFrame, MESSAGE, SYNC } from './wire.mjs';

const SYNC_TIMEOUT_MS = 60_000;
const cursor = new Cursor();

export class Client {
  updateFrames = 0;
  presenceFrames = 0;
  bytes = 0;
  closed = false;
  closeCode = 0;
  syncMs = 0;
  firstStep2Bytes = -1;
  firstStep2Ms = 0;
  /** Update bodies up to the moment of being in sync, where `keep` was asked for. */
  kept = [];
  #synced = false;
  #syncBytes = 0;
  #needBytes;
  #keep;
  #onUpdate;
  #onPresence;
  #started = performance.now();
  #socket;
  #settle;

  /**
   * `needBytes`: in sync once that much of the board has come (an empty step 2 does not count); `onUpdate(buffer, start, end)` and
   * `onPresence(buffer, start)` see each update and each live state, where this client is a sampled one; `relay`: the other end has no
   * state to sync.
   */
  constructor(port, { path, protocols }, options = {}) {
    const { relay = false, needBytes = 0, keep = false, onUpdate = null, onPresence = null } = options;
    this.#needBytes = needBytes;
    this.#keep = keep;
    this.#onUpdate = onUpdate;
    this.#onPresence = onPresence;
    this.synced = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // A failure is read where `synced` is awaited; nobody may be waiting yet.
    this.synced.catch(() => {});
    const timer = setTimeout(() => this.#settle.reject(new Error('not in sync after 60 s')), SYNC_TIMEOUT_MS);
    this.#settle.timer = timer;
    const on = {
      open: () => (relay ? this.#done() : this.#socket.send(helloFrame())),
      frame: (buffer, start, end) => this.#frame(buffer, start, end, relay),
      close: (code) => {
        this.closed = true;
        this.closeCode = code;
        clearTimeout(timer);
        this.#settle.reject(new Error(`closed before it was in sync, code ${code}`));
      },
    };
    this.#socket = new RawSocket(port, path, on, protocols);
  }

  send(frame) {
    this.#socket.send(frame);
  }

  close() {
    this.#socket.close();
  }

  resetCounts() {
    this.updateFrames = this.presenceFrames = this.bytes = 0;
  }

  #done() {
    if (this.#synced) return;
    this.#synced = true;
    this.syncMs = performance.now() - this.#started;
    clearTimeout(this.#settle.timer);
    this.#settle.resolve(this);
  }

  #frame(buffer, start, end, relay) {
    this.bytes += end - start;
    const type = buffer[start];
    if (type === MESSAGE.sync) this.#sync(buffer, start + 1, end, relay);
    else if (type === MESSAGE.awareness) this.#awareness(buffer, start + 1);
    else if (type === MESSAGE.presence) this.#presence(buffer, start + 1);
  }

  #sync(buffer, start, end, relay) {
    const sub = buffer[start];
    const length = cursor.readVarUint(buffer, start + 1);
    const body = cursor.at;
    if (sub === SYNC.update) {
      this.updateFrames++;
      if (this.#onUpdate !== null) this.#onUpdate(buffer, body, end);
      if (!this.#synced) this.#gotState(buffer, body, end);
    } else if (sub === SYNC.step2) {
      if (this.firstStep2Bytes < 0) {
        this.firstStep2Bytes = length;
        this.firstStep2Ms = performance.now() - this.#started;
      }
      this.#gotState(buffer, body, end);
    } else if (!relay) this.#socket.send(emptyStep2Frame());
  }

  #gotState(buffer, start, end) {
    this.#syncBytes += end - start;
    if (this.#keep && !this.#synced) this.kept.push(Uint8Array.from(buffer.subarray(start, end)));
    if (this.firstStep2Bytes >= 0 && this.#syncBytes >= this.#needBytes) this.#done();
  }

  #awareness(buffer, start) {
    this.presenceFrames++;
    if (this.#onPresence === null) return;
    cursor.readVarUint(buffer, start);
    let left = cursor.readVarUint(buffer, cursor.at);
    for (; left > 0; left--) {
      cursor.readVarUint(buffer, cursor.at);
      cursor.readVarUint(buffer, cursor.at);
      this.#state(buffer);
    }
  }

  #presence(buffer, start) {
    this.presenceFrames++;
    if (this.#onPresence === null) return;
    let left = cursor.readVarUint(buffer, start);
    for (; left > 0; left--) {
      cursor.readVarUint(buffer, cursor.at);
      this.#state(buffer);
    }
  }

  /** One person's JSON, its length before it. */
  #state(buffer) {
    const length = cursor.readVarUint(buffer, cursor.at);
    const start = cursor.at;
    if (length > 0) this.#onPresence(buffer, start, start + length);
    cursor.at = start + length;
  }
}
