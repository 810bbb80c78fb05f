/**
 * In which areas an element lies, read from the places as they are written and repaired as every page repairs them: an area that is gone
 * or can hold nothing ends the way up, a cycle is broken at its smallest id. A locked area locks itself, not what lies in it.
 */
import { findKind } from '../../shared/elements/registry.ts';

/** What there is to know of an element to find its areas. */
export interface Standing {
  readonly kind: unknown;
  readonly place: unknown;
}

/** An element at the moment the areas are asked for; `null`: it does not stand on the board. */
export type StandingOf = (id: string) => Standing | null;

/** Deeper nesting counts as lying in none of the areas further up: who may write somewhere only may not write there. */
const MAX_DEPTH = 64;

const parentIn = (place: unknown): string | null =>
  Array.isArray(place) && typeof place[0] === 'string' ? place[0] : null;
const isContainer = ({ kind }: Standing): boolean => typeof kind === 'string' && findKind(kind)?.isContainer === true;

/** The areas of an element that stands at `place`, from its parent up. */
export function areasOf(id: string, place: unknown, standingOf: StandingOf): readonly string[] {
  const path = [id];
  // How many of the path, from its beginning, an element is followed up to.
  let end = Number.POSITIVE_INFINITY;
  for (let at = parentIn(place); at !== null && path.length <= MAX_DEPTH; ) {
    const loop = path.indexOf(at);
    if (loop >= 0) {
      end = Math.min(end, path.indexOf(smallest(path.slice(loop))) + 1);
      break;
    }
    const holder = standingOf(at);
    if (!holder) break;
    // A cycle is one as it is written, also where it goes through what can hold nothing.
    if (!isContainer(holder)) end = Math.min(end, path.length);
    path.push(at);
    at = parentIn(holder.place);
  }
  return path.slice(1, end);
}

const smallest = (ids: readonly string[]): string => ids.reduce((least, id) => (id < least ? id : least));
