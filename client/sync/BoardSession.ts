/**
 * One board, open in this tab: its document, the connection that keeps it the same as everyone's, and what the room tells. Decides when
 * to come back and when not; never merges a board of another epoch. Renders nothing. A local store (3/11) plugs in before `connect`.
 */
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { TYPING } from '../../shared/board/History.ts';
import type { Command } from '../../shared/control/commands.ts';
import type { Welcome } from '../../shared/control/Control.ts';
import { Disposables } from '../../shared/lib/disposable.ts';
import { Emitter } from '../../shared/lib/emitter.ts';
import type { Result } from '../../shared/lib/result.ts';
import { CLOSE } from '../../shared/protocol/closeCodes.ts';
import { encodeJson, encodeOwnPresence, MESSAGE, SUBPROTOCOL, TICKET_PREFIX } from '../../shared/protocol/frames.ts';
import type { PresencePort } from '../editor/PresencePort.ts';
import type { SessionEnvironment } from './browserEnvironment.ts';
import { type Accepted, type CommandProblem, Commands } from './Commands.ts';
import { createCountingSocket } from './CountingSocket.ts';
import { createClientId } from './clientId.ts';
import { decideAfterClose } from './Reconnection.ts';
import { RoomPresence } from './RoomPresence.ts';
import { handleRoomMessages } from './roomMessages.ts';
import { INITIAL_SESSION_STATE, type SessionState } from './SessionState.ts';
import { UnsavedChanges } from './UnsavedChanges.ts';

export interface Ticket {
  readonly ticket: string;
  readonly epoch: string;
}

export interface OpenBoardOptions {
  readonly id: string;
  readonly ticket: Ticket;
  /** Trades this device's credentials for a new ticket. `refused` with the close code that says the same. */
  readonly renew: () => Promise<Result<Ticket, 'unreachable' | 'not_found' | 'removed'>>;
  readonly environment: SessionEnvironment;
}

/** An edit of ours that the server took back. */
export interface Refusal {
  readonly code: string;
  readonly elements: readonly string[];
}

export interface BoardSession {
  readonly id: string;
  readonly board: BoardDoc;
  readonly presence: PresencePort;
  readonly state: StoreApi<SessionState>;
  /** A ticket for the HTTP side of the contract: the newest one. */
  ticket(): string;
  /** Texts this person wrote that the server does not have for certain: kept over a reload. */
  unsavedTexts(): readonly string[];
  /** Asks for a change of the session. What it changes arrives as an event; the answer says whether it was accepted. */
  command(command: Command, ifRev?: number): Promise<Result<Accepted, CommandProblem>>;
  onRefusal(listener: (refusal: Refusal) => void): () => void;
  /** Tries at once instead of waiting. */
  retryNow(): void;
  dispose(): void;
}

/** Silence from the server after which a connection is taken for dead: while edits wait for it, and after a look from a wake-up. */
const SILENCE_WITH_EDITS_MS = 15_000;
const SILENCE_AFTER_WAKE_MS = 12_000;
/** A socket that is still opening after this long will not open. */
const OPENING_MS = 10_000;
const WATCH_INTERVAL_MS = 1_000;

/** Opens a board: connects at once and stays connected until `dispose`. */
export function openBoard({ id, ticket: first, renew, environment }: OpenBoardOptions): BoardSession {
  const disposables = new Disposables();
  const state = createStore<SessionState>(() => INITIAL_SESSION_STATE);
  const refusals = new Emitter<Refusal>();
  const doc = new Y.Doc();
  doc.clientID = createClientId();
  const unsaved = new UnsavedChanges(() => state.setState({ unsaved: unsaved.count }));

  // Before the provider's own listener, so that a change stands in the count when the frame that carries it leaves.
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider) unsaved.changeMade();
  });
  const board = new BoardDoc(doc);
  disposables.add(
    board.onEdit(({ label, entries }) => {
      const ids = entries.map((entry) => entry.id);
      // Making a note and writing in it is one modification to whoever does it.
      const isWriting = label === TYPING || (entries.length === 1 && entries[0]?.before === null);
      unsaved.describe(isWriting ? ids.join(' ') : null, ids);
    }),
  );

  let ticket = first;
  let freshTicket = true;
  let attempt = 0;
  let cancelRetry: (() => void) | null = null;
  let lastHeardAt = environment.now();
  let openedAt = environment.now();
  let disposed = false;

  const provider = new WebsocketProvider(environment.syncUrl, id, doc, {
    connect: false,
    disableBc: true,
    protocols: [SUBPROTOCOL, TICKET_PREFIX + ticket.ticket],
    WebSocketPolyfill: createCountingSocket(environment.WebSocket, {
      onOpening: () => {
        openedAt = lastHeardAt = environment.now();
        unsaved.connectionOpened();
      },
      onUpdateSent: () => unsaved.updateSent(),
      onStepTwoSent: () => unsaved.stepTwoSent(),
    }),
    // Coming back is decided below, for every code.
    shouldReconnect: () => false,
  });
  provider.awareness.setLocalState(null);

  const send = (frame: Uint8Array): boolean => {
    const socket = provider.ws;
    if (!provider.wsconnected || socket?.readyState !== 1) return false;
    socket.send(frame as Uint8Array<ArrayBuffer>);
    return true;
  };
  const presence = new RoomPresence((payload) => send(encodeOwnPresence(payload)), environment);
  const commands = new Commands({
    send: (message) => send(encodeJson(MESSAGE.command, message)),
    after: environment.after,
  });

  const useTicket = (next: Ticket): void => {
    ticket = next;
    freshTicket = true;
    provider.protocols = [SUBPROTOCOL, TICKET_PREFIX + next.ticket];
  };
  const stop = (closeCode: number): void => {
    state.setState({ status: 'refused', closeCode });
    commands.giveUp();
    provider.disconnect();
  };
  const connect = (): void => {
    cancelRetry?.();
    cancelRetry = null;
    if (disposed || state.getState().status === 'refused') return;
    provider.connect();
  };
  const retryIn = (delayMs: number): void => {
    cancelRetry?.();
    cancelRetry = environment.after(delayMs, connect);
  };
  const rejoin = async (): Promise<void> => {
    const renewed = await renew();
    if (disposed) return;
    if (!renewed.ok) {
      if (renewed.reason === 'not_found') stop(CLOSE.boardNotFound);
      else if (renewed.reason === 'removed') stop(CLOSE.removed);
      else retryAfter(null);
      return;
    }
    if (renewed.value.epoch !== ticket.epoch) {
      stop(CLOSE.otherEpoch);
      return;
    }
    useTicket(renewed.value);
    connect();
  };
  const retryAfter = (code: number | null): void => {
    const decision = decideAfterClose({ code, attempt: attempt++, freshTicket }, environment.random);
    if (decision.act === 'stop') stop(code ?? CLOSE.violation);
    else if (decision.act === 'rejoin') void rejoin();
    else retryIn(decision.delayMs);
  };
  /** Gives the socket up on this side and tries again at once. */
  const reconnect = (): void => {
    provider.disconnect();
    connect();
  };

  const welcome = (message: Welcome): void => {
    if (message.epoch !== ticket.epoch) {
      // Another history of this board: merging would double or undo what people did.
      stop(CLOSE.otherEpoch);
      return;
    }
    const { participant, connection, control, roster } = message;
    state.setState({ me: { ...participant, connection }, control, roster, storagePaused: false });
    presence.rosterChanged(roster.people);
    presence.connected(connection);
    commands.connected();
  };

  handleRoomMessages(provider, {
    onAnything: () => {
      lastHeardAt = environment.now();
    },
    onWelcome: welcome,
    onPresence: (entries) => presence.received(entries),
    onSaved: (count) => unsaved.savedUpTo(count),
    onResult: (result) => commands.answered(result),
    onControlEvent: (event) => {
      const { control } = state.getState();
      switch (event.type) {
        case 'control':
          if (!control || event.rev > control.rev) state.setState({ control: event.control });
          return;
        case 'roster': {
          const { count, people } = event;
          const mine = people.find((entry) => entry.connection === state.getState().me?.connection);
          state.setState(({ me }) => ({
            roster: { count, people },
            me: me && mine ? { ...me, name: mine.name, role: mine.role, hue: mine.hue } : me,
          }));
          presence.rosterChanged(people);
          return;
        }
        case 'storage':
          state.setState({ storagePaused: event.paused });
          return;
        case 'refused':
          refusals.emit({ code: event.code, elements: event.elements });
      }
    },
  });

  provider.on('sync', (synced: boolean) => {
    if (!synced) return;
    attempt = 0;
    freshTicket = false;
    state.setState({ status: 'online', closeCode: null, loaded: true });
  });
  provider.on('connection-close', (event: { readonly code: number } | null) => {
    presence.disconnected();
    if (disposed || state.getState().status === 'refused') return;
    // The provider's own timer would come back by itself after a close on this side.
    provider.shouldConnect = false;
    state.setState({ status: 'offline' });
    retryAfter(event?.code ?? null);
  });

  /** Someone looks at the page again, or the network is back: no waiting now. */
  const wake = (): void => {
    if (!provider.wsconnected && !provider.wsconnecting) connect();
    else if (environment.now() - lastHeardAt > SILENCE_AFTER_WAKE_MS) reconnect();
  };
  disposables.add(environment.onWake(wake));
  disposables.add(
    environment.every(WATCH_INTERVAL_MS, () => {
      const now = environment.now();
      if (provider.wsconnecting && now - openedAt > OPENING_MS) reconnect();
      else if (provider.wsconnected && unsaved.count > 0 && now - lastHeardAt > SILENCE_WITH_EDITS_MS) reconnect();
    }),
  );

  disposables.add(() => doc.destroy());
  disposables.add(() => {
    provider.awareness.destroy();
    provider.destroy();
  });
  disposables.add(() => presence.dispose());
  connect();

  return {
    id,
    board,
    presence,
    state,
    ticket: () => ticket.ticket,
    unsavedTexts: () =>
      unsaved.elements.map((element) => board.get(element)?.text.trim() ?? '').filter((text) => text !== ''),
    command: (command, ifRev) => commands.run(command, ifRev),
    onRefusal: (listener) => refusals.subscribe(listener),
    retryNow: () => {
      if (!provider.wsconnected && !provider.wsconnecting) connect();
    },
    dispose: () => {
      disposed = true;
      commands.giveUp();
      cancelRetry?.();
      disposables.dispose();
    },
  };
}
