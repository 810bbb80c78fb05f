import { beforeEach, describe, expect, it } from 'vitest';
import { type AppUpdate, watchUpdates } from './AppUpdate.ts';

/** A worker and a registration as browsers have them, with what the product uses. */
class FakeWorker extends EventTarget {
  state: ServiceWorkerState = 'installing';
  readonly messages: unknown[] = [];
  postMessage(message: unknown): void {
    this.messages.push(message);
  }
  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  asked = 0;
  async update(): Promise<void> {
    this.asked++;
  }
}

class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null;
  readonly registration = new FakeRegistration();
  async register(): Promise<FakeRegistration> {
    return this.registration;
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('AppUpdate', () => {
  let container: FakeContainer;
  let reloads: number;
  let clock: number;
  let comeBack: () => void;
  let heard: number;

  beforeEach(() => {
    container = new FakeContainer();
    reloads = 0;
    clock = 0;
    heard = 0;
  });

  const watch = async (): Promise<AppUpdate> => {
    const update = watchUpdates({
      container: container as unknown as ServiceWorkerContainer,
      reload: () => void reloads++,
      onReturn: (callback) => {
        comeBack = callback;
        return () => undefined;
      },
      now: () => clock,
    });
    update.subscribe(() => void heard++);
    await settled();
    return update;
  };
  const newer = (): FakeWorker => {
    const worker = new FakeWorker();
    container.registration.installing = worker;
    container.registration.dispatchEvent(new Event('updatefound'));
    worker.become('installed');
    return worker;
  };

  it('takes the first version for no news', async () => {
    const update = await watch();
    newer();
    expect([update.isReady(), heard]).toEqual([false, 0]);
  });

  it('says when a newer version waits, and loads again only when it has taken over', async () => {
    container.controller = new FakeWorker();
    const update = await watch();
    const worker = newer();
    expect([update.isReady(), heard, worker.messages, reloads]).toEqual([true, 1, [], 0]);
    update.apply();
    expect([worker.messages, reloads]).toEqual([[{ type: 'SKIP_WAITING' }], 0]);
    container.dispatchEvent(new Event('controllerchange'));
    expect(reloads).toBe(1);
  });

  it('never loads again because another tab took the newer version', async () => {
    container.controller = new FakeWorker();
    const update = await watch();
    const worker = newer();
    worker.become('activated');
    container.dispatchEvent(new Event('controllerchange'));
    expect([reloads, update.isReady()]).toEqual([0, true]);
    update.apply();
    expect(reloads).toBe(1);
  });

  it('finds the version that waited while nobody looked, and asks again when the person comes back', async () => {
    container.controller = new FakeWorker();
    container.registration.waiting = new FakeWorker();
    expect((await watch()).isReady()).toBe(true);
    comeBack();
    expect(container.registration.asked).toBe(0);
    clock = 3_600_000;
    comeBack();
    comeBack();
    expect(container.registration.asked).toBe(1);
  });
});
