/** Every text of the page, in one language at a time. Ids are checked by the compiler; the French ones are the source. */
import { type ReactNode, useCallback, useEffect } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import type { Locale } from '../../shared/control/Control.ts';
import type { fr } from './fr/index.ts';

export type MessageId = keyof typeof fr;
export type Messages = Readonly<Record<MessageId, string>>;
export type MessageValues = Readonly<Record<string, string | number>>;

/** Fetches every text of one language: the other is not loaded. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return locale === 'fr' ? (await import('./fr/index.ts')).fr : (await import('./en/index.ts')).en;
}

/** Fetches what the board page needs to begin; until `loadMessages` has brought the rest, a text that is not here is empty. */
export async function loadFirstMessages(locale: Locale): Promise<Partial<Messages>> {
  return locale === 'fr' ? (await import('./fr/first.ts')).first : (await import('./en/first.ts')).first;
}

export function MessagesProvider({
  locale,
  messages,
  children,
}: {
  locale: Locale;
  messages: Partial<Messages>;
  children: ReactNode;
}) {
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <IntlProvider locale={locale} messages={{ ...messages }}>
      {children}
    </IntlProvider>
  );
}

/** Gives the function that turns a message id and its values into text. */
export function useT(): (id: MessageId, values?: MessageValues) => string {
  const intl = useIntl();
  return useCallback(
    (id, values) => (id in intl.messages ? intl.formatMessage({ id }, values ? { ...values } : undefined) : ''),
    [intl],
  );
}

/** The language in force. */
export const useLocale = (): Locale => (useIntl().locale === 'en' ? 'en' : 'fr');
