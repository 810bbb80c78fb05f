/**
 * A WebSocket that tells which document messages (of the board, of the private document) leave on it, and keeps awareness messages in: our client shows itself through the
 * room's own presence frames, never through awareness. Handed to the provider as its `WebSocketPolyfill`.
 */
import { MESSAGE, SYNC } from '../../shared/protocol/frames.ts';
import type { DocumentName } from './device/database.ts';

export interface SocketListener {
  /** A new socket was made: counting starts again. */
  onOpening(): void;
  onUpdateSent(document: DocumentName): void;
  onStepTwoSent(document: DocumentName): void;
}

/** `Base` is the browser's WebSocket, or another of the same shape in tests. */
export function createCountingSocket(Base: typeof WebSocket, listener: SocketListener): typeof WebSocket {
  return class CountingSocket extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      listener.onOpening();
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      // Message types and sync steps are below 128, so each is one byte.
      const [type, step] = data instanceof Uint8Array ? data : [];
      if (type === MESSAGE.awareness) return;
      super.send(data);
      const document = type === MESSAGE.sync ? 'board' : type === MESSAGE.privateSync ? 'private' : null;
      if (document === null) return;
      if (step === SYNC.update) listener.onUpdateSent(document);
      else if (step === SYNC.step2) listener.onStepTwoSent(document);
    }
  };
}
