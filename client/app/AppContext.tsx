/** What every page may use, made once in main.tsx and passed down: no page reaches for the window's storage or fetch by itself. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Locale } from '../../shared/control/Control.ts';
import type { AppUpdate } from '../pwa/AppUpdate.ts';
import type { SessionEnvironment } from '../sync/browserEnvironment.ts';
import type { Credentials } from '../sync/credentials.ts';
import type { DeviceStore } from '../sync/device/DeviceStore.ts';
import type { DeviceStorage } from '../ui/DeviceStorage.ts';
import type { ThemeControl } from '../ui/theme/theme.ts';
import type { Api } from './api.ts';
import type { Route, Router } from './router.ts';

export interface AppPorts {
  readonly router: Router;
  readonly api: Api;
  readonly credentials: Credentials;
  readonly theme: ThemeControl;
  readonly storage: DeviceStorage;
  /** What this device keeps of boards. */
  readonly device: DeviceStore;
  readonly environment: SessionEnvironment;
  readonly update: AppUpdate;
  setLocale(locale: Locale): void;
}

const AppContext = createContext<AppPorts | null>(null);

export const AppPortsProvider = AppContext.Provider;

export function useApp(): AppPorts {
  const ports = useContext(AppContext);
  if (!ports) throw new Error('broken invariant: a page outside AppPortsProvider');
  return ports;
}

/** The address now, and again when it changes. */
export function useRoute(): Route {
  const { router } = useApp();
  return useSyncExternalStore(router.subscribe, router.current);
}
