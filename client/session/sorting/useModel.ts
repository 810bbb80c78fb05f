/**
 * Whether this instance has a model for meanings, and whether the person has agreed to use it. Asked only of facilitators; off each time the
 * panel opens. What has been sent once is not sent again while the panel is open.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocale, useT } from '../../i18n/Messages.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useBoard, useSession } from '../BoardContext.tsx';
import { fetchMeanings, findModel, type Model } from './meanings.ts';
import type { Meanings } from './useSorter.ts';

export interface ModelState {
  readonly model: Model | null;
  readonly isAgreed: boolean;
  agree(isAgreed: boolean): void;
  readonly meanings: Meanings | null;
}

const ask = (path: string, init: RequestInit): Promise<Response> => fetch(path, init);

/** More would take minutes, and cost. */
const MOST_NOTES = 2_000;

export function useModel(): ModelState {
  const t = useT();
  const locale = useLocale();
  const toast = useToast();
  const { session } = useBoard();
  const mayAsk = useSession((state) => state.me?.role === 'facilitator');
  const [model, setModel] = useState<Model | null>(null);
  const [isAgreed, setAgreed] = useState(false);
  const known = useRef(new Map<string, readonly number[]>());
  useEffect(() => {
    if (!mayAsk) return;
    let isWanted = true;
    void findModel({ board: session.id, ticket: session.ticket(), locale, ask }).then((found) => {
      if (isWanted) setModel(found);
    });
    return () => {
      isWanted = false;
    };
  }, [mayAsk, session, locale]);

  const meanings = useCallback<Meanings>(
    async (notes, onProgress, signal) => {
      if (notes.length > MOST_NOTES) {
        toast({ text: t('sorting.model.tooMany', { limit: MOST_NOTES }), tone: 'danger' });
        return null;
      }
      const unknown = notes.filter(({ text }) => !known.current.has(text));
      const port = { board: session.id, ticket: session.ticket(), locale, ask };
      const found = await fetchMeanings(port, unknown, onProgress, signal);
      if (!found.ok) {
        if (!signal.aborted) toast({ text: found.reason ?? t('sorting.model.failed'), tone: 'danger' });
        return null;
      }
      const textOf = new Map(unknown.map(({ id, text }) => [id, text]));
      for (const [id, meaning] of found.value) known.current.set(textOf.get(id) ?? '', meaning);
      return notes.flatMap(({ id, text }) => {
        const meaning = known.current.get(text);
        return meaning ? [[id, meaning] as const] : [];
      });
    },
    [session, locale, toast, t],
  );
  return useMemo(
    () => ({ model, isAgreed, agree: setAgreed, meanings: model && isAgreed ? meanings : null }),
    [model, isAgreed, meanings],
  );
}
