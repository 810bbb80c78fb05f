// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fr } from '../../i18n/fr/index.ts';
import { MessagesProvider } from '../../i18n/Messages.tsx';
import { NO_UPDATE } from '../../pwa/AppUpdate.ts';
import { browserEnvironment } from '../../sync/browserEnvironment.ts';
import { createCredentials } from '../../sync/credentials.ts';
import { createDeviceStore } from '../../sync/device/DeviceStore.ts';
import { createMemoryStorage } from '../../ui/DeviceStorage.ts';
import { createThemeControl } from '../../ui/theme/theme.ts';
import { type AppPorts, AppPortsProvider } from '../AppContext.tsx';
import { createApi } from '../api.ts';
import { createRouter } from '../router.ts';
import { StartPage } from './StartPage.tsx';

describe('StartPage', () => {
  let ports: AppPorts;

  beforeEach(() => {
    window.history.replaceState(null, '', '/');
    const storage = createMemoryStorage();
    ports = {
      storage,
      device: createDeviceStore(() => window.indexedDB),
      router: createRouter(window),
      api: createApi(window.fetch.bind(window), () => 'fr'),
      credentials: createCredentials(storage),
      theme: createThemeControl(window, storage),
      environment: browserEnvironment(window as Window & typeof globalThis),
      update: NO_UPDATE,
      setLocale: () => undefined,
    };
  });
  afterEach(cleanup);

  const show = (): void => {
    render(
      <AppPortsProvider value={ports}>
        <MessagesProvider locale="fr" messages={fr}>
          <StartPage />
        </MessagesProvider>
      </AppPortsProvider>,
    );
  };
  const paste = (text: string): void => {
    fireEvent.change(screen.getByLabelText('J’ai un lien'), { target: { value: text } });
    fireEvent.click(screen.getByRole('button', { name: /Rejoindre/ }));
  };

  it('goes to the board of a pasted link', () => {
    show();
    paste('http://192.168.1.20:4321/b/abc#TKnozX2D-oEfZ_LlxtvVgA');
    expect(ports.router.current()).toEqual({ name: 'board', id: 'abc', secret: 'TKnozX2D-oEfZ_LlxtvVgA' });
    expect(window.location.href).not.toContain('TKnozX2D');
  });

  it('says what a link looks like when something else is pasted', () => {
    show();
    paste('mon mur');
    expect(screen.getByRole('alert').textContent).toBe(fr['start.link.wrong']);
    expect(screen.getByLabelText('J’ai un lien').getAttribute('aria-invalid')).toBe('true');
    expect(ports.router.current()).toEqual({ name: 'start' });
  });

  it('offers every template by its name, people and time', () => {
    show();
    const link = screen.getByRole('link', { name: /Démarreur bienveillant/ });
    expect(link.textContent).toContain('60 minutes');
    expect(link.getAttribute('href')).toBe('/?template=demarreur-bienveillant');
  });

  it('lists the boards of this device and forgets one when asked', () => {
    ports.credentials.save('abc', {
      participant: { id: 'p', key: 'k' },
      role: 'facilitator',
      secret: 's',
      title: 'Bureau du futur',
      name: '',
      openedAt: Date.now(),
    });
    show();
    const list = screen.getByRole('region', { name: fr['start.recent.title'] });
    expect(
      within(list)
        .getByRole('link', { name: /Bureau du futur/ })
        .getAttribute('href'),
    ).toBe('/b/abc');
    fireEvent.click(within(list).getByRole('button', { name: /Retirer/ }));
    expect(screen.queryByRole('region', { name: fr['start.recent.title'] })).toBeNull();
    expect(ports.credentials.find('abc')).toBeNull();
  });
});
