/** Every text of the page, in one language at a time. Ids are checked by the compiler; the French ones are the source. */
import { type ReactNode, useCallback, useEffect } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import type { Locale } from '../../shared/control/Control.ts';
import type { fr } from './fr/index.ts';

export type MessageId = keyof typeof fr;
export type Messages = Readonly<Record<MessageId, string>>;
export type MessageValues = Readonly<Record<string, string | number>>;

/** Fetches the texts of one language: the other is not loaded. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return locale === 'fr' ? (await import('./fr/index.ts')).fr : (await import('./en/index.ts')).en;
}

export function MessagesProvider({
  locale,
  messages,
  children,
}: {
  locale: Locale;
  messages: Messages;
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
  return useCallback((id, values) => intl.formatMessage({ id }, values ? { ...values } : undefined), [intl]);
}

/** The language in force. */
export const useLocale = (): Locale => (useIntl().locale === 'en' ? 'en' : 'fr');
