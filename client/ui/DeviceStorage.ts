/**
 * A few strings kept on this device. Falls back to memory where the browser refuses `localStorage` (private windows, strict
 * policies, a full disk): the page then works, and forgets when it is closed.
 */
export interface DeviceStorage {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): readonly string[];
  /** Whether what is set now is still there after the tab is closed. */
  readonly persistent: boolean;
}

/** Keeps everything in memory: for tests, and for browsers that refuse. */
export function createMemoryStorage(): DeviceStorage {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => {
      values.set(key, value);
    },
    remove: (key) => {
      values.delete(key);
    },
    keys: () => [...values.keys()],
    persistent: false,
  };
}

/** `area()` may throw, and so may each call on what it returns. */
export function openDeviceStorage(area: () => Storage): DeviceStorage {
  let storage: Storage;
  try {
    storage = area();
    storage.setItem('pelemele.probe', '1');
    storage.removeItem('pelemele.probe');
  } catch {
    // The browser refuses: memory it is.
    return createMemoryStorage();
  }
  const overflow = createMemoryStorage();
  return {
    get: (key) => overflow.get(key) ?? storage.getItem(key),
    set: (key, value) => {
      try {
        storage.setItem(key, value);
        overflow.remove(key);
      } catch {
        // Quota reached: this value lives as long as the tab.
        overflow.set(key, value);
      }
    },
    remove: (key) => {
      overflow.remove(key);
      storage.removeItem(key);
    },
    keys: () => [...new Set([...Object.keys(storage), ...overflow.keys()])],
    persistent: true,
  };
}
