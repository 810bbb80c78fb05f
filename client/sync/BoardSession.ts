/**
 * One board, open in this tab: its documents (everyone's and this person's own), the connection that keeps them the same as the server's,
 * what this device keeps of them, and what the room tells. Decides when to come back and when not; never merges a board of another epoch.
 * Connects once the device has answered, or has taken too long. Renders nothing.
 */
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { BoardDoc, type Edit, LOCAL } from '../../shared/board/BoardDoc.ts';
import { TYPING } from '../../shared/board/History.ts';
import type { Control, ControlEvent, Welcome } from '../../shared/control/Control.ts';
import type { Command } from '../../shared/control/commands.ts';
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
import type { DeviceStore } from './device/DeviceStore.ts';
import type { DocumentName } from './device/database.ts';
import { LineWatch } from './LineWatch.ts';
import { LocalBoard, textsOf } from './LocalBoard.ts';
import { OwnIds } from './OwnIds.ts';
import { OwnTexts } from './OwnTexts.ts';
import { PrivateDocument } from './PrivateDocument.ts';
import { decideAfterClose } from './Reconnection.ts';
import { RoomPresence } from './RoomPresence.ts';
import { handleRoomMessages } from './roomMessages.ts';
import { INITIAL_SESSION_STATE, type Me, type SessionState } from './SessionState.ts';
import { takeUnheard } from './takeUpdate.ts';
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
  /** Where this device keeps boards, and who one is on this one; without it nothing outlives the page. */
  readonly device?: { readonly store: DeviceStore; readonly participant: string };
  /** Who one was here the last time, until the server says who one is: lets the page be made before its answer. */
  readonly known?: Pick<Me, 'id' | 'name' | 'role'>;
}

/** An edit of ours that the server took back. */
export interface Refusal {
  readonly code: string;
  readonly elements: readonly string[];
  /** Words of this person that stand nowhere on the board any more. */
  readonly texts: readonly string[];
}

export interface BoardSession {
  readonly id: string;
  readonly board: BoardDoc;
  /** This person's own document: what is not, or not yet, for the others. */
  readonly private: Pick<PrivateDocument, 'board' | 'onReplaced'>;
  readonly presence: PresencePort;
  readonly state: StoreApi<SessionState>;
  /** A ticket for the HTTP side of the contract: the newest one. */
  ticket(): string;
  /** Texts this person wrote that the server does not have for certain: kept over a reload. */
  unsavedTexts(): readonly string[];
  /** Asks for a change of the session. What it changes arrives as an event; the answer says whether it was accepted. */
  command(command: Command, ifRev?: number): Promise<Result<Accepted, CommandProblem>>;
  onRefusal(listener: (refusal: Refusal) => void): () => void;
  /** What the room tells beyond the state: each event as it comes. */
  onEvent(listener: (event: ControlEvent) => void): () => void;
  /** Texts that only another history of this board had: they have no place any more. Calls back at once with those already found. */
  onOrphanTexts(listener: (texts: readonly string[]) => void): () => void;
  /** Takes the board off this device: after a refusal for good. */
  eraseLocal(): Promise<void>;
  /** Tries at once instead of waiting. */
  retryNow(): void;
  dispose(): void;
}

/** How long the device may take to bring what it keeps; a store that is slower joins in when it comes. */
const DEVICE_PATIENCE_MS = 3_000;
/** Opens a board: connects at once and stays connected until `dispose`. */
export function openBoard({ id, ticket: first, renew, environment, device, known }: OpenBoardOptions): BoardSession {
  const disposables = new Disposables();
  const state = createStore<SessionState>(() => ({
    ...INITIAL_SESSION_STATE,
    ...(known && { me: { ...known, connection: 0, hue: 0, group: null } }),
  }));
  const refusals = new Emitter<Refusal>();
  const events = new Emitter<ControlEvent>();
  const orphanTexts = new Emitter<readonly string[]>();
  let orphans: readonly string[] = [];
  const tellOrphans = (texts: readonly string[]): void => {
    if (texts.length === 0) return;
    orphans = [...orphans, ...texts];
    orphanTexts.emit(texts);
  };
  const doc = new Y.Doc();
  doc.clientID = createClientId();
  const unsaved: UnsavedChanges = new UnsavedChanges({
    onChange: () => {
      if (state.getState().unsaved !== unsaved.count) state.setState({ unsaved: unsaved.count });
    },
    onWaits: (change) => local?.waits(change),
    onSaved: (ids) => local?.saved(ids),
  });
  const onUpdate = (name: DocumentName) => (update: Uint8Array, origin: unknown) => {
    if (origin === LOCAL) unsaved.changeMade(name);
    local?.changed(name, update, origin);
  };
  const onEdit = ({ label, entries }: Edit): void => {
    const ids = entries.map((entry) => entry.id);
    // Making a note and writing in it is one modification to whoever does it.
    const isWriting = label === TYPING || (entries.length === 1 && entries[0]?.before === null);
    unsaved.describe(isWriting ? ids.join(' ') : null, ids);
  };
  // Before the provider's own listener, so that a change stands in the count when the frame that carries it leaves.
  const onBoardUpdate = onUpdate('board');
  doc.on('update', onBoardUpdate);
  const own = new OwnIds(state.getState, () => environment.now());
  const board = new BoardDoc(doc, Date.now, undefined, { newId: own.id, sign: own.signature, moment: own.moment });
  const ownTexts = new OwnTexts(board);
  disposables.add(board.onEdit(onEdit));
  const personal = new PrivateDocument({ send, onUpdate: onUpdate('private'), onEdit, newId: own.id });
  const local = device
    ? new LocalBoard({
        store: device.store,
        key: { board: id, epoch: first.epoch, participant: device.participant },
        document: (name) => (name === 'board' ? doc : personal.board.doc),
        takeWhole: (update, origin) => takeWhole(update, origin),
        isPrivateCurrent: (stored) => {
          const epoch = stored?.control.privateEpoch ?? 0;
          if (personal.epoch === null && stored) personal.setEpoch(epoch);
          return stored === null || personal.epoch === epoch;
        },
        unsaved,
        after: environment.after,
        onState: (next) => state.setState({ device: next }),
        onOrphanTexts: tellOrphans,
      })
    : null;

  let ticket = first;
  let freshTicket = true;
  let attempt = 0;
  let cancelRetry: (() => void) | null = null;
  let disposed = false;
  /** False until the device has answered. */
  let mayConnect = local === null;

  const provider = new WebsocketProvider(environment.syncUrl, id, doc, {
    connect: false,
    disableBc: true,
    protocols: [SUBPROTOCOL, TICKET_PREFIX + ticket.ticket],
    WebSocketPolyfill: createCountingSocket(environment.WebSocket, {
      onOpening: () => {
        line.opening();
        unsaved.connectionOpened();
      },
      onUpdateSent: (document) => unsaved.updateSent(document),
      onStepTwoSent: (document) => unsaved.stepTwoSent(document),
    }),
    // Coming back is decided below, for every code.
    shouldReconnect: () => false,
  });
  provider.awareness.setLocalState(null);

  function send(frame: Uint8Array): boolean {
    const socket = provider.ws;
    if (!provider.wsconnected || socket?.readyState !== 1) return false;
    socket.send(frame as Uint8Array<ArrayBuffer>);
    return true;
  }
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
    if (!mayConnect || disposed || state.getState().status === 'refused') return;
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

  /** Of a private document that is over, drafts and letters the server may not have seen have no place any more but here. */
  const followPrivateEpoch = ({ privateEpoch = 0 }: Control): boolean => {
    const drafts = [...personal.board.elements()].filter(({ props }) => props.draft === true).map(({ id }) => id);
    const kept = textsOf(personal.board, [...drafts, ...unsaved.elements('private')]);
    if (!personal.setEpoch(privateEpoch)) return false;
    unsaved.drop('private');
    local?.beginAnew('private');
    tellOrphans(kept);
    return true;
  };
  const keepSession = (): void => {
    const { me, control } = state.getState();
    if (me && control) local?.keepSession({ me: withoutConnection(me), control });
  };
  const line = new LineWatch(
    {
      get state() {
        return provider.wsconnected ? 'open' : provider.wsconnecting ? 'opening' : 'closed';
      },
      get waiting() {
        if (unsaved.count === 0) return 'nothing';
        return state.getState().storagePaused ? 'paused' : 'edits';
      },
      ask: (now) => send(encodeJson(MESSAGE.clock, now)),
      connect,
      reconnect,
    },
    environment,
  );
  disposables.add(line.dispose);

  const takeWhole = (update: Uint8Array, origin: unknown): boolean =>
    takeUnheard(doc, update, origin, [onBoardUpdate, provider._updateHandler]);

  const welcome = (message: Welcome): void => {
    if (message.epoch !== ticket.epoch) {
      // Another history of this board: merging would double or undo what people did.
      stop(CLOSE.otherEpoch);
      return;
    }
    own.heard(message.now);
    const { participant, connection, control, roster } = message;
    const { group = null } = participant;
    state.setState({ me: { ...participant, connection, group }, control, roster, storagePaused: false });
    presence.rosterChanged(roster.people);
    presence.connected(connection);
    commands.connected();
    followPrivateEpoch(control);
    personal.ask();
    keepSession();
  };

  handleRoomMessages(provider, {
    onAnything: () => line.heard(),
    onState: (update, apply) => {
      if (doc.store.clients.size > 0 || !takeWhole(update, provider)) return apply();
      if (doc.store.clients.size > 0) onBoardUpdate(update, provider);
      provider.synced = true;
    },
    onWelcome: welcome,
    onPresence: (entries) => presence.received(entries),
    onSaved: (count) => unsaved.savedUpTo(count),
    onResult: (result) => commands.answered(result),
    onPrivate: (sub, body) => personal.received(sub, body),
    onControlEvent: (event) => {
      const { control } = state.getState();
      events.emit(event);
      switch (event.type) {
        case 'control':
          if (control && event.rev <= control.rev) return;
          state.setState({ control: event.control });
          if (followPrivateEpoch(event.control)) personal.ask();
          keepSession();
          return;
        case 'roster': {
          const { count, people } = event;
          const mine = people.find((entry) => entry.connection === state.getState().me?.connection);
          state.setState(({ me }) => ({
            roster: { count, people },
            me: me && mine ? { ...me, name: mine.name, role: mine.role, hue: mine.hue, group: mine.group ?? null } : me,
          }));
          keepSession();
          presence.rosterChanged(people);
          return;
        }
        case 'storage':
          state.setState({ storagePaused: event.paused });
          return;
        case 'refused':
          refusals.emit({ code: event.code, elements: event.elements, texts: ownTexts.lost(event.elements) });
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

  disposables.add(() => doc.destroy());
  disposables.add(() => {
    provider.awareness.destroy();
    provider.destroy();
  });
  disposables.add(() => presence.dispose());
  disposables.add(() => personal.dispose());

  const begin = (): void => {
    mayConnect = true;
    connect();
  };
  const openLocal = async (kept: LocalBoard): Promise<void> => {
    const cancelWait = environment.after(DEVICE_PATIENCE_MS, begin);
    // A store that comes late must not pour what it kept into a connection under way: the next one exchanges it properly.
    const stored = await kept.open(() => provider.disconnect());
    cancelWait();
    if (disposed) return;
    // A welcome that came first tells more than what was kept.
    if (stored && !state.getState().control) {
      state.setState({ me: { ...stored.me, connection: 0 }, control: stored.control, loaded: true });
    }
    begin();
  };
  if (local) void openLocal(local);
  else connect();

  return {
    id,
    board,
    private: personal,
    presence,
    state,
    ticket: () => ticket.ticket,
    unsavedTexts: () => textsOf(board, unsaved.elements()),
    command: (command, ifRev) => commands.run(command, ifRev),
    onRefusal: (listener) => refusals.subscribe(listener),
    onEvent: (listener) => events.subscribe(listener),
    onOrphanTexts: (listener) => {
      if (orphans.length > 0) listener(orphans);
      return orphanTexts.subscribe(listener);
    },
    eraseLocal: async () => local?.erase(),
    retryNow: () => {
      if (!provider.wsconnected && !provider.wsconnecting) connect();
    },
    dispose: () => {
      disposed = true;
      commands.giveUp();
      cancelRetry?.();
      void local?.close();
      disposables.dispose();
    },
  };
}

const withoutConnection = ({ connection: _, ...me }: Me): Omit<Me, 'connection'> => me;
