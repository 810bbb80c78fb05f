/** The layout of a grid that stands on a board, as it is shown now. Remembered while neither the grid nor what lies in it changes. */
import type { Element, ElementId, Size, Surroundings } from '../ElementKind.ts';
import { isLaidOut } from '../laidOut.ts';
import { asGridLayout, type GridLayout, layOutGrid } from './layout.ts';
import type { GridProps } from './props.ts';

/** What a layout is asked of: a scene is one, a board with its tree another. */
export interface Around extends Surroundings {
  children(id: ElementId): readonly ElementId[];
}

interface Known {
  readonly children: readonly Element[];
  readonly sizes: readonly Size[];
  readonly layout: GridLayout;
}

const known = new WeakMap<Element, Known>();

/** Lays out the grid with what lies in it. */
export function layoutIn(element: Element<GridProps>, around: Around): GridLayout {
  // As it stands; another one (a column being pulled) is laid out here.
  const standing = around.element(element.id)?.props === element.props;
  const shown = standing ? asGridLayout(around.arrangement?.(element.id) ?? null) : null;
  if (shown) return shown;
  const children: Element[] = [];
  const sizes: Size[] = [];
  for (const id of around.children(element.id)) {
    const child = around.element(id);
    if (!child || !isLaidOut(child)) continue;
    const frame = around.frame(id);
    children.push(child);
    sizes.push(frame ? [frame.w, frame.h] : child.size);
  }
  const old = known.get(element);
  if (old && isSame(old, children, sizes)) return old.layout;
  const sizeOf = new Map(children.map(({ id }, n) => [id, sizes[n] as Size]));
  const layout = layOutGrid(element, children, { sizeOf: (id) => sizeOf.get(id) ?? [0, 0] });
  known.set(element, { children, sizes, layout });
  return layout;
}

const isSame = (old: Known, children: readonly Element[], sizes: readonly Size[]): boolean =>
  old.children.length === children.length &&
  children.every((child, n) => child === old.children[n]) &&
  sizes.every(([w, h], n) => w === old.sizes[n]?.[0] && h === old.sizes[n]?.[1]);
