/** Reads our own messages (100…107) off a provider and hands them on, each as what it means. The bytes are `shared/protocol/frames.ts`. */
import * as decoding from 'lib0/decoding';
import type { WebsocketProvider } from 'y-websocket';
import type { ControlEvent, Welcome } from '../../shared/control/Control.ts';
import type { CommandResult } from '../../shared/control/commands.ts';
import { MESSAGE, type PresenceEntry, readPresenceEntries, SYNC } from '../../shared/protocol/frames.ts';

export interface RoomMessageHandler {
  /** Whatever arrived: the connection is alive. */
  onAnything(): void;
  /** The board's state from the server: `apply` takes it into the document. */
  onState(update: Uint8Array, apply: () => void): void;
  onWelcome(welcome: Welcome): void;
  onControlEvent(event: ControlEvent): void;
  onResult(result: CommandResult): void;
  onSaved(count: number): void;
  onPresence(entries: readonly PresenceEntry[]): void;
  /** A sync message of this person's private document. */
  onPrivate(sub: number, body: Uint8Array): void;
}

type ProviderHandler = WebsocketProvider['messageHandlers'][number];

/** Puts our handlers beside the stock ones. Message types of later versions are read past in silence. */
export function handleRoomMessages(provider: WebsocketProvider, handler: RoomMessageHandler): void {
  const handlers: ProviderHandler[] = provider.messageHandlers;
  const readJson = (decoder: decoding.Decoder): unknown => JSON.parse(decoding.readVarString(decoder));
  const ignore: ProviderHandler = () => handler.onAnything();

  for (const [type, stock] of [...handlers.entries()]) {
    if (!stock) continue;
    handlers[type] = (...args) => {
      handler.onAnything();
      stock(...args);
    };
  }
  const sync = handlers[MESSAGE.sync];
  handlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
    const ahead = decoding.clone(decoder);
    const apply = (): void => void sync?.(encoder, decoder, ...rest);
    if (decoding.readVarUint(ahead) === SYNC.step2) handler.onState(decoding.readVarUint8Array(ahead), apply);
    else apply();
  };
  // The room shows people by presence frames; awareness only keeps stock clients awake.
  handlers[MESSAGE.awareness] = () => handler.onAnything();

  const ours: Partial<Record<number, (decoder: decoding.Decoder) => void>> = {
    [MESSAGE.welcome]: (decoder) => handler.onWelcome(readJson(decoder) as Welcome),
    [MESSAGE.controlEvent]: (decoder) => handler.onControlEvent(readJson(decoder) as ControlEvent),
    [MESSAGE.result]: (decoder) => handler.onResult(readJson(decoder) as CommandResult),
    [MESSAGE.saved]: (decoder) => handler.onSaved(decoding.readVarUint(decoder)),
    [MESSAGE.presence]: (decoder) => handler.onPresence(readPresenceEntries(decoder)),
    [MESSAGE.privateSync]: (decoder) => {
      const sub = decoding.readVarUint(decoder);
      handler.onPrivate(sub, decoding.readVarUint8Array(decoder));
    },
  };
  for (const type of Object.values(MESSAGE)) {
    if (type < MESSAGE.welcome) continue;
    const read = ours[type];
    handlers[type] = read
      ? (_encoder, decoder) => {
          handler.onAnything();
          read(decoder);
        }
      : ignore;
  }
}
