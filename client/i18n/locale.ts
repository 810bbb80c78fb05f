/** Which of the product's two languages to speak: asked in the address, else kept on this device, else the browser's first that we know. */
import type { Locale } from '../../shared/control/Control.ts';
import type { DeviceStorage } from '../ui/DeviceStorage.ts';

export const LOCALES: readonly Locale[] = ['fr', 'en'];

const STORAGE_KEY = 'pelemele.locale';

const known = (language: string | null | undefined): Locale | undefined =>
  LOCALES.find((locale) => language?.toLowerCase().split('-')[0] === locale);

export interface LocaleSources {
  /** `location.search`: `?lang=en` wins and is kept. */
  readonly search: string;
  readonly storage: DeviceStorage;
  readonly languages: readonly string[];
}

export function chooseLocale({ search, storage, languages }: LocaleSources): Locale {
  const asked = known(new URLSearchParams(search).get('lang'));
  if (asked) {
    storage.set(STORAGE_KEY, asked);
    return asked;
  }
  const spoken = languages.map(known).find((locale) => locale !== undefined);
  return known(storage.get(STORAGE_KEY)) ?? spoken ?? 'fr';
}

/** Keeps the person's choice on this device. */
export const keepLocale = (storage: DeviceStorage, locale: Locale): void => storage.set(STORAGE_KEY, locale);
