/** Starts the page: makes what everything else is given, and draws. The only place that touches the window on its own. */
import './ui/theme/base.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Locale } from '../shared/control/Control.ts';
import { App, prefetchPage } from './app/App.tsx';
import { type AppPorts, AppPortsProvider } from './app/AppContext.tsx';
import { createApi } from './app/api.ts';
import { createRouter } from './app/router.ts';
import { loadFonts } from './canvas/fonts.ts';
import { chooseLocale, keepLocale } from './i18n/locale.ts';
import { loadFirstMessages, loadMessages, type Messages, MessagesProvider, useT } from './i18n/Messages.tsx';
import { type AppUpdate, NO_UPDATE, watchUpdates } from './pwa/AppUpdate.ts';
import { browserEnvironment } from './sync/browserEnvironment.ts';
import { createCredentials } from './sync/credentials.ts';
import { createDeviceStore } from './sync/device/DeviceStore.ts';
import { openDeviceStorage } from './ui/DeviceStorage.ts';
import { ToastProvider } from './ui/Toasts.tsx';
import { createThemeControl } from './ui/theme/theme.ts';

type Shared = Omit<AppPorts, 'setLocale' | 'api'>;

interface Language {
  readonly locale: Locale;
  readonly messages: Partial<Messages>;
}

/** Texts that did not come are asked for again after so long. */
const RETRY_MS = 5000;

function Root({ shared, first }: { shared: Shared; first: Language }) {
  const [language, setLanguage] = useState(first);
  const { storage } = shared;
  const setLocale = useCallback(
    (locale: Locale): void => {
      keepLocale(storage, locale);
      // What cannot be fetched leaves the page in the language it has.
      void loadMessages(locale).then(
        (messages) => setLanguage({ locale, messages }),
        () => undefined,
      );
    },
    [storage],
  );
  const { locale } = language;
  // The board page begins with the texts it shows first.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const complete = (): void => {
      loadMessages(locale).then(
        (messages) => setLanguage((now) => (now.locale === locale ? { locale, messages } : now)),
        () => {
          timer = setTimeout(complete, RETRY_MS);
        },
      );
    };
    complete();
    return () => clearTimeout(timer);
  }, [locale]);
  const ports = useMemo<AppPorts>(
    () => ({ ...shared, setLocale, api: createApi(window.fetch.bind(window), () => language.locale) }),
    [shared, setLocale, language.locale],
  );
  return (
    <AppPortsProvider value={ports}>
      <MessagesProvider locale={language.locale} messages={language.messages}>
        <WithToasts />
      </MessagesProvider>
    </AppPortsProvider>
  );
}

function WithToasts() {
  const t = useT();
  return (
    <ToastProvider closeLabel={t('common.closeMessage')}>
      <App />
    </ToastProvider>
  );
}

/** Service workers exist in secure contexts only; the development server has none to offer. */
function watchThisPage(window: Window): AppUpdate {
  const { isSecureContext, navigator, location, document } = window;
  if (!import.meta.env.PROD || !isSecureContext || !('serviceWorker' in navigator)) return NO_UPDATE;
  return watchUpdates({
    container: navigator.serviceWorker,
    reload: () => location.reload(),
    onReturn: (callback) => {
      document.addEventListener('visibilitychange', callback);
      return () => document.removeEventListener('visibilitychange', callback);
    },
    now: Date.now,
  });
}

async function start(): Promise<void> {
  const storage = openDeviceStorage(() => window.localStorage);
  const locale = chooseLocale({ search: window.location.search, storage, languages: navigator.languages });
  const shared: Shared = {
    storage,
    device: createDeviceStore(() => window.indexedDB),
    theme: createThemeControl(window, storage),
    router: createRouter(window),
    credentials: createCredentials(storage),
    environment: browserEnvironment(window),
    update: watchThisPage(window),
  };
  prefetchPage(shared.router.current());
  void loadFonts();
  const isBoard = shared.router.current().name === 'board';
  const messages = await (isBoard ? loadFirstMessages : loadMessages)(locale);
  const root = document.getElementById('app');
  if (root) createRoot(root).render(<Root shared={shared} first={{ locale, messages }} />);
}

void start();
