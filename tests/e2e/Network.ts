/**
 * The network of one browser, cut and mended by the test: sockets are closed and no request of the page's is answered, while the page
 * itself (which a service worker keeps, on https) can still be loaded.
 */
import type { BrowserContext, Page, WebSocketRoute } from '@playwright/test';

export class Network {
  #isCut = false;
  readonly #sockets = new Set<WebSocketRoute>();

  /** Of a whole browser or of one page; it holds for what is loaded from then on. */
  static async of(context: BrowserContext | Page): Promise<Network> {
    const network = new Network();
    await context.route('**/api/**', (route) =>
      network.#isCut ? route.abort('internetdisconnected') : route.fallback(),
    );
    await context.routeWebSocket(/\/sync\//, (socket) => {
      if (network.#isCut) {
        void socket.close({ code: 4999 });
        return;
      }
      network.#sockets.add(socket);
      socket.connectToServer();
    });
    return network;
  }

  async cut(): Promise<void> {
    this.#isCut = true;
    for (const socket of this.#sockets) await socket.close({ code: 4999 });
    this.#sockets.clear();
  }

  mend(): void {
    this.#isCut = false;
  }
}
