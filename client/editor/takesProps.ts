/** Whether props people choose (a colour, an opacity, a form) mean something to an element: the bars offer and the editor writes no others. */
import type { Element, Props } from '../../shared/elements/ElementKind.ts';
import { isPropOf } from '../../shared/elements/families.ts';
import { findKind } from '../../shared/elements/registry.ts';

/** Whether an element may have these values: its kind knows the props and takes them. */
export function takesProps(element: Element, props: Props): boolean {
  const kind = findKind(element.kind);
  if (!kind || element.problem !== undefined) return false;
  if (!Object.keys(props).every((key) => isPropOf(kind, key))) return false;
  // A value of `undefined` takes the prop away: as if it had never been written.
  const wanted = Object.entries({ ...element.props, ...props }).filter(([, value]) => value !== undefined);
  return kind.parse(Object.fromEntries(wanted)).ok;
}

/** Whether a kind has a prop of that name. */
export function hasProp(kind: string, prop: string): boolean {
  const known: readonly string[] = findKind(kind)?.propKeys ?? [];
  return known.includes(prop);
}
