// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { type Asked, createSorter, type Drafted, type Told } from './jobs.ts';
import type { WorkerPort } from './Sorter.ts';
import { useSorter } from './useSorter.ts';

/** Workers that answer when they are told to. */
function holdWorkers() {
  const asked: (() => void)[] = [];
  let made = 0;
  const make = (): WorkerPort => {
    made += 1;
    const sort = createSorter();
    let hear: (event: { readonly data: Told }) => void = () => undefined;
    let isEnded = false;
    return {
      postMessage: ({ id, kind, job }: Asked) =>
        asked.push(() => {
          if (!isEnded) hear({ data: { id, answer: sort(kind, job) } });
        }),
      addEventListener: (type: string, listener: (event: { readonly data: Told }) => void) => {
        if (type === 'message') hear = listener;
      },
      terminate: () => {
        isEnded = true;
      },
    };
  };
  const answer = async (): Promise<void> => {
    await act(async () => asked.shift()?.());
  };
  return { make, answer, made: () => made };
}

const NOTES = ['Plus de bus', 'Des bus le soir', 'Une piscine', 'La piscine le dimanche'].map((text, n) => ({
  id: `n${n}`,
  text,
}));

describe('the slider of a draft', () => {
  it('may be moved faster than the draft is cut: the last number is what one gets, of the same draft', async () => {
    const workers = holdWorkers();
    const wrapper = ({ children }: { children: ReactNode }) => <IntlProvider locale="fr">{children}</IntlProvider>;
    const { result } = renderHook(() => useSorter(null, workers.make), { wrapper });
    let drafted: Promise<Drafted | null> = Promise.resolve(null);
    act(() => {
      drafted = result.current.ask('draft', { notes: NOTES });
    });
    await workers.answer();
    expect((await drafted)?.most).toBe(4);
    const cuts = [4, 3, 1].map((groups) => result.current.ask('cut', { groups }));
    await workers.answer();
    await workers.answer();
    expect((await Promise.all(cuts)).map((cut) => cut?.count)).toEqual([4, undefined, 1]);
    expect(workers.made()).toBe(1);
  });
});
