/**
 * In which setting each element of a frame is judged: the step, and, for those who may write in certain areas only, the areas the element
 * lay in before the frame and lies in after it. Only what a frame touches is judged; what lies in an area that is moved comes along.
 */
import { rightsOf, type Step } from '../../shared/access/Step.ts';
import type { RawElement } from '../../shared/elements/parseElement.ts';
import { areasOf, type Standing, type StandingOf } from './areas.ts';
import { type Author, anywhere, type Setting } from './judge.ts';

/** An element before and after a frame. */
export interface Touched {
  readonly was: RawElement | null;
  readonly is: RawElement | null;
}

/** What the areas of others need to know of an element. */
export const standingIn = (raw: RawElement | null): Standing | null => raw && { kind: raw.kind, place: raw.place };

/** How each element is to be judged. `isSame`: alike for all of them, as nobody looks at where this author is. */
export function settings(
  step: Step,
  { role, group }: Author,
  before: StandingOf,
  after: StandingOf,
): ((id: string, change: Touched) => Setting) & { readonly isSame: boolean } {
  const isSame = role === 'facilitator' || rightsOf(step, group ?? null).areas === 'all';
  if (isSame) {
    const setting = anywhere(step);
    return Object.assign(() => setting, { isSame });
  }
  const areasIn = (id: string, raw: RawElement | null, standingOf: StandingOf): readonly string[] =>
    raw === null ? [] : areasOf(id, raw.place, standingOf);
  return Object.assign(
    (id: string, { was, is }: Touched): Setting => ({
      step,
      areasBefore: areasIn(id, was, before),
      areasAfter: areasIn(id, is, after),
    }),
    { isSame },
  );
}
