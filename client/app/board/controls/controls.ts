/** What several elements have in common of what people choose about them, and the value they share. Pure. */
import type { Element, Props } from '../../../../shared/elements/ElementKind.ts';
import { findKind } from '../../../../shared/elements/registry.ts';
import { isEqual } from '../../../../shared/lib/equal.ts';
import type { Control } from '../../../elements/ElementView.ts';
import { viewOf } from '../../../elements/registry.ts';

/** Stands for values that differ. */
export const MIXED = Symbol('values that differ');

const NONE: readonly Control[] = [];
const isSame = (a: Control, b: Control): boolean => a.type === b.type && a.prop === b.prop;

/**
 * The controls that every one of them has, in the order of the first; a colour also where only some have one: the others then stay as they
 * are, as when one colours a whole area.
 */
export function sharedControls(elements: readonly Element[]): readonly Control[] {
  const kinds = new Map<string, readonly Control[]>();
  for (const element of elements)
    if (!kinds.has(element.kind)) kinds.set(element.kind, viewOf(element).controls ?? NONE);
  const lists = [...kinds.values()];
  const shared = (lists[0] ?? NONE).filter((one) => lists.every((list) => list.some((other) => isSame(one, other))));
  if (shared.some(({ type }) => type === 'color')) return shared;
  const color = lists.flat().find(({ type }) => type === 'color');
  return color ? [color, ...shared.filter(({ prop }) => prop !== color.prop)] : shared;
}

/** The value of a prop where all that have it agree. */
export function sharedValue(elements: readonly Element[], { type, prop }: Control): unknown {
  let value: unknown;
  let isFirst = true;
  for (const element of elements) {
    const control = viewOf(element).controls?.find((one) => one.prop === prop && one.type === type);
    if (!control) continue;
    if (isFirst) value = element.props[prop];
    else if (!isEqual(value, element.props[prop])) return MIXED;
    isFirst = false;
  }
  return value;
}

/** Whether a kind knows such an element without that prop, as an area without a tint; a note without a colour has the one notes begin with. */
export function mayLack(kind: string, props: Props, prop: string): boolean {
  const { [prop]: _given, ...rest } = props;
  const read = findKind(kind)?.parse(rest);
  return read?.ok === true && (read.value as Props)[prop] === undefined;
}

/** Those that a control may take its prop away from. */
export const lacking = (elements: readonly Element[], control: Control): readonly Element[] =>
  elements.filter(
    (element) =>
      viewOf(element).controls?.some((one) => isSame(one, control)) &&
      mayLack(element.kind, element.props, control.prop),
  );

/** How many things a control lets one choose from: what stands open in a bar needs so many places. */
export const widthOf = (control: Control, colors: number): number =>
  control.type === 'choice' ? control.options.length : control.type === 'color' ? colors : 1;

/** Which of them stand open in a bar with so many places; the rest open from a button each. */
export function openControls(controls: readonly Control[], places: number, colors: number): ReadonlySet<Control> {
  const open = new Set<Control>();
  let left = places;
  for (const control of controls) {
    const width = widthOf(control, colors);
    if (width > left) continue;
    left -= width;
    open.add(control);
  }
  return open;
}
