/**
 * A TCP line that breaks on demand, between a client and a server: late, stalled, in pieces of one byte, deaf in one direction, cut with
 * or without a word. It knows nothing of what passes; bytes are never changed, lost in the middle or reordered, as TCP promises.
 */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Direction = 'up' | 'down';

export interface LineFaults {
  /** Every chunk is this late. */
  delayMs: number;
  /** Chunks of this size at most; 0: as they come. */
  chunkBytes: number;
  /** Nothing passes for the moment; what comes is kept. */
  isStalled: boolean;
}

/** One direction of one connection: chunks in order, each when its time has come. */
class Pipe {
  readonly #to: Socket;
  readonly #faults: () => LineFaults;
  #waiting: { readonly at: number; readonly bytes: Buffer }[] = [];
  #timer: NodeJS.Timeout | null = null;
  #isDeaf = false;
  #isEnding = false;

  constructor(from: Socket, to: Socket, faults: () => LineFaults) {
    this.#to = to;
    this.#faults = faults;
    from.on('data', (bytes: Buffer) => {
      if (this.#isDeaf) return;
      this.#waiting.push({ at: performance.now() + faults().delayMs, bytes });
      this.pump();
    });
    from.on('end', () => {
      this.#isEnding = true;
      this.pump();
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      if (!this.#isDeaf && !this.#isEnding) to.destroy();
    });
  }

  /** What comes from now on is swallowed, and the other end is told nothing, not even that the line is gone. */
  deafen(): void {
    this.#isDeaf = true;
    this.#waiting = [];
  }

  pump(): void {
    if (this.#timer) return;
    const { isStalled, chunkBytes } = this.#faults();
    const first = this.#waiting[0];
    if (isStalled) return;
    if (!first) {
      if (this.#isEnding && !this.#isDeaf) this.#to.end();
      return;
    }
    const wait = first.at - performance.now();
    if (wait > 0) this.#timer = setTimeout(() => this.#again(), wait);
    else {
      this.#waiting.shift();
      const size = chunkBytes || first.bytes.length;
      // Each piece its own segment: the sockets have no Nagle delay.
      for (let at = 0; at < first.bytes.length; at += size) this.#to.write(first.bytes.subarray(at, at + size));
      this.#timer = setTimeout(() => this.#again(), 0);
    }
  }

  #again(): void {
    this.#timer = null;
    this.pump();
  }
}

interface Line {
  readonly client: Socket;
  readonly server: Socket;
  readonly pipes: Readonly<Record<Direction, Pipe>>;
}

export interface FaultProxy {
  /** Where clients connect instead of to the server, e.g. `ws://127.0.0.1:40123`. */
  readonly wsUrl: string;
  /** What holds for every line from now on; change it in place, then call `changed`. */
  readonly faults: LineFaults;
  changed(): void;
  /** Lines open now. */
  count(): number;
  /** Cuts every line: `reset` with RST, `close` with FIN. New ones may come. */
  cut(how: 'reset' | 'close'): void;
  /** Every line of now is deaf in this direction, for ever. */
  deafen(direction: Direction): void;
  close(): Promise<void>;
}

/** Opens a proxy to a port of this machine. */
export async function openFaultProxy(target: number): Promise<FaultProxy> {
  const faults: LineFaults = { delayMs: 0, chunkBytes: 0, isStalled: false };
  const lines = new Set<Line>();
  const listener = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    const server = connect({ port: target, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
    const pipes = { up: new Pipe(client, server, () => faults), down: new Pipe(server, client, () => faults) };
    const line: Line = { client, server, pipes };
    lines.add(line);
    const forget = (): void => {
      if (client.destroyed && server.destroyed) lines.delete(line);
    };
    client.on('close', forget);
    server.on('close', forget);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const cut = (how: 'reset' | 'close'): void => {
    for (const { client, server } of lines) {
      for (const socket of [client, server]) {
        if (how === 'reset') socket.resetAndDestroy();
        else socket.destroy();
      }
    }
  };
  return {
    wsUrl: `ws://127.0.0.1:${port}`,
    faults,
    changed: () => {
      for (const { pipes } of lines) {
        pipes.up.pump();
        pipes.down.pump();
      }
    },
    count: () => lines.size,
    cut,
    deafen: (direction) => {
      for (const { pipes } of lines) pipes[direction].deafen();
    },
    close: async () => {
      cut('close');
      listener.close();
      await once(listener, 'close');
    },
  };
}
