/** A server played by hand for the session's tests: sockets that record what is sent and say what the test wants. Not part of the page. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Welcome } from '../../shared/control/Control.ts';
import { encodeJson, encodeSaved, encodeSync, MESSAGE, SYNC } from '../../shared/protocol/frames.ts';
import type { SessionEnvironment } from './browserEnvironment.ts';

/** One connection as the server sees it. */
export class ScriptedSocket {
  readonly OPEN = 1;
  readonly url: string;
  readonly protocols: readonly string[];
  readyState = 0;
  binaryType = 'blob';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onerror: (() => void) | null = null;
  /** Frames from the client, oldest first. */
  readonly received: Uint8Array[] = [];

  constructor(url: string, protocols: string | string[] = []) {
    this.url = url;
    this.protocols = [protocols].flat();
  }

  send(data: Uint8Array): void {
    this.received.push(data.slice());
  }

  close(): void {
    this.readyState = 3;
  }

  /** The upgrade succeeds. */
  accept(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  say(frame: Uint8Array): void {
    this.onmessage?.({ data: frame.slice().buffer });
  }

  drop(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  /** Document updates the client sent, by step. */
  updates(step: 1 | 2): readonly Uint8Array[] {
    return this.received.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame);
      if (decoding.readVarUint(decoder) !== MESSAGE.sync || decoding.readVarUint(decoder) !== step) return [];
      return [decoding.readVarUint8Array(decoder)];
    });
  }

  /** Types of the messages received. */
  types(): readonly number[] {
    return this.received.map((frame) => decoding.readVarUint(decoding.createDecoder(frame)));
  }
}

export interface ScriptedServer {
  readonly environment: SessionEnvironment;
  readonly sockets: readonly ScriptedSocket[];
  readonly last: ScriptedSocket;
  readonly doc: Y.Doc;
  advance(ms: number): void;
  wake(): void;
  /** Accepts the newest socket and exchanges the first sync steps; takes in what the client sent in its step 2. */
  welcome(change?: Partial<Welcome>): void;
  saved(count: number): void;
}

export function createScriptedServer(): ScriptedServer {
  const sockets: ScriptedSocket[] = [];
  const doc = new Y.Doc();
  let clock = 1_000_000;
  let timers: { at: number; every: number | null; run: () => void }[] = [];
  let onWake = (): void => undefined;
  const add = (timer: (typeof timers)[number]): (() => void) => {
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };

  class Socket extends ScriptedSocket {
    constructor(url: string, protocols?: string | string[]) {
      super(url, protocols);
      sockets.push(this);
    }
  }

  const server: ScriptedServer = {
    environment: {
      syncUrl: 'ws://wall.test/sync',
      WebSocket: Socket as unknown as typeof WebSocket,
      now: () => clock,
      random: () => 0,
      after: (ms, run) => add({ at: clock + ms, every: null, run }),
      every: (ms, run) => add({ at: clock + ms, every: ms, run }),
      onWake: (callback) => {
        onWake = callback;
        return () => undefined;
      },
    },
    sockets,
    doc,
    get last() {
      const socket = sockets.at(-1);
      if (!socket) throw new Error('nobody has connected yet');
      return socket;
    },
    advance(ms) {
      const end = clock + ms;
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        clock = next.at;
        if (next.every === null) timers = timers.filter((timer) => timer !== next);
        else next.at += next.every;
        next.run();
      }
      clock = end;
    },
    wake: () => onWake(),
    welcome(change = {}) {
      const socket = server.last;
      socket.accept();
      socket.say(encodeJson(MESSAGE.welcome, { ...WELCOME, ...change }));
      if (socket.readyState !== 1) return;
      socket.say(encodeSync(SYNC.step1, Y.encodeStateVector(doc)));
      socket.say(encodeSync(SYNC.step2, Y.encodeStateAsUpdate(doc)));
      for (const update of socket.updates(SYNC.step2)) Y.applyUpdate(doc, update);
    },
    saved: (count) => server.last.say(encodeSaved(count)),
  };
  return server;
}

export const WELCOME: Welcome = {
  protocol: 1,
  now: 400_000_000,
  epoch: 'epoch-1',
  connection: 7,
  participant: { id: 'me', name: 'Inès', role: 'facilitator', hue: 0 },
  control: {
    rev: 1,
    title: 'Démarreur bienveillant',
    template: 'demarreur-bienveillant@1',
    locale: 'fr',
    timeZone: 'Europe/Paris',
    fields: {},
  },
  roster: { count: 1, people: [{ connection: 7, participant: 'me', name: 'Inès', role: 'facilitator', hue: 0 }] },
};

/** An update that puts an element on a board that had none of it. */
export function encodeForeignNote(id: string, text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    const map = new Y.Map<unknown>();
    doc.getMap('elements').set(id, map);
    map.set('kind', 'note');
    map.set('place', [null, 0, 0]);
    map.set('size', [200, 200]);
    map.set('z', 'a0');
    map.set('text', new Y.Text(text));
  });
  return Y.encodeStateAsUpdate(doc);
}

/** An awareness frame of nobody, as the server sends to keep stock clients awake. */
export const emptyAwareness = (): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, new Uint8Array([0]));
  });
