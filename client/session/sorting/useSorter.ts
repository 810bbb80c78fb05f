/** The worker as the panel has it: one for as long as the panel is open, what it is doing, and what went wrong. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SortedNote } from '../../../shared/sorting/corpus.ts';
import { useLocale } from '../../i18n/Messages.tsx';
import { createSorterWorker } from './createSorterWorker.ts';
import type { Answers, JobKind, Jobs } from './jobs.ts';
import { Sorter, type WorkerPort } from './Sorter.ts';

export interface Work {
  /** From 0 to 1. */
  readonly progress: number;
  /** Texts are on their way to a model. */
  readonly isAsking: boolean;
}

/** A job without what every reading has. */
type Wanted<K extends JobKind> = Omit<Jobs[K], 'fallback' | 'meanings'>;

/** What a model makes of the notes; `null`: go on without. */
export type Meanings = (
  notes: readonly SortedNote[],
  onProgress: (progress: number) => void,
  signal: AbortSignal,
) => Promise<readonly (readonly [string, readonly number[]])[] | null>;

export interface SorterState {
  readonly work: Work | null;
  readonly hasFailed: boolean;
  /** `null`: cancelled, failed, or another was asked for meanwhile. */
  ask<K extends JobKind>(kind: K, job: Wanted<K>): Promise<Answers[K] | null>;
  cancel(): void;
}

export function useSorter(meanings: Meanings | null, createWorker: () => WorkerPort = createSorterWorker): SorterState {
  const locale = useLocale();
  const sorter = useMemo(() => new Sorter(createWorker), [createWorker]);
  const [work, setWork] = useState<Work | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const asked = useRef<AbortController | null>(null);
  const stop = useCallback(() => {
    asked.current?.abort();
    asked.current = null;
    if (sorter.isBusy) sorter.cancel();
  }, [sorter]);
  useEffect(
    () => () => {
      stop();
      sorter.dispose();
    },
    [sorter, stop],
  );

  const ask = useCallback(
    async <K extends JobKind>(kind: K, job: Wanted<K>): Promise<Answers[K] | null> => {
      if (kind === 'cut') {
        // Of the draft that the worker holds: it stops nothing, and is there at once.
        const outcome = await sorter.ask(kind, job as Jobs[K]);
        if (outcome.type === 'failed') setFailed(true);
        return outcome.type === 'done' ? outcome.answer : null;
      }
      stop();
      const mine = new AbortController();
      asked.current = mine;
      const isCurrent = (): boolean => asked.current === mine;
      const show = (isAsking: boolean) => (progress: number) => {
        if (isCurrent()) setWork({ progress, isAsking });
      };
      setFailed(false);
      const notes = 'notes' in job ? (job.notes as readonly SortedNote[]) : null;
      if (notes) setWork({ progress: 0, isAsking: meanings !== null });
      const known = notes && meanings ? await meanings(notes, show(true), mine.signal) : null;
      if (!isCurrent()) return null;
      const whole = notes ? { ...job, fallback: locale, ...(known && { meanings: known }) } : job;
      const outcome = await sorter.ask(kind, whole as Jobs[K], show(false));
      if (!isCurrent()) return null;
      asked.current = null;
      setWork(null);
      if (outcome.type === 'failed') setFailed(true);
      return outcome.type === 'done' ? outcome.answer : null;
    },
    [sorter, stop, locale, meanings],
  );
  const cancel = useCallback(() => {
    stop();
    setWork(null);
  }, [stop]);
  return { work, hasFailed, ask, cancel };
}
