/** The view half of every kind, one line each: a kind without a view is a compile error. */
import type { Element } from '../../shared/elements/ElementKind.ts';
import type { KindName } from '../../shared/elements/registry.ts';
import { cluster } from './cluster/cluster.ts';
import { connector } from './connector/connector.ts';
import { deck } from './deck/deck.ts';
import type { ElementView } from './ElementView.ts';
import { frame } from './frame/frame.ts';
import { grid } from './grid/grid.ts';
import { image } from './image/image.ts';
import { map } from './map/map.ts';
import { matrix } from './matrix/matrix.ts';
import { note } from './note/note.ts';
import { placeholder } from './placeholder/placeholder.ts';
import { radar } from './radar/radar.ts';
import { shape } from './shape/shape.ts';
import { stroke } from './stroke/stroke.ts';
import { text } from './text/text.ts';

const VIEWS = {
  note,
  frame,
  text,
  image,
  shape,
  stroke,
  connector,
  cluster,
  matrix,
  radar,
  deck,
  map,
  grid,
} as const satisfies Record<KindName, unknown>;

/** The view of a kind by its name: the placeholder's where nobody knows it. */
export const viewOfKind = (kind: string): ElementView =>
  (Object.hasOwn(VIEWS, kind) ? VIEWS[kind as KindName] : placeholder) as unknown as ElementView;

/** The view of an element: the placeholder's where the element could not be read. */
export const viewOf = (element: Element): ElementView =>
  (element.problem === undefined && Object.hasOwn(VIEWS, element.kind)
    ? VIEWS[element.kind as KindName]
    : placeholder) as unknown as ElementView;
