/**
 * By which part of an element its place counts, where places mean something (scores on a matrix, rings and sectors of a radar). Usually all of
 * it. An area that is as large as what lies in it counts by its head, which is the same open and closed, empty and full: nobody's score
 * changes because somebody looked inside or dropped a note in.
 */
import type { Box } from '../geometry/box.ts';
import { CLUSTER } from './cluster/layOutCluster.ts';
import type { Element } from './ElementKind.ts';

/** Kinds that may lie on a matrix or a radar and are as large as their content. */
const BY_HEAD: ReadonlySet<string> = new Set(['cluster']);

/**
 * The part of `frame` (the rectangle of a child as it is shown) by whose middle it counts. Of a cluster, a square at the left of its header:
 * where its arrow is. It has the same top left, so that a place worked out for it is one of the child.
 */
export const standingOf = ({ kind, problem }: Pick<Element, 'kind' | 'problem'>, frame: Box): Box =>
  problem === undefined && BY_HEAD.has(kind) ? { ...frame, w: CLUSTER.header, h: CLUSTER.header } : frame;
